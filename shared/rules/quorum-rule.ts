import type { Overlap } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import { isPlaced } from "../model/when.ts";
import { type Booking, isHeld, isOnDuty, whenPrintOf } from "./booking.ts";
import type { Claim } from "./claims.ts";
import type { DirectoryIndex } from "./directory-index.ts";
import { hashOf, mix } from "./hash.ts";
import { isBody, partsOf } from "./item-parts.ts";
import { makeAlone } from "./overlap-making.ts";
import type { CrowdRule, Neighbourhood, RuleWorld } from "./overlap-rule.ts";
import { areRelated, certaintyOfSpans, commonClaims } from "./pair-facts.ts";
import { nearnessOf } from "./place.ts";
import { createTimeTable } from "./time-table.ts";

/**
 * A body sits while members are held elsewhere: below the good share a warning, below the least it must be settled. Held
 * is who is needed at the same hours by name, by post or in another sitting, surely or probably, and who sends a proxy, for a
 * proxy has no vote (*QĐ 45/2018, NĐ 191/2026*); a body called twice is said by the body itself.
 */
export function createQuorumRule(
  { norms, index }: Pick<RuleWorld, "norms" | "index">,
  near: Neighbourhood["near"],
  reachMin: number,
): CrowdRule {
  const sittings = createTimeTable<Booking>(reachMin);
  const [good, least] = [norms("quorum-good"), norms("quorum-least")];

  function ofSitting(booking: Booking, body: PartyRef): readonly Overlap[] {
    const held = new Set(stoodForIn(booking, body, index));
    const members = booking.claims.filter((claim) => isMember(claim, body)).length + held.size;
    if (members < membersMin) return none;
    const elsewhere = new Set<string>();
    near(booking, (other) => {
      for (const person of heldBy(booking, other, body)) {
        held.add(person);
        elsewhere.add(other.id);
      }
    });
    const share = ((members - held.size) * 100) / members;
    if (held.size === 0 || share >= good) return none;
    const detail = { of: "quorum", held: held.size, members, elsewhere: [...elsewhere].sort() } as const;
    const certainty = share < least ? "certain" : "probable";
    const print = mix(whenPrintOf(booking), hashOf([...[...held].sort(), ...detail.elsewhere].join()));
    return [makeAlone({ kind: "quorum", resource: body, certainty, detail, print }, booking)];
  }

  return {
    name: "quorum",
    add: (booking) => void (isSitting(booking) && sittings.add(booking)),
    remove: (booking) => void (isSitting(booking) && sittings.remove(booking)),
    clear: () => sittings.clear(),
    touched(booking, visit) {
      if (booking.claims.length === 0) return;
      sittings.near(booking, (other) => void (other.id !== booking.id && visit(other.id)));
    },
    of(booking) {
      const { body } = booking.item;
      return body !== undefined && isSitting(booking) ? ofSitting(booking, body) : none;
    },
  };
}

const none: readonly Overlap[] = [];
const nobody: readonly PartyRef[] = [];

/** Two of two is no body whose quorum anybody counts. */
const membersMin = 3;

function isSitting(booking: Booking): boolean {
  return booking.item.body !== undefined && isHeld(booking);
}

/** Also who is named besides, as the chair is. */
function isMember({ sort, bodies, standing }: Claim, body: PartyRef): boolean {
  return sort === "person" && standing === "firm" && bodies.includes(body);
}

/** The members who sent a proxy: nothing holds them in the sitting any more. */
function stoodForIn({ item }: Booking, body: PartyRef, index: DirectoryIndex): readonly PartyRef[] {
  if (!isPlaced(item.when) || Object.values(item.parties).every((part) => part?.for === undefined)) return nobody;
  const { free } = partsOf(item, index, item.when.day);
  const leaves = index.expand(body, item.when.day).map(({ leaf }) => leaf);
  return free === null ? nobody : leaves.filter((leaf) => free.has(leaf) && !isBody(leaf));
}

/** The members whom another item holds at that time. */
function heldBy(sitting: Booking, other: Booking, body: PartyRef): readonly PartyRef[] {
  if (other.id === sitting.id || other.item.body === body || areRelated(sitting, other) || isOnDuty(other))
    return nobody;
  const certainty = certaintyOfSpans(sitting, other, nearnessOf(sitting.place, other.place));
  if (certainty === null || certainty === "possible") return nobody;
  return commonClaims(sitting.claims, other.claims)
    .filter(([own, their]) => isMember(own, body) && their.standing === "firm")
    .map(([own]) => own.resource);
}
