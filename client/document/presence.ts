import { type Accessor, createMemo, createSignal } from "solid-js";
import * as v from "valibot";
import type { OfficeId } from "../../shared/model/office.ts";
import { officeIdSchema } from "../../shared/model/office.ts";
import { presenceSchema } from "../../shared/protocol/presence.ts";
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
};

/** Who is here and what each has open or in hand. It travels beside the directory document, which everybody has open. */
export type PresenceStore = {
  readonly others: Accessor<readonly Other[]>;
  /** Those who have an item open or in hand, hand first. */
  at(id: string): readonly Other[];
  showOpen(id: string | null): void;
  showHand(id: string | null): void;
};

export function createPresence(link: DocumentLink): PresenceStore {
  const [others, setOthers] = createSignal<readonly Other[]>([]);
  /** What we say of ourselves, said again wherever the document is built anew. */
  const own: { open?: string | undefined; hand?: string | undefined } = {};
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
  const show = (field: "open" | "hand", id: string | null) => {
    own[field] = id ?? undefined;
    tell();
  };
  return {
    others,
    at: (id) => byItem().get(id) ?? none,
    showOpen: (id) => show("open", id),
    showHand: (id) => show("hand", id),
  };
}

const none: readonly Other[] = [];

/** States that are not of our form (an older tab, rubbish) are passed over. */
function readOthers(states: ReadonlyMap<number, unknown>, own: number): Other[] {
  const others: Other[] = [];
  for (const [client, state] of states) {
    const read = v.safeParse(presenceSchema, state);
    if (client === own || !read.success) continue;
    const { user, open, hand } = read.output;
    const office = v.is(officeIdSchema, user.office) ? user.office : null;
    others.push({ client, id: user.id, name: user.name, office, open: open ?? null, hand: hand ?? null });
  }
  return others.sort((a, b) => a.name.localeCompare(b.name, "vi") || a.client - b.client);
}
