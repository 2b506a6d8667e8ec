import { addDays, type Day, dayOf, dayParts } from "../../shared/kit/day.ts";
import { newId } from "../../shared/kit/id.ts";
import { addWeeks, weekOf } from "../../shared/kit/week.ts";
import type { Item, ItemKind } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { When } from "../../shared/model/when.ts";
import { createDice, type Dice } from "./dice.ts";
import { drawScene, fillTitle } from "./matter.ts";

type Row = readonly [office: OfficeId, kind: ItemKind, title: string, body: PartyRef | null];

/** Matters that are due in a period and have no day yet. */
const rows: readonly Row[] = [
  ["party", "conference", "Ban Thường vụ cho ý kiến về {plan}", "body:btv"],
  ["people", "dossier", "Trình UBND Thành phố {plan}", null],
  ["council", "meeting", "Thường trực HĐND cho ý kiến về {plan}", "body:tt-hdnd"],
  ["people", "dossier", "Lấy ý kiến bằng văn bản thành viên UBND về {plan}", null],
  ["people", "conference", "Hội nghị tổng kết {policy}", null],
  ["council", "trip", "Giám sát chuyên đề {policy}", null],
  ["party", "dossier", "Thẩm định, trình Thường trực Thành ủy {plan}", null],
  ["council", "conference", "Hội nghị lấy ý kiến chuyên gia về dự án {law}", null],
  ["party", "conference", "Hội nghị sơ kết {policy}", null],
  ["people", "trip", "Kiểm tra chuyên đề {work}", null],
];

/**
 * About ten matters in each of this month and the next two that are due without a day: most in the month, some only in a
 * week, the quarter or the year.
 */
export function undatedItems(today: Day, seed: number): Item[] {
  const { year, month } = dayParts(today);
  return [0, 1, 2].flatMap((ahead) => {
    const first = dayOf(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, 1);
    return first === null ? [] : undatedOfMonth(first, createDice(`${seed}/undated/${first}`));
  });
}

function undatedOfMonth(first: Day, dice: Dice): Item[] {
  return dice.shuffle(rows).map((row, at) => {
    const scene = drawScene(dice);
    const [office, kind, title, body] = row;
    const lead = office === "people" ? scene.unit : office === "party" ? "unit:p-th-tu" : "unit:p-ct-hdnd";
    const when = periodOf(first, at);
    return {
      id: newId(dice.bytes),
      title: fillTitle(title, scene, dice),
      office,
      kind,
      status: dice.happens(60) ? "registered" : "approved",
      when,
      ...(body && { body }),
      ...(when.horizon === "month" && { due: addDays(first, dice.pick([4, 9, 14, 19])) }),
      parties: { [lead]: { role: "prepare" as const, order: 0 } },
    };
  });
}

/** Of ten: six in the month, two in a week of it, one in the quarter, one in the year. */
function periodOf(first: Day, at: number): When {
  const { year, month } = dayParts(first);
  if (at < 6) return { horizon: "month", period: first.slice(0, 7) };
  if (at < 8) {
    const { year: weekYear, week } = addWeeks(weekOf(addDays(first, 3)), at - 4);
    return { horizon: "week", period: `${weekYear}-W${String(week).padStart(2, "0")}` };
  }
  if (at === 8) return { horizon: "quarter", period: `${year}-Q${Math.ceil(month / 3)}` };
  return { horizon: "year", period: String(year) };
}
