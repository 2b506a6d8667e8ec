import { describe, expect, test } from "vitest";
import { item } from "../../test/world/small-city.ts";
import { type Day, dayToEpochDay } from "../kit/day.ts";
import type { Length } from "../model/directory.ts";
import { type Item, itemKinds, itemStatuses } from "../model/item.ts";
import { defaultLengths, ruledLength } from "./default-lengths.ts";
import { spanOf } from "./span.ts";

const monday = dayToEpochDay("2026-11-23" as Day) * 1440;

/** A span in hours of the Monday: "14:00–15:30 assumed". Hours count on over midnight. */
function told(subject: Item, lengths: readonly Length[] = []): string {
  const hour = (minute: number) => {
    const at = minute - monday;
    return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
  };
  const { stretches } = spanOf(subject, lengths);
  return stretches
    .map((s) => `${hour(s.fromMin)}–${hour(s.toMin)} ${s.basis}${s.isStart ? "" : " (no hour)"}`)
    .join(", ");
}

describe("who holds nobody", () => {
  test.each(itemStatuses)("status %s", (status) => {
    const isLive = status === "registered" || status === "approved" || status === "held";
    expect(told(item("a", "08:00", { status })) !== "").toBe(isLive);
  });

  test.each(itemKinds)("kind %s", (kind) => {
    const isIdle = kind === "office-work" || kind === "dossier";
    expect(told(item("a", "08:00", { kind })) === "").toBe(isIdle);
    expect(defaultLengths[kind] === null).toBe(isIdle || kind === "duty");
  });

  test("a duty goes by days, whatever its hours", () => {
    expect(told(item("a", "08:00", { kind: "duty" }))).toBe("5:00–18:00 days (no hour)");
  });

  test("a matter that says so", () => {
    expect(told(item("a", "08:00", { title: "Làm việc tại cơ quan" }))).toBe("");
    expect(told(item("a", "08:00", { title: "Làm việc tại cơ quan Bộ Nội vụ" }))).not.toBe("");
  });

  test("an item without a day", () => {
    const vague: Item = { ...item("a", "08:00"), when: { horizon: "quarter", period: "2026-Q4" } };
    expect(told(vague)).toBe("");
  });
});

describe("how long an item lasts", () => {
  test("a written end is believed", () => {
    expect(told(item("a", "14:00", { end: "14:20" }))).toBe("14:00–14:20 written");
  });

  test("otherwise the custom of its kind", () => {
    expect(told(item("a", "14:00"))).toBe("14:00–15:30 assumed");
    expect(told(item("a", "14:00", { kind: "conference" }))).toBe("14:00–16:00 assumed");
    expect(told(item("a", "14:00", { kind: "visit" }))).toBe("14:00–14:45 assumed");
  });

  test("what fills its session ends with it, after three hours at most and one at least", () => {
    expect(told(item("a", "08:00", { kind: "session" }))).toBe("8:00–11:00 stretched");
    expect(told(item("a", "10:00", { kind: "session" }))).toBe("10:00–12:00 stretched");
    expect(told(item("a", "11:30", { kind: "session" }))).toBe("11:30–12:30 stretched");
  });

  test("“cả ngày” beside an hour lasts the day", () => {
    expect(told(item("a", "07:30", { session: "allday" }))).toBe("7:30–18:00 wholeday");
  });

  test("the length is told only where it was taken for granted", () => {
    expect(spanOf(item("a", "14:00"), []).assumedMin).toBe(90);
    expect(spanOf(item("a", "14:00", { end: "15:00" }), []).assumedMin).toBeNull();
    expect(spanOf(item("a", null, { session: "morning" }), []).assumedMin).toBeNull();
  });
});

describe("the board's own lengths", () => {
  const rules: readonly Length[] = [
    { id: "k", kind: "meeting", length: 45 },
    { id: "b", body: "btv", length: "session" },
    { id: "bk", body: "btv", kind: "conference", length: 150 },
  ];

  test("the most exact rule wins: body and kind, then body, then kind", () => {
    expect(ruledLength(rules, { kind: "conference", body: "body:btv" })).toBe(150);
    expect(ruledLength(rules, { kind: "meeting", body: "body:btv" })).toBe("session");
    expect(ruledLength(rules, { kind: "meeting" })).toBe(45);
    expect(ruledLength(rules, { kind: "visit" })).toBeNull();
    expect(told(item("a", "14:00"), rules)).toBe("14:00–14:45 ruled");
    expect(told(item("a", "14:00", { body: "body:btv" }), rules)).toBe("14:00–17:00 stretched");
  });

  test("two equally exact rules are decided by their ids, in whatever order they come", () => {
    const twins: readonly Length[] = [
      { id: "z", kind: "meeting", length: 30 },
      { id: "a", kind: "meeting", length: 60 },
    ];
    expect(ruledLength(twins, { kind: "meeting" })).toBe(60);
    expect(ruledLength(twins.toReversed(), { kind: "meeting" })).toBe(60);
  });

  test("a rule does not make a dossier hold anybody", () => {
    expect(told(item("a", "08:00", { kind: "dossier" }), [{ id: "d", kind: "dossier", length: 60 }])).toBe("");
  });
});

describe("without an hour the session is all that is known", () => {
  test.each([
    ["morning", "5:00–12:00 session (no hour)"],
    ["afternoon", "12:00–18:00 session (no hour)"],
    ["evening", "18:00–22:00 session (no hour)"],
    ["allday", "5:00–18:00 wholeday (no hour)"],
  ] as const)("%s", (session, words) => {
    expect(told(item("a", null, { session }))).toBe(words);
  });

  test("a bare day is the working day", () => {
    expect(told(item("a", null))).toBe("5:00–18:00 session (no hour)");
  });
});

describe("several days and midnight", () => {
  test("a night goes on over midnight", () => {
    expect(told(item("a", "22:00", { lastDay: "2026-11-24", end: "01:30" }))).toBe("22:00–25:30 written");
    expect(told(item("a", "23:30"))).toBe("23:30–25:00 assumed");
  });

  test("mornings of three days are three mornings", () => {
    expect(told(item("a", null, { session: "morning", lastDay: "2026-11-25" }))).toBe(
      "5:00–12:00 session (no hour), 29:00–36:00 session (no hour), 53:00–60:00 session (no hour)",
    );
  });

  test("of whole days the inner ones are sure, the first and the last are not; only on a journey with their nights", () => {
    expect(told(item("a", null, { lastDay: "2026-11-25", kind: "trip" }))).toBe(
      "5:00–18:00 session (no hour), 24:00–48:00 days (no hour), 53:00–66:00 session (no hour)",
    );
    expect(told(item("a", null, { lastDay: "2026-11-25", kind: "conference" }))).toBe(
      "5:00–18:00 session (no hour), 29:00–42:00 days (no hour), 53:00–66:00 session (no hour)",
    );
  });

  test("days between two written hours are days, a journey goes on through the nights", () => {
    const days = { lastDay: "2026-11-25", end: "11:30" } as const;
    expect(told(item("a", "14:00", days))).toBe("14:00–17:30 written, 29:00–41:30 written, 53:00–59:30 written");
    expect(told(item("a", "14:00", { ...days, kind: "trip" }))).toBe("14:00–59:30 written");
    expect(told(item("a", "14:00", { ...days, end: "01:00" }))).toBe(
      "14:00–17:30 written, 29:00–41:30 written, 48:00–49:00 written",
    );
    expect(told(item("a", "19:00", { lastDay: "2026-11-24", end: "11:30" }))).toBe(
      "19:00–20:00 written, 29:00–35:30 written",
    );
  });

  test("days with an hour of departure begin at that hour", () => {
    expect(told(item("a", "14:00", { lastDay: "2026-11-25", kind: "trip" }))).toBe(
      "14:00–18:00 stretched, 24:00–48:00 days (no hour), 53:00–66:00 session (no hour)",
    );
  });

  test("a span of a year holds only its first two months, day by day", () => {
    expect(spanOf(item("a", null, { session: "morning", lastDay: "2027-11-23" }), []).stretches).toHaveLength(62);
  });
});
