import { type Accessor, createMemo, createSignal } from "solid-js";
import * as v from "valibot";
import type { OfficeId } from "../../shared/model/office.ts";
import { officeIdSchema } from "../../shared/model/office.ts";
import { type Presence, presenceSchema } from "../../shared/protocol/presence.ts";
import { later } from "../clock.ts";
import type { DocumentLink } from "../connection/document-link.ts";

/** One other tab that is here now. */
export type Other = {
  readonly client: number;
  readonly id: string;
  readonly name: string;
  readonly office: OfficeId | null;
  /** The item it has open or in hand. */
  readonly open: string | null;
  readonly hand: string | null;
  /** The place of the board it holds that item over. */
  readonly over: string | null;
  /** The joint session it has joined. */
  readonly joint: { readonly id: string; readonly follows: boolean } | null;
  /** The item it points at while it leads one. */
  readonly spot: string | null;
};

/** Who is here and what each has open or in hand. It travels beside the directory document, which everybody has open. */
export type PresenceStore = {
  readonly others: Accessor<readonly Other[]>;
  /** Those who have an item open or in hand, hand first. */
  at(id: string): readonly Other[];
  showOpen(id: string | null): void;
  /** What is in the hand and over which place; said to the others at most {@link handEveryMs} apart. */
  showHand(id: string | null, over?: string | null): void;
  /** Those who hold something over a place. */
  over(target: string): readonly Other[];
  /** Says which joint session is joined, and whether one goes along with whoever leads; null after leaving. */
  showJoint(joint: { readonly id: string; readonly follows: boolean } | null): void;
  /** Points at an item; said at most {@link spotEveryMs} apart, the last one for sure. */
  showSpot(id: string | null): void;
};

/** Less than fifteen times a second, however fast a hand moves over the cells. */
export const handEveryMs = 70;
/** Ten times a second: a room follows a pointer with its eyes. */
export const spotEveryMs = 100;

export function createPresence(link: DocumentLink): PresenceStore {
  const [others, setOthers] = createSignal<readonly Other[]>([]);
  /** What we say of ourselves, said again wherever the document is built anew. */
  const own: Pick<Presence, "open" | "hand" | "over" | "joint" | "spot"> = {};
  let tell = () => {};
  link.attach(({ provider: { awareness } }) => {
    const hear = () => setOthers(readOthers(awareness.getStates(), awareness.clientID));
    tell = () => awareness.setLocalState({ ...awareness.getLocalState(), ...own });
    awareness.on("change", hear);
    tell();
    hear();
    return () => awareness.off("change", hear);
  });
  const byItem = createMemo(() => {
    const found = new Map<string, Other[]>();
    for (const other of others())
      for (const id of new Set([other.hand, other.open]))
        if (id !== null) found.set(id, [...(found.get(id) ?? []), other]);
    return found;
  });
  const byPlace = createMemo(() => Map.groupBy(others(), ({ over }) => over));
  /** At once, and then the last of what came while the others had to wait. */
  const paced = (everyMs: number) => {
    let isWaiting = false;
    const tellPaced = () => {
      if (isWaiting) return;
      tell();
      const told = JSON.stringify(own);
      isWaiting = true;
      later(everyMs, () => {
        isWaiting = false;
        if (JSON.stringify(own) !== told) tellPaced();
      });
    };
    return tellPaced;
  };
  const [tellHand, tellSpot] = [paced(handEveryMs), paced(spotEveryMs)];
  return {
    others,
    at: (id) => byItem().get(id) ?? none,
    over: (target) => byPlace().get(target) ?? none,
    showOpen(id) {
      own.open = id ?? undefined;
      tell();
    },
    showHand(id, over = null) {
      own.hand = id ?? undefined;
      own.over = over ?? undefined;
      tellHand();
    },
    showJoint(joint) {
      own.joint = joint ?? undefined;
      if (!joint) own.spot = undefined;
      tell();
    },
    showSpot(id) {
      own.spot = id ?? undefined;
      tellSpot();
    },
  };
}

const none: readonly Other[] = [];

/** States that are not of our form (an older tab, rubbish) are passed over. */
function readOthers(states: ReadonlyMap<number, unknown>, own: number): Other[] {
  const others: Other[] = [];
  for (const [client, state] of states) {
    const read = v.safeParse(presenceSchema, state);
    if (client === own || !read.success) continue;
    const { user, open, hand, over, joint, spot } = read.output;
    const office = v.is(officeIdSchema, user.office) ? user.office : null;
    const held = {
      open: open ?? null,
      hand: hand ?? null,
      over: over ?? null,
      joint: joint ?? null,
      spot: spot ?? null,
    };
    others.push({ client, id: user.id, name: user.name, office, ...held });
  }
  return others.sort((a, b) => a.name.localeCompare(b.name, "vi") || a.client - b.client);
}
