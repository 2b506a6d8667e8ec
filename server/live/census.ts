/** How the live board stands at one moment, for whoever watches the process: sums and maxima, no names. */
import { gaugeText } from "../observe/measures.ts";
import { named } from "../observe/meters.ts";

type CountedMember = { readonly isUnsaved: boolean; readonly isPaused: boolean; readonly bufferedBytes: number };

/** One document in memory. */
export type RoomFigures = {
  readonly members: ReadonlySet<CountedMember>;
  readonly presenceIds: number;
  readonly documentBytes: number;
  readonly queuedBytes: number;
  readonly isFailing: boolean;
  readonly logEntries: number;
  readonly logBytes: number;
  /** When the oldest edit that is in no snapshot was made or read; null when all are. */
  readonly unsnappedSinceMs: number | null;
};

export type Census = {
  readonly documents: number;
  /** Documents whose last append the store did not take. */
  readonly failing: number;
  readonly sockets: number;
  readonly unsaved: number;
  readonly paused: number;
  readonly presenceIds: number;
  readonly bufferedBytes: number;
  readonly bufferedBytesMax: number;
  readonly queuedBytes: number;
  readonly documentBytes: number;
  readonly logEntries: number;
  readonly logEntriesMax: number;
  readonly logBytes: number;
  readonly unsnappedSinceMs: number | null;
};

export function censusOf(rooms: readonly RoomFigures[]): Census {
  const members = rooms.flatMap((room) => [...room.members]);
  const buffered = members.map(({ bufferedBytes }) => bufferedBytes);
  const since = rooms.flatMap(({ unsnappedSinceMs }) => unsnappedSinceMs ?? []);
  return {
    documents: rooms.length,
    failing: rooms.filter(({ isFailing }) => isFailing).length,
    sockets: members.length,
    unsaved: members.filter(({ isUnsaved }) => isUnsaved).length,
    paused: members.filter(({ isPaused }) => isPaused).length,
    presenceIds: sum(rooms.map(({ presenceIds }) => presenceIds)),
    bufferedBytes: sum(buffered),
    bufferedBytesMax: most(buffered),
    queuedBytes: sum(rooms.map(({ queuedBytes }) => queuedBytes)),
    documentBytes: sum(rooms.map(({ documentBytes }) => documentBytes)),
    logEntries: sum(rooms.map(({ logEntries }) => logEntries)),
    logEntriesMax: most(rooms.map(({ logEntries }) => logEntries)),
    logBytes: sum(rooms.map(({ logBytes }) => logBytes)),
    unsnappedSinceMs: since.length > 0 ? since.reduce((least, each) => Math.min(least, each)) : null,
  };
}

export function censusText(census: Census, nowMs: number): string {
  const snapshotAgeMs = census.unsnappedSinceMs === null ? 0 : nowMs - census.unsnappedSinceMs;
  const gauges: readonly (readonly [name: string, help: string, value: number])[] = [
    ["documents", "Documents in memory.", census.documents],
    ["documents_failing", "Documents whose last append the store did not take.", census.failing],
    ["document_bytes", "What the documents in memory weigh, roughly.", census.documentBytes],
    ["sockets", "Open sockets.", census.sockets],
    ["unsaved_sockets", "Sockets that wait to hear that their edits are saved.", census.unsaved],
    ["paused_sockets", "Sockets that are not read now.", census.paused],
    ["presence_ids", "Tabs shown to others, of all processes.", census.presenceIds],
    ["buffered_bytes", "Sent to sockets and not taken yet, all together.", census.bufferedBytes],
    ["buffered_max_bytes", "The same, of the socket with most.", census.bufferedBytesMax],
    ["queued_bytes", "Accepted edits that are not durable yet.", census.queuedBytes],
    ["log_entries", "Log entries in no snapshot, of the documents in memory.", census.logEntries],
    ["log_max_entries", "The same, of the document with most.", census.logEntriesMax],
    ["log_bytes", "Bytes of the log entries in no snapshot.", census.logBytes],
    ["snapshot_age_seconds", "Since when the oldest edit is in no snapshot; 0 when all are.", snapshotAgeMs / 1000],
  ];
  return gauges.map(([name, help, value]) => gaugeText(named(name, help), value)).join("");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Not by spreading: thousands of sockets would not fit the stack. */
function most(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
