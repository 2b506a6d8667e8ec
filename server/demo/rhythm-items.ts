import { type Day, dayParts } from "../../shared/kit/day.ts";
import { newId } from "../../shared/kit/id.ts";
import type { Item } from "../../shared/model/item.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { drawScene, fillTitle, partiesOfMatter } from "./matter.ts";
import { councilRegulars } from "./regulars/council.ts";
import { partyRegulars } from "./regulars/party.ts";
import { peopleRegulars } from "./regulars/people.ts";
import type { Regular } from "./regulars/regular.ts";
import { hoursOn, recurrenceDay } from "./rhythm.ts";
import { regularStatus } from "./status.ts";
import { put, seat, type WeekPlan } from "./week.ts";

const regularsByOffice: Readonly<Record<OfficeId, readonly Regular[]>> = {
  party: partyRegulars,
  council: councilRegulars,
  people: peopleRegulars,
};

/** Whose turn it is to be on duty, week by week. */
const dutyPosts: readonly PartyRef[] = [
  "post:pct-tt",
  "post:pct-dt",
  "post:pct-vx",
  "post:pct-nn",
  "post:pct-kt",
  "post:pct-cn",
];

/** Puts in what recurs: first what is held at its hour come what may, then the others where their people are free. */
export function putRegulars(plan: WeekPlan): void {
  const due = officeIds.flatMap((office) =>
    regularsByOffice[office].flatMap((regular) => {
      const day = recurrenceDay(regular.on, plan.week, plan.calendar);
      return day === null ? [] : [{ regular, item: regularItem(plan, { office, regular, day }) }];
    }),
  );
  for (const { regular, item } of due) if (regular.fixed) put(plan, item);
  for (const { regular, item } of due) if (!regular.fixed) seat(plan, item);
}

/** Puts in which leader is on duty on days off: background, with which only a journey clashes. */
export function putDuties(plan: WeekPlan): void {
  const chair = dutyPosts[plan.week.week % dutyPosts.length];
  if (!chair) return;
  for (const day of plan.week.days) {
    if (plan.calendar.isWorkday(day)) continue;
    put(plan, {
      id: newId(plan.dice.bytes),
      title: "Trực lãnh đạo UBND Thành phố",
      office: "people",
      kind: "duty",
      status: regularStatus(plan.age),
      when: { horizon: "session", day, session: "allday" },
      parties: partiesOfMatter({ chair, attend: [], prepare: [] }),
    });
  }
}

function regularItem(plan: WeekPlan, { office, regular, day }: { office: OfficeId; regular: Regular; day: Day }): Item {
  const { kind, chair, body, attend = [], prepare = [], room, text, online } = regular;
  const title = fillTitle(datedTitle(regular.title, day, plan.week.week), drawScene(plan.dice), plan.dice);
  const venue = { ...(room && { room }), ...(text && { text }), ...(online && { online }) };
  return {
    id: newId(plan.dice.bytes),
    title,
    office,
    kind,
    status: regularStatus(plan.age),
    when: hoursOn(regular.hours, day),
    venue,
    ...(body && { body }),
    parties: partiesOfMatter({ chair, attend, prepare }),
  };
}

function datedTitle(title: string, day: Day, week: number): string {
  const { month } = dayParts(day);
  const roman = ["I", "II", "III", "IV"][Math.floor((month - 1) / 3)] ?? "";
  return title
    .replace("{month}", String(month))
    .replace("{quarter}", roman)
    .replace("{week}", String(week + 1));
}
