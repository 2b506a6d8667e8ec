import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { officeIds } from "../../shared/model/office.ts";
import type { Session } from "../../shared/model/when.ts";
import { targetToText, textToTarget } from "../../shared/rules/landing.ts";
import type { FillingRow } from "../card/filling.ts";
import { cellKey } from "../document/placement.ts";
import type { KeyStep } from "../drag/drag-surface.ts";

/** The rows a day has on the board: morning and afternoon always, whole day and evening where something is on. */
const rowOrder: readonly Session[] = ["allday", "morning", "afternoon", "evening"];

export function sessionsOfDay(day: Day, at: (place: string) => readonly string[]): Session[] {
  const isUsed = (session: Session) => officeIds.some((office) => at(cellKey(day, session, office)).length > 0);
  return rowOrder.filter((session) => session === "morning" || session === "afternoon" || isUsed(session));
}

/**
 * What is on in one session in order of time, over the lists of several offices: what has no hour first, as in a cell; at
 * one hour in the order of the lists.
 */
export function idsByHour(
  lists: readonly (readonly string[])[],
  item: (id: string) => Item | undefined,
): readonly string[] {
  const startOf = (id: string) => {
    const when = item(id)?.when;
    return when?.horizon === "time" ? when.startMin : -1;
  };
  return lists.flat().sort((a, b) => startOf(a) - startOf(b));
}

/** Every row of some days, and how full it is. */
export function weekRows(days: readonly Day[], at: (place: string) => readonly string[]): (FillingRow & RowOfDay)[] {
  return days.flatMap((day) =>
    sessionsOfDay(day, at).map((session) => {
      const most = Math.max(...officeIds.map((office) => at(cellKey(day, session, office)).length));
      return { day, key: rowKey({ day, session }), most };
    }),
  );
}

type RowOfDay = { readonly day: Day };

export function rowKey({ day, session }: { readonly day: Day; readonly session: Session }): string {
  return `${day} ${session}`;
}

/**
 * The cell next to `target` for the keyboard: left and right go through the offices, up and down through the sessions
 * and on into the next day. Null where the week ends.
 */
export function nextCell(target: string, step: KeyStep, days: readonly Day[]): string | null {
  const place = textToTarget(target);
  if (place?.kind !== "cell") return null;
  const { day, session, office } = place;
  if (step === "left" || step === "right") {
    const next = officeIds[officeIds.indexOf(office) + (step === "right" ? 1 : -1)];
    return next ? targetToText({ kind: "cell", day, session, office: next }) : null;
  }
  const steps = days.flatMap((one) => keySessions.map((other) => ({ day: one, session: other })));
  const here = steps.findIndex(
    (one) => one.day === day && one.session === (session === "allday" ? "morning" : session),
  );
  const next = here < 0 ? undefined : steps[here + (step === "down" ? 1 : -1)];
  return next ? targetToText({ kind: "cell", office, ...next }) : null;
}

const keySessions: readonly Session[] = ["morning", "afternoon", "evening"];

/** How many items an office has in a span of days, each counted once. */
export function countOf(days: readonly Day[], office: OfficeId, at: (place: string) => readonly string[]): number {
  const ids = new Set(days.flatMap((day) => rowOrder.flatMap((session) => at(cellKey(day, session, office)))));
  return ids.size;
}
