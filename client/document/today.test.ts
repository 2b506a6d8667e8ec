import { createEffect, createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { decide } from "../../shared/document/settlements.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Item } from "../../shared/model/item.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { aboutOf, settlementIdOf } from "../../shared/rules/settling.ts";
import { an, city, item } from "../../test/world/small-city.ts";
import { createOverlapStore } from "./overlap-store.ts";
import { createSettlementStore } from "./settlement-store.ts";
import { createToday } from "./today.ts";

beforeEach(() => {
  // Half past eleven at night in Hanoi.
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 16, 30) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A page that stays open: the day, and overlaps that are told of it as a board does. */
function openPage(...items: readonly Item[]) {
  return createRoot((end) => {
    const { today, stop } = createToday();
    const overlaps = createOverlapStore((id) => items.find((each) => each.id === id));
    overlaps.begin(city, items);
    createEffect(() => overlaps.setToday(today()));
    return { today, overlaps, stop, end };
  });
}

const untilMorningMs = 8 * 3_600_000;

test("a page that stays open overnight knows in the morning that an invitation has not gone out in time", () => {
  const conference = {
    kind: "conference",
    status: "registered",
    day: "2026-11-25",
    parties: { [an]: "chair" },
  } as const;
  const { today, overlaps, stop, end } = openPage(
    item("a", "08:00", conference),
    item("b", "08:00", { ...conference, day: "2026-11-27", parties: {} }),
  );
  const kinds = () => overlaps.of("a").map(({ kind }) => kind);
  expect([today(), kinds(), overlaps.version()]).toEqual(["2026-11-23", [], 1]);
  vi.advanceTimersByTime(untilMorningMs);
  expect([today(), kinds(), overlaps.of("b"), overlaps.version()]).toEqual(["2026-11-24", ["notice"], [], 2]);
  stop();
  vi.advanceTimersByTime(3 * untilMorningMs);
  expect(today()).toBe("2026-11-24");
  end();
});

test("what was settled until a day is open on every page when that day is over", () => {
  const chaired = { end: "12:00", parties: { [an]: "chair" } } as const;
  const { today, overlaps, stop, end } = openPage(item("a", "08:00", chaired), item("b", "09:00", chaired));
  const settlements = createSettlementStore(today);
  const [overlap] = overlaps.of("a") as [Overlap];
  const doc = new Y.Doc();
  settlements.watchProgramme(doc);
  doc.transact(() =>
    decide(doc, {
      id: settlementIdOf(overlap),
      about: aboutOf(overlap),
      decision: {
        ...{ state: "settled", how: "accepted", print: overlap.fingerprint, atMs: 1, until: "2026-11-23" as Day },
        by: { id: "lan", name: "Lan" },
      },
      stepId: "step-1-abc",
    }),
  );
  const seen: string[] = [];
  const endWatch = createRoot((endIt) => {
    createEffect(() => seen.push(settlements.stateOf(overlap)));
    return endIt;
  });
  vi.advanceTimersByTime(untilMorningMs);
  expect(seen).toEqual(["settled", "reopened"]);
  stop();
  endWatch();
  end();
});
