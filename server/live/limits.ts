import { assert } from "../../shared/kit/assert.ts";
import type { Rate } from "./token-bucket.ts";

const kib = 1024;
const mib = 1024 * kib;

/** One update of somebody at work. A pasted week of 300 items is about 60 KiB; decoding 256 KiB costs 14 MB and 90 ms. */
export const updateBytesMax = 256 * kib;
/** Structs and deleted ranges of such an update: of a pasted week about 5,000. */
const updateCaps = { structs: 20_000, ranges: 20_000 } as const;
/** The answer to our own step 1: all that a browser wrote while it was away. */
export const caughtUpBytesMax = 8 * mib;
/** …which may be a whole year (70,000 structs), and always names everything that was ever deleted. */
const caughtUpCaps = { structs: 200_000, ranges: 500_000 } as const;
/** What an update may be, by what it is sent for. */
export const allowances = {
  update: { bytesMax: updateBytesMax, caps: updateCaps },
  answer: { bytesMax: caughtUpBytesMax, caps: caughtUpCaps },
} as const;
/** What `ws` reads at most; above the other limits, so that a frame too long is answered with a code of ours. */
export const frameBytesMax = 9 * mib;

/** Sent but not taken by a socket: more than this and it is cut, or a stalled browser would be paid by the others. */
export const bufferedBytesMax = 4 * mib;
/**
 * Messages of one socket. Who types 20 letters a second sends each as an edit, a marker and a word of where they are, and
 * echoes ten times what others say of themselves: 70. A pasted week sends an edit and a marker per item at once: 600.
 */
export const messageRate: Rate = { perSecond: 200, burst: 1_000 };
/** Bytes of one socket: a long absence, caught up with in one answer, never waits; then ten times what typing makes. */
export const bytesRate: Rate = { perSecond: 512 * kib, burst: 9 * mib };
/** What one socket says of itself and echoes of others; nobody is told more often than ten times a second anyway. */
export const presenceRate: Rate = { perSecond: 30, burst: 60 };
/** A socket that sends too fast is not read for this long at least: stopping and starting costs too. */
export const pauseMinMs = 50;

/** Sockets of one person: ten tabs with the directory, a term and two years each, and as many again that are just closing. */
export const personSocketsMax = 80;
/** Sockets of this process. One costs some 40 KiB, and 300 MB may go there. More people: more processes over Redis. */
export const processSocketsMax = 6_000;
/** Upgrades whose sign-in is being looked up: a store that answers slowly must not gather requests without end. */
export const handshakesMax = 500;

/** What one socket may send before its document is read from the store. */
export const earlyBytesMax = 9 * mib;
/** Accepted but not yet appended, per document: above it the sockets are not read until the store has caught up. */
export const queuedBytesMax = 8 * mib;
/** One append and one frame of what gathered meanwhile. */
export const batchBytesMax = 1 * mib;
/**
 * Appends of one document begin at least this far apart, and so do the frames to each socket: 100 people at work cost a
 * third of what a frame per edit would. Nobody sees 22 ms; with the append and a hundred sockets, 95 of 100 edits stay below the 25 ms that they may take.
 */
export const appendEveryMs = 22;
/** What is kept to be read with the next append: above it everything is read at once. */
export const gatheredBytesMax = 256 * kib;
/** Markers of one socket that wait: a person who types through a store outage makes one per keystroke. */
export const heldMarkersMax = 10_000;
/** How often a socket may leave a gap unfilled when asked: a healthy browser fills it the first time. */
export const fruitlessAsksMax = 3;

/** The stock provider cuts a connection on which nothing came for 30 s; ping frames do not count. */
export const heartbeatMs = 15_000;
/** A browser that answered nothing for this long is gone: its presence must not linger. */
export const silenceMaxMs = 35_000;
/** How often a socket's sign-in is looked up again: its end is usually heard of at once. */
export const recheckMs = 60_000;

/** A process that stops sends its sockets elsewhere one after the other, this far apart… */
export const goodbyeEveryMs = 15;
/** …but all of them within this. */
export const goodbyeSpreadMaxMs = 4_000;
/** What was accepted may take this long to become durable once the last was sent away. */
export const settleMaxMs = 3_000;
/** …and their closing handshakes this long. */
export const goodbyeMaxMs = 1_000;
/** However badly the end goes, the process does not outlive it (10 s are what is waited before kill -9). */
export const stopMaxMs = 9_500;

/** First and longest wait before a failed append is tried again. */
export const retryFirstMs = 100;
export const retryMaxMs = 2_000;

/** A snapshot is due when the log is this long… */
export const snapshotEntries = 500;
export const snapshotLogBytes = 512 * kib;
/** …and nothing was appended for this long. */
export const snapshotQuietMs = 2_000;
/** …and a shorter log, when its oldest entry has been there this long: the next who opens the document has little to add. */
export const snapshotAgeMs = 10 * 60_000;
/** From here on a document stays unbuilt until it must be, and can be downloaded: below, neither is worth it. */
export const packedBytesMin = 64 * kib;
/** What is compared with an unbuilt document; whatever is longer is likely to bring something. */
export const recognisedBytesMax = 64 * kib;
/** A document that people look at is built this long after the last of them came, so that nobody's first edit waits for it. */
export const buildAfterMs = 1_500;

/** All documents in memory: above it, those that nobody has open leave, longest unused first. Six built years of 10,000 items. */
export const heldBytesMax = 384 * mib;
/** A document nobody has open leaves memory. */
export const idleMs = 60_000;

/** Programmes of this many days ahead are held in memory, looked up this often. */
export const atHandDays = 14;
export const atHandEveryMs = 3_600_000;

/** Who follows a document without a socket looks at it at most this often: thirty screens want one look, not one per
 * letter. As often as appends: what is looked at waits for those anyway. */
export const followEveryMs = 20;
/** A document that closed under its followers is opened again after this. */
export const followAgainMs = 1_000;

/** Presence gathers for this long: at most ten frames a second to each receiver, however many move. */
export const presenceEveryMs = 100;
/** What changes here is gathered for the other processes this long: with the above a face is seen there within 200 ms. */
export const presenceSayEveryMs = 50;
/** How often a process says again who is on it: what got lost is mended by it. */
export const presenceBeatMs = 4_000;
/** Who is on a process that says nothing for this long is gone with it. */
export const presenceLeaseMs = 10_000;
/** What one tab says about itself: an id or two. */
export const presenceBytesMax = 2 * kib;
/** A tab that says one thing a second for 100 years stays below this. */
export const presenceClockMax = 2 ** 32;
/** Tabs of a document that have shown themselves and not written yet; the oldest is forgotten when there are more. */
export const claimsMax = 4096;
/** Writers of a document whose last refusal is kept for a browser that did not hear it… */
export const toldRefusalsMax = 256;
/** …each with no more than this of what was refused (a matter each: some 16 KiB; of made-up names no more than 15 KiB). */
export const keptRefusalsMax = 8;
/** Ids of tabs that a document remembers; half of those who left are forgotten when there are more. */
export const presenceIdsMax = 4096;

assert(updateBytesMax < batchBytesMax, "a batch holds at least one update");
assert(caughtUpBytesMax < frameBytesMax, "the longest allowed update fits a frame");
assert(frameBytesMax <= earlyBytesMax, "one longest frame may come before the document is read");
assert(2 * presenceBeatMs < presenceLeaseMs, "one lost word does not send everybody of a process away");
assert(presenceSayEveryMs + presenceEveryMs < 200, "a face on another process is seen at once");
assert(presenceLeaseMs + presenceBeatMs < silenceMaxMs, "a dead process is no worse than a dead socket");
assert(2 * heartbeatMs < silenceMaxMs, "one lost beat does not cut a socket");
assert(bytesRate.burst > caughtUpBytesMax, "who comes back after a long absence is not held up");
assert(bytesRate.burst <= earlyBytesMax, "what may come at once may also come before the document is read");
assert(presenceRate.perSecond > 2 * (1000 / presenceEveryMs), "an honest browser's echo and its own word are taken");
assert(presenceRate.perSecond < messageRate.perSecond, "presence is dropped long before edits wait");
assert(messageRate.burst < heldMarkersMax, "a burst of markers is no abuse");
assert(gatheredBytesMax < earlyBytesMax, "what was gathered may wait for its sender to be looked at");
assert(personSocketsMax * 10 < processSocketsMax, "no ten people fill a process");
assert(goodbyeSpreadMaxMs + settleMaxMs + goodbyeMaxMs < stopMaxMs, "an orderly end comes before the forced one");
