import type { Overlap } from "../model/overlap.ts";
import { type Booking, isHeld, isOnDuty } from "./booking.ts";
import { makeAlone } from "./overlap-making.ts";
import type { LoneRule, RuleWorld } from "./overlap-rule.ts";

const none: readonly Overlap[] = [];

/**
 * More people than seats: the number of people expected in the room where somebody wrote it (that of an online conference
 * without bridging points is all there is); else who is named and invited, a unit counted as one.
 */
export function createCapacityRule({ index }: Pick<RuleWorld, "index">): LoneRule {
  return {
    name: "capacity",
    of(booking) {
      const { room } = booking.place;
      const seats = room === null ? undefined : index.room(room)?.capacity;
      if (seats === undefined || !isHeld(booking) || isOnDuty(booking)) return none;
      const written = writtenPeople(booking);
      const people = written ?? countedPeople(booking);
      if (people <= seats) return none;
      const certainty = written === null ? "probable" : "certain";
      const detail = { of: "capacity", seats, people } as const;
      return [
        makeAlone(
          { kind: "capacity", resource: `room:${room}`, certainty, detail, print: people * 100_003 + seats },
          booking,
        ),
      ];
    },
  };
}

function writtenPeople({ item: { venue } }: Booking): number | null {
  if (venue?.seats !== undefined) return venue.seats;
  const online = venue?.online;
  return online?.delegates !== undefined && (online.points ?? 0) === 0 ? online.delegates : null;
}

function countedPeople({ claims }: Booking): number {
  return claims.filter(({ sort, path }) => sort !== "body" && path.role !== "serve" && path.role !== "optional").length;
}
