import { describe, expect, test } from "vitest";
import { readMetrics } from "../../test/world/metrics-page.ts";
import { createMeters, type Meters, noMeters } from "./meters.ts";
import { resolutionMs, watchProcess } from "./process-gauges.ts";

/** What each meter moves. A meter that is forgotten here does not compile. */
const moves: { readonly [Name in keyof Meters]: readonly [act: (meters: Meters) => void, moved: string] } = {
  appended: [(meters) => meters.appended(3), 'lien_thong_append_seconds_bucket{le="0.005"}'],
  appendFailed: [(meters) => meters.appendFailed(), "lien_thong_append_retries_total"],
  saved: [(meters) => meters.saved(40), 'lien_thong_saved_seconds_bucket{le="0.05"}'],
  gap: [(meters) => meters.gap(), "lien_thong_gaps_total"],
  refused: [(meters) => meters.refused("no-right"), 'lien_thong_refusals_total{reason="no-right"}'],
  closed: [(meters) => meters.closed(1012), 'lien_thong_closed_sockets_total{code="1012"}'],
  cut: [(meters) => meters.cut("stalled"), 'lien_thong_cut_sockets_total{reason="stalled"}'],
  paused: [(meters) => meters.paused("rate"), 'lien_thong_socket_pauses_total{reason="rate"}'],
  presenceDropped: [(meters) => meters.presenceDropped(), "lien_thong_presence_dropped_total"],
  turnedAway: [(meters) => meters.turnedAway("stopping"), 'lien_thong_turned_away_total{reason="stopping"}'],
};

describe("meters", () => {
  test.each(Object.entries(moves))("%s moves its own number, from 0 to 1", (_name, [act, moved]) => {
    const meters = createMeters();
    expect(readMetrics(meters.text()).get(moved)).toBe(0);
    act(meters);
    expect(readMetrics(meters.text()).get(moved)).toBe(1);
    act(noMeters);
    expect(readMetrics(meters.text()).get(moved)).toBe(1);
  });

  test("times are told in seconds", () => {
    const meters = createMeters();
    meters.appended(250);
    expect(readMetrics(meters.text()).get("lien_thong_append_seconds_sum")).toBe(0.25);
  });

  test("whatever code a client closes with, the page grows no longer", () => {
    const meters = createMeters();
    const before = readMetrics(meters.text()).size;
    for (let code = 3000; code < 5000; code++) meters.closed(code);
    expect(readMetrics(meters.text()).size).toBe(before);
  });
});

test("the process says what it weighs, and how late it was since one last looked", async () => {
  const gauges = watchProcess();
  let page = readMetrics(gauges.text());
  while ((page.get("lien_thong_loop_delay_max_seconds") ?? 0) < 0.05) {
    // After a reading Node's first look only begins to count: what the next ones find is told.
    for (let turn = 0; turn < 3; turn++) {
      const until = performance.now() + 2 * resolutionMs;
      while (performance.now() < until);
      for (let rest = 0; rest < 2; rest++) await new Promise((resolve) => setImmediate(resolve));
    }
    page = readMetrics(gauges.text());
  }
  gauges.stop();
  expect(page.get("lien_thong_resident_memory_bytes")).toBeGreaterThan(10_000_000);
  expect(page.get("lien_thong_heap_used_bytes")).toBeGreaterThan(1_000_000);
});
