import { closeCode } from "../../shared/protocol/close-code.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import { refusalReasons } from "../../shared/protocol/refusal.ts";
import { Counter, Histogram, totalText } from "./measures.ts";

/** What is counted of the work, handed to whoever does it as the log is: the log says what happened, this how often. */
export type Meters = {
  /** A batch of edits became durable, `tookMs` after it was handed to the store for the first time. */
  appended(tookMs: number): void;
  /** The store did not take a batch now: it will be tried again. */
  appendFailed(): void;
  /** A browser was told "saved", `tookMs` after its marker came. */
  saved(tookMs: number): void;
  /** An update built on something missing, and its sender was asked for that. */
  gap(): void;
  /** A part of an update was not taken. */
  refused(why: RefusalReason): void;
  /** A socket is closed, with this code, whoever closed it. */
  closed(code: number): void;
  /** A socket was cut without a goodbye. */
  cut(why: CutReason): void;
  /** A socket is not read for a while. */
  paused(why: PauseReason): void;
  /** What a socket said of itself came faster than anybody is told. */
  presenceDropped(): void;
  /** Somebody was not let in. */
  turnedAway(why: TurnedAwayReason): void;
};

const cutReasons = ["stalled", "silent", "flood"] as const;
const pauseReasons = ["store", "rate", "leaving"] as const;
const turnedAwayReasons = ["stopping", "process-full", "person-full", "handshakes-full"] as const;

/** `stalled`: it takes nothing. `silent`: it says nothing. `flood`: a screen, which has nothing to say, says much. */
export type CutReason = (typeof cutReasons)[number];
/** `store`: more is accepted than the store has taken. `rate`: it sends too fast. `leaving`: the server goes away. */
export type PauseReason = (typeof pauseReasons)[number];
export type TurnedAwayReason = (typeof turnedAwayReasons)[number];

export const noMeters: Meters = {
  appended() {},
  appendFailed() {},
  saved() {},
  gap() {},
  refused() {},
  closed() {},
  cut() {},
  paused() {},
  presenceDropped() {},
  turnedAway() {},
};

/** Every meter, and the page on which they are read. */
export type Page = Meters & { text(): string };

/** From a keystroke nobody notices to an outage. */
const secondBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** RFC 6455: a browser that leaves, nothing said, cut, a frame too long; then ours. */
const countedCodes = [1000, 1001, 1005, 1006, 1009, ...Object.values(closeCode)];

export function createMeters(): Page {
  const append = new Histogram(
    named("append_seconds", "From handing a batch of edits to the store until it is durable."),
    secondBounds,
  );
  const saved = new Histogram(
    named("saved_seconds", "From a browser's saved marker until it is answered."),
    secondBounds,
  );
  const refusals = new Counter(
    named("refusals_total", "Parts of updates that were not taken."),
    "reason",
    refusalReasons,
  );
  const closes = new Counter(
    named("closed_sockets_total", "Sockets closed, by close code."),
    "code",
    countedCodes.map(String),
  );
  const cuts = new Counter(named("cut_sockets_total", "Sockets cut without a goodbye."), "reason", cutReasons);
  const pauses = new Counter(
    named("socket_pauses_total", "Times a socket was not read for a while."),
    "reason",
    pauseReasons,
  );
  const away = new Counter(named("turned_away_total", "Sockets that were not let in."), "reason", turnedAwayReasons);
  const totals = { retries: 0, gaps: 0, presence: 0 };
  return {
    appended: (tookMs) => append.observe(tookMs / 1000),
    appendFailed: () => void totals.retries++,
    saved: (tookMs) => saved.observe(tookMs / 1000),
    gap: () => void totals.gaps++,
    refused: (why) => refusals.add(why),
    closed: (code) => closes.add(String(code)),
    cut: (why) => cuts.add(why),
    paused: (why) => pauses.add(why),
    presenceDropped: () => void totals.presence++,
    turnedAway: (why) => away.add(why),
    text: () =>
      [
        ...[append, saved, refusals, closes, cuts, pauses, away].map((measure) => measure.text()),
        totalText(named("append_retries_total", "Appends that the store did not take, tried again."), totals.retries),
        totalText(named("gaps_total", "Updates that built on something missing."), totals.gaps),
        totalText(named("presence_dropped_total", "Presence messages above the rate, dropped."), totals.presence),
      ].join(""),
  };
}

/** All of ours begin with the name of the product. */
export function named(name: string, help: string): { readonly name: string; readonly help: string } {
  return { name: `lien_thong_${name}`, help };
}
