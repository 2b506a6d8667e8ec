import { pino } from "pino";

/** Fields of one line. Never the content of an item, never a ticket. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What the parts of the server may say. One JSON line each, on standard error. */
export type Log = {
  info(fields: LogFields, words: string): void;
  warn(fields: LogFields, words: string): void;
  error(fields: LogFields, words: string): void;
};

/** Standard output carries only the line that says where the server listens; everything else goes to standard error. */
export function createLog(): Log {
  return pino({ base: null }, pino.destination({ dest: 2, sync: true }));
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
