import { assert } from "../../shared/kit/assert.ts";

/** A code is read off a wall and typed by somebody at a desk: long enough to fetch a colleague, short enough to be forgotten. */
export const pairingHoldMs = 10 * 60_000;
/** How often a screen may ask whether somebody has let it in; who asks faster is told to slow down (RFC 8628 §3.5). */
export const pollEveryMs = 2_000;
/** A timer and a network are not exact: a little too early is no abuse. */
export const pollEarlyMs = 500;
/** An answer that was given in the last instant can still be fetched. */
export const answerHoldMs = 60_000;
/** Pairings begun from one address in {@link pairingHoldMs}. Behind a proxy the whole building has one. */
export const pairingsPerAddressMax = 20;
/** …and in all, on this process: a small city has thirty meeting rooms. */
export const pairingsMax = 200;
/** Codes that somebody may name in vain within {@link triesWithinMs}: 64 million codes are out of reach at that rate. */
export const triesMax = 5;
export const triesWithinMs = 60_000;
/** People whose tries are remembered; the one who tried least lately is forgotten. */
export const triersMax = 1_000;
/** How often a code that is in use is drawn in a row before something is wrong with chance. */
export const codeDrawsMax = 8;

/**
 * A credential that is not used for this long is over: browsers keep no cookie longer (RFC 6265bis). Each connection makes
 * both last as long again.
 */
export const credentialHoldMs = 400 * 86_400_000;

assert(pollEarlyMs < pollEveryMs, "some polls are too early");
assert(pairingsPerAddressMax < pairingsMax, "one address does not take all");
/** Which credential of a screen counts is kept until the screen is revoked; keys need some end. */
export const currentHoldMs = 100 * 365 * 86_400_000;
/** Screens whose credential is remembered for when the store is away. */
export const foundMax = 1_000;

/** What stands this many days before and after what is shown takes part in its overlaps: no way between two items is longer. */
export const aroundDays = 7;
/** Joint sessions of programmes that begin this soon after what is shown are known, too. */
export const aheadDays = 35;
/** Days that no screen shows any more are still followed for this long: a driver goes back and forth. */
export const scopeIdleMs = 60_000;
/** Screens of one process: a city has some thirty. */
export const screensMax = 300;
/** A screen has nothing to say; what `ws` reads of it at most. */
export const screenFrameBytesMax = 1_024;
/** Frames and pings of a screen, at once and in every second after: a browser's own pings are one in many seconds. */
export const screenRate = { perSecond: 1, burst: 30 } as const;
/**
 * Sent and not taken: above this a screen on a bad line is sent nothing more until it has caught up, since the next view is
 * whole again…
 */
export const screenBufferedMax = 512 * 1024;
/** …and after so long it is cut. */
export const screenStalledMs = 30_000;
/** Pinged, and cut when it has answered nothing for some time; a proxy in between may say nothing of a lost line. */
export const screenPingMs = 15_000;
export const screenSilenceMs = 35_000;
/** How long a claim waits for the entry that its browser has just written to come in from another process. */
export const entryWaitMs = 3_000;
/** How often it is written down that a screen is connected, and after how long without that it no longer is. */
export const seenEveryMs = 60_000;
export const seenLapseMs = 150_000;

assert(2 * screenPingMs < screenSilenceMs, "one lost ping does not cut a screen");
assert(2 * seenEveryMs < seenLapseMs, "a screen that is there is not shown as gone for one late word");
/** A screen whose entry is not there, though nobody can say for certain, is looked up again after this. */
export const confirmEveryMs = 2_000;
/** Sockets of one screen: the page that is closing, the one that opens, and somebody's look at the same browser. */
export const linesPerScreenMax = 4;
