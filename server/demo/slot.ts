import { addDays, type Day, weekdayOf } from "../../shared/kit/day.ts";
import { type Minute, parseMinute } from "../../shared/kit/minute.ts";
import type { PlacedWhen } from "../../shared/model/when.ts";
import type { Calendar } from "../../shared/rules/calendar.ts";
import type { Dice } from "./dice.ts";
import type { Matter } from "./matter.ts";

/** Hours as published schedules use them, each as often as it says: "HH:MM×times". */
const startsBy = {
  morning: readStarts("07:30×1 08:00×6 08:30×6 09:00×5 09:30×3 10:00×3 10:30×2"),
  afternoon: readStarts("13:30×3 14:00×7 14:30×4 15:00×4 15:30×2 16:00×3 16:30×1 17:00×1"),
  evening: readStarts("19:00×2 19:30×3 20:00×3"),
  early: readStarts("07:30×1 08:00×4 08:30×3 13:30×2 14:00×4"),
} as const;

function readStarts(text: string): readonly Minute[] {
  return text.split(" ").flatMap((part) => {
    const [hour = "", times] = part.split("×");
    const startMin = parseMinute(hour);
    return startMin === null ? [] : Array.from({ length: Number(times) }, () => startMin);
  });
}

/** How busy Monday to Friday are; a Saturday worked in exchange is like a Friday. */
const weightByWeekday = [20, 24, 24, 24, 18];
const makeUpWeight = 18;
const dayOffWeight = 6;

/** What is also held on days off. */
const dayOffKinds: readonly Matter["kind"][] = ["ceremony", "trip", "conference", "reception"];

/**
 * A time on one of the days that suits the matter; nobody has looked yet whether it is free. Null when the matter needs a
 * working day and there is none, as in the week of Tết.
 */
export function drawSlot(matter: Matter, days: readonly Day[], by: By): PlacedWhen | null {
  const { dice, calendar } = by;
  const day = drawDay(matter, days, by);
  if (day === null) return null;
  switch (matter.takes) {
    case "hour":
      return drawHour(day, matter, dice);
    case "session":
      if (dice.happens(50)) return { horizon: "session", day, session: dice.pick(["morning", "afternoon"] as const) };
      return { horizon: "time", day, startMin: dice.pick(startsBy.early) };
    case "due":
      return { horizon: "day", day };
    case "evening":
      return { horizon: "time", day, startMin: dice.pick(startsBy.evening) };
    case "day": {
      const next = addDays(day, 1);
      const isTwoDays = dice.happens(30) && calendar.isWorkday(next) && days.includes(next);
      return { horizon: "session", day, session: "allday", ...(isTwoDays && { lastDay: next }) };
    }
  }
}

type By = { readonly calendar: Calendar; readonly dice: Dice };

function drawDay({ kind, takes }: Matter, days: readonly Day[], { calendar, dice }: By): Day | null {
  const mayBeOff = dayOffKinds.includes(kind) && takes !== "day";
  const weights = days.map((day) => {
    if (calendar.isWorkday(day)) return weightByWeekday[weekdayOf(day) - 1] ?? makeUpWeight;
    return mayBeOff ? dayOffWeight : 0;
  });
  let left = dice.below(weights.reduce((sum, weight) => sum + weight, 0));
  return days.find((_, at) => (left -= weights[at] ?? 0) < 0) ?? null;
}

function drawHour(day: Day, { kind }: Matter, dice: Dice): PlacedWhen {
  const half = dice.pick(["morning", "morning", "morning", "afternoon", "afternoon"] as const);
  if (dice.happens(9)) return { horizon: "session", day, session: half };
  const startMin = dice.pick(startsBy[half]);
  // Hardly any published item prints an end; meetings that share a room sometimes do.
  if (kind !== "meeting" || !dice.happens(6)) return { horizon: "time", day, startMin };
  return { horizon: "time", day, startMin, endMin: (startMin + dice.pick([60, 90])) as Minute };
}
