/**
 * What the live board and the stores say in the log: one function per event of the business, with a name that never
 * changes (`event`), its level and its fields. No field ever carries the content of an item, the name of a person, or a
 * ticket: a log is read by more people than the board is.
 */
import type { Log } from "./log.ts";

/** The name of a document (`hanoi/program/2026`): which year, never what is in it. */
type Document = { readonly document: string };
/** What a library or the machine says about a failure. */
type Why = { readonly why: string };

export function boardSeeded(log: Log, fields: Document & { readonly bytes: number }): void {
  log.info({ event: "board-seeded", ...fields }, "filled with the demo");
}

export function documentOpened(
  log: Log,
  fields: Document & { readonly entries: number; readonly bytes: number; readonly tookMs: number },
): void {
  log.info({ event: "document-opened", ...fields }, "document read from the store");
}

/** Nobody has had it open for a while. */
export function documentLeft(log: Log, fields: Document): void {
  log.info({ event: "document-left", ...fields }, "document left memory");
}

/** It could not be read, or not be written any more: everybody in it was sent away, and it is read anew. */
export function documentFailed(log: Log, fields: Document & Why): void {
  log.error({ event: "document-failed", ...fields }, "document closed");
}

export function editRefused(log: Log, fields: Document & { readonly reasons: string; readonly count: number }): void {
  log.info({ event: "edit-refused", ...fields }, "part of an edit refused");
}

export function memberCut(log: Log, fields: Document & Why): void {
  log.info({ event: "member-cut", ...fields }, "socket cut");
}

export function screenCut(log: Log, fields: Why): void {
  log.info({ event: "screen-cut", ...fields }, "screen cut");
}

/** Its entry is gone, or it was paired anew: what it had opens nothing any more. `lines` it had open. */
export function screenRevoked(log: Log, fields: { readonly screen: string; readonly lines: number }): void {
  log.info({ event: "screen-revoked", ...fields }, "screen revoked");
}

/** Its credential could not be looked up, or not be ended: it is tried again when it matters. */
export function credentialUnknown(log: Log, fields: Why): void {
  log.warn({ event: "credential-unknown", ...fields }, "credential of a screen could not be looked up");
}

export function memberSentAway(log: Log, fields: Document & Why & { readonly code: number }): void {
  log.info({ event: "member-sent-away", ...fields }, "socket closed");
}

/** Said once per outage, not once per attempt. */
export function appendFailed(log: Log, fields: Document & Why & { readonly queuedBytes: number }): void {
  log.warn({ event: "append-failed", ...fields }, "append failed, trying again until it is taken");
}

export function appendRecovered(
  log: Log,
  fields: Document & { readonly attempts: number; readonly tookMs: number },
): void {
  log.info({ event: "append-recovered", ...fields }, "append taken again");
}

export function snapshotKept(log: Log, fields: Document & { readonly upto: number; readonly bytes: number }): void {
  log.info({ event: "snapshot-kept", ...fields }, "snapshot kept");
}

export function snapshotFailed(log: Log, fields: Document & Why): void {
  log.warn({ event: "snapshot-failed", ...fields }, "snapshot failed, trying again later");
}

export function snapshotUnpacked(log: Log, fields: Document & Why): void {
  log.warn({ event: "snapshot-unpacked", ...fields }, "snapshot kept unpacked");
}

/** The store holds it no more, and this process does. */
export function documentLost(log: Log, fields: Document): void {
  log.error({ event: "document-lost", ...fields }, "the store lost this document: giving back what is in memory");
}

export function restoredFromMemory(log: Log, fields: Document & { readonly upto: number }): void {
  log.error({ event: "restored-from-memory", ...fields }, "the document was given back to the store");
}

export function socketFailed(log: Log, fields: Why): void {
  log.info({ event: "socket-failed", ...fields }, "socket error");
}

export function signInUnknown(log: Log, fields: Why): void {
  log.warn({ event: "sign-in-unknown", ...fields }, "sign-in could not be looked up");
}

export function storeWarned(log: Log, fields: Why): void {
  log.warn({ event: "store-warned", ...fields }, fields.why);
}

export function storeConnectionFailed(log: Log, fields: Why): void {
  log.warn({ event: "store-connection-failed", ...fields }, "connection to the store");
}

export function stopping(log: Log, fields: { readonly signal: string }): void {
  log.info({ event: "stopping", ...fields }, "stopping");
}

export function draining(log: Log, fields: { readonly sockets: number; readonly spreadMs: number }): void {
  log.info({ event: "draining", ...fields }, "sending everybody elsewhere");
}

export function drained(log: Log, fields: { readonly tookMs: number; readonly unsettled: number }): void {
  log.info({ event: "drained", ...fields }, "everybody was sent elsewhere");
}
