import { describe, expect, test } from "vitest";
import {
  beatMs,
  type JointShow,
  type Line,
  type OverlapRow,
  type OverlapsShow,
  type Pairing,
  type PairingAsked,
  type Part,
  type ProgrammeShow,
  type ScreenFrame,
  type ScreenShow,
  type ScreenView,
  type Seen,
  screenFeedVersion,
  type TodayShow,
  viewsPerSecondMax,
} from "./screen-feed.ts";

type NotNull<Value> = { [Key in keyof Value]-?: Exclude<Value[Key], null> };

/** One of each noun with every field said: a field that is added, taken away or renamed does not compile here. */
const line: NotNull<Line> = {
  key: "l1",
  hour: "14:00–16:30",
  office: "party",
  officeName: "Văn phòng Thành ủy",
  matter: "Họp giao ban",
  who: "đ/c An",
  where: "Phòng họp 1",
  status: "approved",
  isUnexpected: false,
  isWithheld: false,
  mark: "certain",
  was: { atMs: 1, hour: "08:00", where: "Phòng họp 2", who: "đ/c Bình" },
  ghost: { by: "Lan", hour: "15:00", reason: "Trùng phòng" },
};
const part: Part = { key: "p1", title: "Sáng", day: "2026-11-24", lines: [line] };
const dayLine = { ...line, day: "2026-11-24" };
const row: NotNull<OverlapRow> = {
  key: "o1",
  certainty: "certain",
  word: "Chắc chắn",
  reason: "Trùng phòng",
  a: dayLine,
  b: dayLine,
};
const programme: NotNull<ProgrammeShow> = { of: "programme", title: "Tuần 48", parts: [part], now: 0 };
const today: TodayShow = { of: "today", title: "Hôm nay", now: [line], next: [line] };
const overlaps: OverlapsShow = { of: "overlaps", title: "Trùng lịch", rows: [row] };
const joint: NotNull<JointShow> = {
  of: "joint",
  title: "Trùng lịch 2 / 8",
  subtitle: "Họp chung tuần 48",
  certainty: "certain",
  reason: "Trùng phòng",
  sides: [dayLine],
  offers: [{ number: 1, words: "Dời sang chiều", isTaken: false, isFree: true }],
  decided: "Dời sang chiều",
  decidedCount: 1,
  leftCount: 7,
};
/** By its name, each thing that a screen can show. */
const shows: { readonly [Of in ScreenShow["of"]]: Extract<ScreenShow, { of: Of }> } = {
  blank: { of: "blank" },
  calibrate: { of: "calibrate" },
  programme,
  today,
  overlaps,
  joint,
  "no-session": { of: "no-session", next: programme },
};
const viewOf = (show: ScreenShow): ScreenView => ({
  setting: {
    name: "Phòng họp 1",
    room: "p1",
    language: "vi",
    theme: "light",
    distance: 6,
    night: { fromMin: 1320, toMin: 300 },
  },
  mode: "week",
  driver: { name: "Lan", atMs: 1 },
  isFrozen: false,
  turn: 0,
  show,
});
const frames: { readonly [Type in ScreenFrame["type"]]: Extract<ScreenFrame, { type: Type }> } = {
  hello: { type: "hello", version: screenFeedVersion, build: "abc", nowMs: 1 },
  view: { type: "view", nowMs: 1, view: viewOf(programme) },
  beat: { type: "beat", nowMs: 1 },
  revoked: { type: "revoked" },
};

/** Every path of a value to something that is no object, once: "view.show.parts.0.lines.0.hour". */
function pathsOf(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, at === "" ? key : `${at}.${key}`));
}
/** The names of the fields one level below each noun. */
const fieldsOf = (value: object) => Object.keys(value).join(" ");

describe("the feed of a screen", () => {
  test("changes its form only together with its version: a screen of another one reloads", () => {
    expect(screenFeedVersion, "raise it together with a form below").toBe(1);
    expect(Object.fromEntries(Object.entries(frames).map(([type, frame]) => [type, fieldsOf(frame)]))).toEqual({
      hello: "type version build nowMs",
      view: "type nowMs view",
      beat: "type nowMs",
      revoked: "type",
    });
    expect(Object.fromEntries(Object.entries(shows).map(([of, show]) => [of, fieldsOf(show)]))).toEqual({
      blank: "of",
      calibrate: "of",
      programme: "of title parts now",
      today: "of title now next",
      overlaps: "of title rows",
      joint: "of title subtitle certainty reason sides offers decided decidedCount leftCount",
      "no-session": "of next",
    });
    expect(pathsOf(viewOf({ of: "blank" })).join(" ")).toBe(
      "setting.name setting.room setting.language setting.theme setting.distance setting.night.fromMin setting.night.toMin mode driver.name driver.atMs isFrozen turn show.of",
    );
    expect(fieldsOf(line)).toBe(
      "key hour office officeName matter who where status isUnexpected isWithheld mark was ghost",
    );
    expect([line.was, line.ghost].map(fieldsOf)).toEqual(["atMs hour where who", "by hour reason"]);
    expect([part, row, joint.offers[0] ?? {}].map(fieldsOf)).toEqual([
      "key title day lines",
      "key certainty word reason a b",
      "number words isTaken isFree",
    ]);
  });

  test("is plain data: whatever is shown, JSON carries it whole", () => {
    const all: ScreenFrame[] = [...Object.values(frames)];
    for (const show of Object.values(shows)) all.push({ type: "view", nowMs: 1, view: viewOf(show) });
    expect(all.length).toBeGreaterThan(10);
    for (const frame of all) expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
  });

  test("says that it lives more seldom than it shows what changes, and often enough to be missed within a breath", () => {
    expect(beatMs).toBeGreaterThan(1_000 / viewsPerSecondMax);
    expect(beatMs).toBeLessThanOrEqual(5_000);
  });
});

test("what a screen and whoever lets it in are told of pairing has the fields that RFC 8628 asks for", () => {
  const pairing: Pairing = {
    secret: "s",
    code: "BCD-FGH",
    path: "/screens/pair/BCD-FGH",
    expiresInSeconds: 600,
    intervalSeconds: 5,
  };
  const asked: NotNull<PairingAsked> = {
    device: "TV",
    size: "1920×1080",
    address: "10.0.0.5",
    askedMs: 1,
    expiresMs: 2,
  };
  const seen: Seen = { seenMs: 1, address: "10.0.0.5", isConnected: true };
  expect([pairing, asked, seen].map(fieldsOf)).toEqual([
    "secret code path expiresInSeconds intervalSeconds",
    "device size address askedMs expiresMs",
    "seenMs address isConnected",
  ]);
});
