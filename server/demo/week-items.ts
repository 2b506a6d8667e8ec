import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { drawMatter } from "./matter.ts";
import { putDuties, putRegulars } from "./rhythm-items.ts";
import { drawSlot } from "./slot.ts";
import { drawStatus } from "./status.ts";
import { itemOf, put, seat, type WeekPlan } from "./week.ts";

/** Of a hundred items, how many are each office's. */
const shares: readonly (readonly [OfficeId, number])[] = [
  ["party", 29],
  ["council", 26],
  ["people", 45],
];

/** Times tried for one matter before another is drawn. */
const slotsTried = 5;

/**
 * Fills a week up to `count` items: what recurs, who is on duty, then matters drawn by chance, each where its people and
 * its room are free. `crowded` says what becomes of the rest when nothing is free any more: it is left out, or put in all
 * the same.
 */
export function fillWeek(plan: WeekPlan, { count, crowded }: { count: number; crowded: "left out" | "put in" }): void {
  putRegulars(plan);
  putDuties(plan);
  const target = count - plan.items.length;
  for (const [office, share] of shares) {
    const quota = Math.round((target * share) / 100);
    let seated = 0;
    for (let tried = 0; seated < quota && tried < quota * 8; tried++) if (seatDrawn(plan, office)) seated += 1;
    if (crowded === "put in") for (; seated < quota; seated++) put(plan, drawItem(plan, office));
  }
}

function seatDrawn(plan: WeekPlan, office: OfficeId): boolean {
  const matter = drawMatter(office, plan.dice);
  for (let tried = 0; tried < slotsTried; tried++) {
    const item = finish(plan, itemOf(plan, matter, drawSlot(matter, plan.week.days, plan)));
    if (seat(plan, item)) return true;
  }
  return false;
}

function drawItem(plan: WeekPlan, office: OfficeId): Item {
  const matter = drawMatter(office, plan.dice);
  return finish(plan, itemOf(plan, matter, drawSlot(matter, plan.week.days, plan)));
}

const invitationSigns: Readonly<Record<OfficeId, (number: number) => string>> = {
  party: (number) => `${number}-GM/TU`,
  council: (number) => `${number}/GM-HĐND`,
  people: (number) => `${number}/GM-UBND`,
};

const notes = [
  "Tài liệu gửi trước 02 ngày làm việc.",
  "Đề nghị đơn vị chuẩn bị trình chiếu.",
  "Xe đón đại biểu tại sảnh chính trước giờ khởi hành 15 phút.",
  "Thay giấy mời.",
  "Mời phóng viên dự, đưa tin 15 phút đầu.",
];

/** Gives a drawn item its status and, now and then, what officers add: an invitation, a note, "đột xuất". */
function finish(plan: WeekPlan, item: Item): Item {
  const { dice, age } = plan;
  const status = drawStatus(age, dice);
  const isInvited = status !== "registered" && (item.kind === "conference" || item.kind === "meeting");
  return {
    ...item,
    status,
    ...(isInvited && dice.happens(25) && { ref: invitationSigns[item.office](100 + dice.below(800)) }),
    ...(dice.happens(6) && { notes: dice.pick(notes) }),
    ...(age <= 1 && isPlaced(item.when) && dice.happens(4) && { unexpected: true }),
  };
}
