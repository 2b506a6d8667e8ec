import { addDays, type Day, dayParts } from "../../shared/kit/day.ts";
import { documentNameToText } from "../../shared/protocol/document-name.ts";
import type { Clock } from "../observe/clock.ts";
import { type Stop, together } from "../observe/stop.ts";
import { todayInHanoi } from "../observe/today.ts";
import { atHandDays, atHandEveryMs } from "./limits.ts";
import type { Rooms } from "./rooms.ts";

type Parts = { readonly rooms: Pick<Rooms, "hold">; readonly board: string; readonly clock: Clock };

/**
 * What nearly everybody opens is built and in memory from the start of the process: the directory, and the programmes of
 * the days to come. Whoever comes first, after a restart or a night, sees the week as fast as who comes next.
 */
export function keepAtHand({ rooms, board, clock }: Parts): Stop {
  const held = new Map<string, Stop>();
  const renew = () => {
    const names = namesOn(todayInHanoi(clock), board);
    for (const name of names) if (!held.has(name)) held.set(name, rooms.hold(name));
    for (const [name, stop] of held) {
      if (names.has(name)) continue;
      stop();
      held.delete(name);
    }
  };
  renew();
  return together([() => together([...held.values()])(), clock.every(atHandEveryMs, renew)]);
}

function namesOn(today: Day, board: string): Set<string> {
  const years = [today, addDays(today, atHandDays)].map((day) => dayParts(day).year);
  return new Set([
    documentNameToText({ kind: "directory", board }),
    ...years.map((year) => documentNameToText({ kind: "programme", board, year })),
  ]);
}
