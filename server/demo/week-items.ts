import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { drawMatter, type Matter } from "./matter.ts";
import { putDuties, putRegulars } from "./rhythm-items.ts";
import { drawSlot } from "./slot.ts";
import { drawStatus } from "./status.ts";
import { itemOf, put, seat, type WeekPlan } from "./week.ts";

/** Of a hundred items, how many are the Party's and the Council's; the rest is the Committee's. */
const partyShare = 29;
const councilShare = 26;

/** Times tried for one matter before another is drawn. */
const slotsTried = 5;

/** Matters drawn for one place in the programme before it stays empty. */
const mattersTried = 8;

/** How a week is filled: how many items, and how many in a hundred go in without a look at who is free. */
export type Filling = { readonly count: number; readonly carelessPercent: number };

/**
 * Fills a week up to `count` items: what recurs, who is on duty, then matters drawn by chance, each where its people and
 * its room are free. Where nothing is free any more a careful week stays a little emptier; a careless one (a measuring
 * load) has exactly `count`, or what recurs when that is more.
 */
export function fillWeek(plan: WeekPlan, { count, carelessPercent }: Filling): void {
  putRegulars(plan);
  putDuties(plan);
  const target = Math.max(0, count - plan.items.length);
  const party = Math.round((target * partyShare) / 100);
  const council = Math.round((target * councilShare) / 100);
  const quotas: [OfficeId, number][] = [
    ["party", party],
    ["council", council],
    ["people", target - party - council],
  ];
  for (const [office, quota] of quotas) {
    for (let seated = 0; seated < quota; seated++) {
      const isCareless = plan.dice.happens(carelessPercent);
      if (isCareless || (!seatOne(plan, office) && carelessPercent > 0)) putOne(plan, office);
    }
  }
}

function seatOne(plan: WeekPlan, office: OfficeId): boolean {
  for (let tried = 0; tried < mattersTried; tried++) if (seatDrawn(plan, office)) return true;
  return false;
}

function seatDrawn(plan: WeekPlan, office: OfficeId): boolean {
  const matter = drawMatter(office, plan.dice);
  for (let tried = 0; tried < slotsTried; tried++) {
    const item = placeMatter(plan, matter);
    if (item && seat(plan, item)) return true;
  }
  return false;
}

/** Puts in the first matter that finds a day, whoever is busy. Every office has matters for days off, too. */
function putOne(plan: WeekPlan, office: OfficeId): void {
  let item: Item | null = null;
  while (!item) item = placeMatter(plan, drawMatter(office, plan.dice));
  put(plan, item);
}

function placeMatter(plan: WeekPlan, matter: Matter): Item | null {
  const when = drawSlot(matter, plan.week.days, plan);
  return when && finish(plan, itemOf(plan, matter, when));
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
