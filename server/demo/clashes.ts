import { type Minute, minuteToText } from "../../shared/kit/minute.ts";
import { type Item, partiesWithRole } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { Certainty, Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { type PlacedWhen, sessionOfMinute } from "../../shared/model/when.ts";
import { drawMatter } from "./matter.ts";
import { regularStatus } from "./status.ts";
import { holderOf, itemOf, put, type WeekPlan } from "./week.ts";

/** How many overlaps of each certainty a week may have in all. */
export type ClashBudget = Readonly<Record<Certainty, number>>;

type Timed = Item & { readonly when: Extract<PlacedWhen, { horizon: "time" }> };

/** Draws that may fail before a week stays with fewer overlaps than it might have. */
const drawsMax = 1_500;

/**
 * Puts in items that clash with those of other offices, until the week has as many overlaps of each certainty as the
 * budget says: a leader asked for twice under post and name, a body that holds him, a room taken twice, half a day left
 * open. Only what the board's own rules call an overlap counts, so the budget is what people will see.
 */
export function plantClashes(plan: WeekPlan, budget: ClashBudget): void {
  const now = plan.overlaps.counts();
  const left = {
    certain: budget.certain - now.certain,
    probable: budget.probable - now.probable,
    possible: budget.possible - now.possible,
  };
  for (let draws = 0; draws < drawsMax; draws++) {
    if (left.certain <= 0 && left.probable <= 0 && left.possible <= 0) return;
    const victim = plan.dice.pick(plan.items);
    const item = isTimed(victim) ? drawClash(plan, victim) : null;
    if (!item) continue;
    const found = plan.overlaps.probe(item);
    // One clash, one story: an item that runs into half the city shows nothing that could be understood and mended.
    const isClear = found.length > 0 && found.every(({ a, b }) => a.item === victim.id || b?.item === victim.id);
    if (!isClear || !fits(found, left)) continue;
    for (const { certainty } of found) left[certainty] -= 1;
    put(plan, item);
  }
}

function fits(found: readonly Overlap[], left: ClashBudget): boolean {
  const count = (certainty: Certainty) => found.filter((overlap) => overlap.certainty === certainty).length;
  return (["certain", "probable", "possible"] as const).every(
    (certainty) => count(certainty) <= Math.max(0, left[certainty]),
  );
}

/** An item of one office near the hour of an item of another, over its room or its chair. Null when none came of it. */
function drawClash(plan: WeekPlan, victim: Timed): Item | null {
  const { dice } = plan;
  if (!plan.calendar.isWorkday(victim.when.day)) return null;
  const office = dice.pick(officeIds.filter((id) => id !== victim.office));
  const drawn = drawMatter(office, dice);
  if (drawn.kind !== "meeting" && drawn.kind !== "conference") return null;
  const [chair] = partiesWithRole(victim, "chair");
  const over = dice.pick(["name", "name", "body", "group", "room"] as const);
  const attend: readonly PartyRef[] = over === "room" || !chair ? [] : [clashingParty(plan, { victim, chair, over })];
  const venue = over === "room" && victim.venue?.room ? { room: victim.venue.room } : drawn.venue;
  const when = drawNear(plan, victim);
  if (when === null) return null;
  const item = itemOf(plan, { ...drawn, attend, venue, body: undefined }, when);
  return { ...item, status: plan.age > 0 && dice.happens(50) ? "registered" : regularStatus(plan.age) };
}

function isTimed(item: Item): item is Timed {
  return item.when.horizon === "time";
}

const bodiesThatInvite: readonly PartyRef[] = [
  "body:ban-pc",
  "body:ban-ktns",
  "body:ban-vhxh",
  "body:ban-dt",
  "body:bcd-gpmb",
];

const conditionalGroups: readonly PartyRef[] = ["group:pct-lien-quan"];

/** The victim's chair by his name or post, or a body or an open group he belongs to. */
function clashingParty(
  { directory, dice }: WeekPlan,
  { victim, chair, over }: { victim: Timed; chair: PartyRef; over: "name" | "body" | "group" },
): PartyRef {
  const person = holderOf(directory, chair, victim.when.day);
  if (over === "name") return dice.happens(50) ? person : chair;
  const holds = (body: PartyRef) => directory.expand(body, victim.when.day).some(({ leaf }) => leaf === person);
  return (over === "group" ? conditionalGroups : bodiesThatInvite).find(holds) ?? person;
}

const hours = [
  { from: "07:30", to: "10:30" },
  { from: "13:30", to: "17:00" },
] as const;

/** Up to an hour and a half before or after the victim, or only its half day. */
function drawNear({ dice }: WeekPlan, { when }: Timed): PlacedWhen | null {
  if (dice.happens(25)) return { horizon: "session", day: when.day, session: sessionOfMinute(when.startMin) };
  const startMin = when.startMin + dice.pick([-90, -60, -30, 0, 30, 60, 90]);
  const text = minuteToText(startMin as Minute);
  if (!hours.some(({ from, to }) => from <= text && text <= to)) return null;
  return { horizon: "time", day: when.day, startMin: startMin as Minute };
}
