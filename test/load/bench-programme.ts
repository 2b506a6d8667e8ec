import * as v from "valibot";
import { addDays, type Day, weekdayOf } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import type { Item, Participation } from "../../shared/model/item.ts";
import type { PartyRef } from "../../shared/model/ref.ts";

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Twenty leaders among eighty persons, bodies of five to sixty, sixty units, fifteen rooms. */
export function benchDirectory(): Directory {
  const persons = Array.from({ length: 80 }, (_, at) => ({ id: `p${at}`, name: `Người ${at}` }));
  const posts = persons.slice(0, 40).map(({ id }, at) => ({
    id: `post${at}`,
    name: `Chức ${at}`,
    holders: [{ person: id }],
  }));
  const bodies = [5, 9, 15, 15, 25, 60].map((size, at) => ({
    id: `b${at}`,
    name: `Ban ${at}`,
    members: Array.from({ length: size }, (_, m) => ({
      party: m < 40 && m % 2 === 0 ? `post:post${m}` : `person:p${(m + at) % 80}`,
    })),
  }));
  const units = Array.from({ length: 60 }, (_, at) => ({ id: `u${at}`, name: `Sở ${at}` }));
  const rooms = Array.from({ length: 15 }, (_, at) => ({ id: `r${at}`, name: `P. ${at}`, building: `Nhà ${at % 3}` }));
  return v.parse(directorySchema, { persons, posts, bodies, units, rooms });
}

/** Matters as officers write them: openings are few and shared, objects and places tell one from another. */
const openings = [
  "Họp nghe báo cáo về",
  "Hội nghị triển khai",
  "Kiểm tra tiến độ",
  "Cho ý kiến về",
  "Làm việc với các sở về",
  "Giám sát",
  "Thẩm định hồ sơ",
  "Dự lễ công bố",
];
const objects = [
  "kế hoạch trồng cây xanh đô thị",
  "đề án giảm ùn tắc giao thông",
  "dự án cải tạo hệ thống thoát nước",
  "quy hoạch phân khu đô thị phía bắc",
  "công tác phòng chống tham nhũng, tiêu cực",
  "chương trình chuyển đổi số",
  "kết quả cải cách hành chính",
  "phương án bồi thường giải phóng mặt bằng",
  "việc chuẩn bị kỳ họp thường lệ",
  "quyết toán ngân sách",
  "đầu tư xây dựng trường học công lập",
  "xử lý rác thải sinh hoạt",
  "nhà ở xã hội cho công nhân",
  "phát triển du lịch làng nghề",
  "phòng cháy chữa cháy chung cư",
  "giải ngân vốn đầu tư công",
];
const places =
  "Ba Đình,Cầu Giấy,Đông Anh,Sóc Sơn,Ba Vì,Sơn Tây,Hà Đông,Long Biên,Gia Lâm,Hoàng Mai,Thạch Thất,Đan Phượng,Mê Linh,Phú Xuyên,Ứng Hòa,Thanh Oai".split(
    ",",
  );

/** Usual hours of beginning, in minutes. */
export const usualStarts = [450, 480, 480, 510, 540, 600, 810, 840, 840, 870, 900, 960] as const;

export type Manner = {
  readonly count: number;
  readonly years: number;
  /** Leaders and rooms are taken where they are free, as in a programme that was worked on; otherwise by lot. */
  readonly planned: boolean;
};

/** A programme of `count` items from 2026-01-01 on, the same for the same wish. */
export function benchItems({ count, years, planned }: Manner): Item[] {
  const next = seeded(20261121);
  const pick = (below: number) => Math.floor(next() * below);
  const taken = new Set<string>();
  const free = (below: number, key: string) => {
    let at = pick(below);
    for (let tries = 0; planned && tries < 30 && taken.has(`${key} ${at}`); tries++) at = pick(below);
    taken.add(`${key} ${at}`);
    return at;
  };
  return Array.from({ length: count }, (_, number): Item => {
    let day = addDays("2026-01-01" as Day, pick(365 * years));
    if (weekdayOf(day) > 5 && pick(5) > 0) day = addDays(day, 1 + pick(4) + (weekdayOf(day) === 6 ? 1 : 0));
    const startMin = (usualStarts[pick(usualStarts.length)] ?? 480) as Minute;
    const half = `${day} ${startMin < 720 ? "s" : "c"}`;
    const parties: Record<PartyRef, Participation> = {};
    const join = (ref: PartyRef, role: Participation["role"]) => void (parties[ref] ??= { role });
    const chair = free(20, `${half} person`);
    join(pick(2) === 0 ? `post:post${chair}` : `person:p${chair}`, "chair");
    join(`unit:u${pick(60)}`, "invited");
    join(`unit:u${pick(60)}`, "prepare");
    join(`person:p${20 + free(60, `${half} staff`)}`, "attend");
    if (pick(planned ? 40 : 6) === 0) join(`body:b${pick(6)}`, "invited");
    const hasEnd = pick(5) === 0;
    return {
      id: `item${number}`,
      title: `${openings[pick(8)]} ${objects[pick(16)]} tại phường ${places[pick(16)]} giai đoạn ${2020 + pick(20)}`,
      office: (["party", "council", "people"] as const)[pick(3)] ?? "party",
      kind: pick(8) === 0 ? "conference" : "meeting",
      status: "registered",
      when:
        pick(12) === 0
          ? { horizon: "session", day, session: startMin < 720 ? "morning" : "afternoon" }
          : { horizon: "time", day, startMin, ...(hasEnd && { endMin: (startMin + 90) as Minute }) },
      ...(pick(planned ? 60 : 20) === 0 && { body: `body:b${pick(5)}` as PartyRef }),
      venue: pick(3) === 0 ? { text: `Hội trường xã ${pick(100)}` } : { room: `r${free(15, `${half} room`)}` },
      parties,
    };
  });
}
