import type { Overlap } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import { type Booking, isHeld, whenPrintOf } from "./booking.ts";
import type { Claim } from "./claims.ts";
import { hashOf, mix } from "./hash.ts";
import { makeAlone } from "./overlap-making.ts";
import type { CrowdRule, Neighbourhood, RuleWorld } from "./overlap-rule.ts";
import { areRelated, certaintyOfSpans, commonClaims } from "./pair-facts.ts";
import { nearnessOf } from "./place.ts";
import { createTimeTable } from "./time-table.ts";

/**
 * A body sits while members are held elsewhere: below the good share a warning, below the least it must be settled. Held
 * is who is needed at the same hours by name, by post or in another sitting, surely or probably; a body called twice is said
 * by the body itself.
 */
export function createQuorumRule(
  { norms }: Pick<RuleWorld, "norms">,
  near: Neighbourhood["near"],
  reachMin: number,
): CrowdRule {
  const sittings = createTimeTable<Booking>(reachMin);
  const [good, least] = [norms("quorum-good"), norms("quorum-least")];

  function ofSitting(booking: Booking, body: PartyRef): readonly Overlap[] {
    const members = booking.claims.filter((claim) => isMember(claim, body)).length;
    if (members < membersMin) return none;
    const held = new Set<PartyRef>();
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

function isMember({ sort, path, standing }: Claim, body: PartyRef): boolean {
  return sort === "person" && standing === "firm" && path.steps[0] === body;
}

/** The members whom another item holds at that time. */
function heldBy(sitting: Booking, other: Booking, body: PartyRef): readonly PartyRef[] {
  if (other.id === sitting.id || other.item.body === body || areRelated(sitting, other)) return nobody;
  const certainty = certaintyOfSpans(sitting, other, nearnessOf(sitting.place, other.place));
  if (certainty === null || certainty === "possible") return nobody;
  return commonClaims(sitting.claims, other.claims)
    .filter(([own, their]) => isMember(own, body) && their.standing === "firm")
    .map(([own]) => own.resource);
}
