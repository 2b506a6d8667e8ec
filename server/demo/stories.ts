import { addDays, type Day, dayParts } from "../../shared/kit/day.ts";
import { newId } from "../../shared/kit/id.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import type { Item, Participation } from "../../shared/model/item.ts";
import type { OverlapKind } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import { put, type WeekPlan } from "./week.ts";

/** Something that goes wrong between offices every week, as items on a day with a leader; and what the board says of it. */
type Story = {
  readonly shows: OverlapKind;
  /** What comes with it of itself: who makes a body too few is held elsewhere in person. */
  readonly with?: OverlapKind;
  items(on: {
    readonly day: Day;
    readonly before: Day;
    readonly chair: PartyRef;
    readonly other: PartyRef;
  }): readonly Sketch[];
};

type Sketch = Omit<Item, "id" | "status" | "parties" | "when"> & {
  readonly when?: Item["when"];
  readonly start?: number;
  readonly end?: number;
  readonly chair: PartyRef;
  readonly prepare?: PartyRef;
};

const thisWeek: readonly Story[] = [
  {
    shows: "subject",
    items: ({ day, chair, other }) => {
      const { year } = dayParts(day);
      return [
        {
          title: `Hội nghị tổng kết công tác phòng, chống tham nhũng, lãng phí, tiêu cực năm ${year}`,
          office: "party",
          kind: "conference",
          venue: { text: "Trụ sở Ban Nội chính Thành ủy" },
          start: 480,
          chair,
          prepare: "unit:bnc",
        },
        {
          title: `Tổng kết công tác PCTN, lãng phí, tiêu cực năm ${year}`,
          office: "people",
          kind: "conference",
          venue: { text: "Trụ sở Thanh tra Thành phố" },
          start: 840,
          chair: other,
          prepare: "unit:ttra",
        },
      ];
    },
  },
  {
    shows: "due",
    items: ({ day, chair }) => [
      {
        title: "Cho ý kiến về phương án phân bổ kinh phí chỉnh trang đô thị dịp cuối năm",
        office: "people",
        kind: "meeting",
        venue: { room: "ph5-ub" },
        start: 960,
        due: addDays(day, 1),
        chair,
        prepare: "unit:stc",
      },
    ],
  },
  {
    shows: "capacity",
    items: ({ chair }) => [
      {
        title: "Gặp mặt đại biểu trẻ các ban của Hội đồng nhân dân",
        office: "council",
        kind: "meeting",
        venue: { room: "p302", seats: 45 },
        start: 900,
        chair,
        prepare: "unit:p-ct-hdnd",
      },
    ],
  },
  {
    shows: "online",
    items: ({ chair, other }) => [
      {
        title: "Hội nghị trực tuyến quán triệt nghị quyết đến chi bộ cơ sở",
        office: "party",
        kind: "conference",
        venue: { room: "ht-tu", online: { points: 229, delegates: 9_160 } },
        start: 840,
        chair,
        prepare: "unit:btgdv",
      },
      {
        title: "Giao ban trực tuyến với các xã, phường về cải cách hành chính",
        office: "people",
        kind: "conference",
        venue: { room: "ht1-ub", online: { points: 126, delegates: 3_150 } },
        start: 870,
        chair: other,
        prepare: "unit:snv",
      },
    ],
  },
  {
    shows: "notice",
    items: ({ day, before, chair }) => [
      {
        title: "Họp khẩn về phương án ứng phó mưa lớn diện rộng",
        office: "people",
        kind: "meeting",
        venue: { room: "ttdh-ub" },
        announced: { on: before, of: day },
        unexpected: true,
        start: 1_020,
        chair,
        prepare: "unit:snnmt",
      },
    ],
  },
  {
    shows: "travel",
    items: ({ chair }) => [
      {
        title: "Nghe báo cáo tiến độ nhà ở xã hội",
        office: "people",
        kind: "meeting",
        venue: { room: "ph2-ub" },
        start: 480,
        end: 540,
        chair,
        prepare: "unit:sxd",
      },
      {
        title: "Kiểm tra tiến độ đường vành đai qua xã Ba Vì",
        office: "people",
        kind: "trip",
        venue: { text: "UBND xã Ba Vì" },
        start: 570,
        chair,
        prepare: "unit:bql-gt",
      },
    ],
  },
];

const nextWeek: readonly Story[] = [
  {
    shows: "quorum",
    with: "person",
    items: () => [
      {
        title: "Ban Chỉ đạo giải phóng mặt bằng họp đột xuất về đường vành đai",
        office: "people",
        kind: "meeting",
        body: "body:bcd-gpmb",
        venue: { text: "Trung tâm Phát triển quỹ đất Thành phố" },
        start: 960,
        chair: "post:pct-tt",
        prepare: "unit:ttptqd",
      },
      {
        title: "Gặp mặt doanh nghiệp xây dựng nhà ở xã hội",
        office: "council",
        kind: "meeting",
        venue: { text: "Trụ sở Sở Xây dựng" },
        start: 960,
        chair: "post:gd-sxd",
      },
      {
        title: "Làm việc với Đoàn ĐBQH về nước sạch nông thôn",
        office: "council",
        kind: "meeting",
        venue: { text: "Trụ sở Sở Nông nghiệp và Môi trường" },
        start: 960,
        chair: "post:gd-snnmt",
      },
    ],
  },
  {
    shows: "calendar",
    items: ({ chair }) => [
      {
        title: "Họp tổng duyệt chương trình nghệ thuật cuối năm",
        office: "party",
        kind: "meeting",
        venue: { text: "Nhà hát Hồ Gươm" },
        start: 1_170,
        chair,
        prepare: "unit:btgdv",
      },
    ],
  },
  {
    shows: "unit",
    items: ({ day, chair }) =>
      [
        "dự toán ngân sách của các sở, ngành",
        "phương án vay lại vốn nước ngoài",
        "định mức chi hội nghị, tập huấn",
        "kế hoạch sắp xếp nhà, đất công",
      ].map((matter) => ({
        title: `Trình ${matter}`,
        office: "people",
        kind: "dossier",
        due: day,
        when: { horizon: "day", day },
        chair,
        prepare: "unit:stc",
      })),
  },
  {
    shows: "notice",
    items: ({ before, chair }) => [
      {
        title: "Tiếp công dân định kỳ của Trưởng Ban Nội chính",
        office: "party",
        kind: "reception",
        venue: { room: "tcd" },
        announced: { on: addDays(before, -7), of: before },
        start: 840,
        chair,
        prepare: "unit:btcd",
      },
    ],
  },
];

const leaders: readonly PartyRef[] = [
  "post:pct-tt",
  "post:pct-dt",
  "post:pct-vx",
  "post:pct-nn",
  "post:pct-kt",
  "post:pct-cn",
  "post:pct-hdnd",
  "post:tb-nc",
  "post:tb-tgdv",
  "post:tb-tc",
];

/** Weeks with hardly a working day have no room for stories. */
const workdaysMin = 4;

/**
 * Puts in what the finer rules are for, in the week people look at and the one after: one matter twice, a dossier that is due
 * too late, a room too small… A story goes in where it says what it is about and clashes with nothing else.
 */
export function plantStories(plan: WeekPlan): void {
  const stories = plan.age === 0 ? thisWeek : plan.age === 1 ? nextWeek : [];
  const workdays = plan.week.days.filter(plan.calendar.isWorkday);
  if (workdays.length < workdaysMin) return;
  for (const story of stories) plantStory(plan, story, workdays.slice(1));
}

function plantStory(plan: WeekPlan, story: Story, days: readonly Day[]): void {
  for (const day of plan.dice.shuffle(days))
    for (const chair of plan.dice.shuffle(leaders)) {
      const other = leaders[(leaders.indexOf(chair) + 1) % leaders.length] ?? chair;
      const items = story
        .items({ day, before: addDays(day, -1), chair, other })
        .map((sketch) => itemOf(plan, sketch, day));
      const { created } = plan.overlaps.whatIf(items);
      const isTold = created.some(({ kind }) => kind === story.shows);
      if (!isTold || created.some(({ kind }) => kind !== story.shows && kind !== story.with)) continue;
      for (const item of items) put(plan, item);
      return;
    }
}

function itemOf(plan: WeekPlan, { start = 480, end, chair, prepare, when, ...rest }: Sketch, day: Day): Item {
  const parties: Partial<Record<PartyRef, Participation>> = {};
  parties[chair] = { role: "chair", order: 0 };
  if (prepare) parties[prepare] = { role: "prepare", order: 1 };
  return {
    ...rest,
    id: newId(plan.dice.bytes),
    status: "approved",
    when: when ?? {
      horizon: "time",
      day,
      startMin: start as Minute,
      ...(end !== undefined && { endMin: end as Minute }),
    },
    parties,
  };
}
