import { expect, test } from "vitest";
import * as events from "./events.ts";
import type { Log, LogFields } from "./log.ts";

type Line = { readonly level: string; readonly fields: LogFields; readonly words: string };

/** What `say` writes. */
function lineOf(say: (log: Log) => void): Line {
  const lines: Line[] = [];
  const at = (level: string) => (fields: LogFields, words: string) => void lines.push({ level, fields, words });
  say({ info: at("info"), warn: at("warn"), error: at("error") });
  const [line] = lines;
  if (!line || lines.length !== 1) throw new Error(`${lines.length} lines`);
  return line;
}

const document = "hanoi/program/2026";
const why = "why";

/** Every event with its level: whoever watches the log counts on these. One that is forgotten here does not compile. */
const listed: { readonly [Name in keyof typeof events]: readonly [level: string, say: (log: Log) => void] } = {
  boardSeeded: ["info", (log) => events.boardSeeded(log, { document, bytes: 1 })],
  documentOpened: ["info", (log) => events.documentOpened(log, { document, entries: 1, bytes: 2, tookMs: 3 })],
  documentLeft: ["info", (log) => events.documentLeft(log, { document })],
  documentFailed: ["error", (log) => events.documentFailed(log, { document, why })],
  editRefused: ["info", (log) => events.editRefused(log, { document, reasons: "no-right", count: 1 })],
  memberCut: ["info", (log) => events.memberCut(log, { document, why })],
  memberSentAway: ["info", (log) => events.memberSentAway(log, { document, why, code: 4400 })],
  screenCut: ["info", (log) => events.screenCut(log, { why })],
  screenRevoked: ["info", (log) => events.screenRevoked(log, { screen: "a", lines: 1 })],
  credentialUnknown: ["warn", (log) => events.credentialUnknown(log, { why })],
  appendFailed: ["warn", (log) => events.appendFailed(log, { document, why, queuedBytes: 1 })],
  appendRecovered: ["info", (log) => events.appendRecovered(log, { document, attempts: 2, tookMs: 3 })],
  snapshotKept: ["info", (log) => events.snapshotKept(log, { document, upto: 1, bytes: 2 })],
  snapshotFailed: ["warn", (log) => events.snapshotFailed(log, { document, why })],
  snapshotUnpacked: ["warn", (log) => events.snapshotUnpacked(log, { document, why })],
  documentLost: ["error", (log) => events.documentLost(log, { document })],
  restoredFromMemory: ["error", (log) => events.restoredFromMemory(log, { document, upto: 1 })],
  socketFailed: ["info", (log) => events.socketFailed(log, { why })],
  signInUnknown: ["warn", (log) => events.signInUnknown(log, { why })],
  storeWarned: ["warn", (log) => events.storeWarned(log, { why })],
  storeConnectionFailed: ["warn", (log) => events.storeConnectionFailed(log, { why })],
  stopping: ["info", (log) => events.stopping(log, { signal: "SIGTERM" })],
  draining: ["info", (log) => events.draining(log, { sockets: 1, spreadMs: 2 })],
  drained: ["info", (log) => events.drained(log, { tookMs: 1, unsettled: 0 })],
};

test.each(Object.entries(listed))(
  "%s is one line with its level and its name, which never changes",
  (name, [level, say]) => {
    const line = lineOf(say);
    expect(line.level).toBe(level);
    expect(line.fields.event).toBe(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(line.words).not.toBe("");
  },
);

test("no field could carry what somebody wrote, is called, or signs in with", () => {
  const known = new Set([
    "event",
    "document",
    "why",
    "code",
    "count",
    "reasons",
    "signal",
    "attempts",
    "sockets",
    "screen",
    "lines",
  ]);
  for (const field of ["bytes", "queuedBytes", "entries", "upto", "tookMs", "spreadMs", "unsettled"]) known.add(field);
  const said = Object.values(listed).flatMap(([, say]) => Object.keys(lineOf(say).fields));
  expect(said.length).toBeGreaterThan(40);
  expect([...new Set(said)].filter((field) => !known.has(field))).toEqual([]);
});
