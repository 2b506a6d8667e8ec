import type { ScreenView } from "../../shared/protocol/screen-feed.ts";

/**
 * What this tab keeps over a reload, and no longer than the tab: the last view, so that a reload during an outage is not an
 * empty wall, and which build was loaded when. Nothing of the programme outlives the tab or the pairing.
 */
export type Kept = { readonly view: ScreenView; readonly heardAtMs: number; readonly keptAtMs: number };

const viewKey = "lien-thong.screen.view";
const renewedKey = "lien-thong.screen.renewed";

export function keepView(kept: Kept): void {
  write(viewKey, JSON.stringify(kept));
}

export function keptView(): Kept | null {
  const kept = read(viewKey);
  if (typeof kept !== "object" || kept === null || !("view" in kept)) return null;
  return kept as Kept;
}

export function forgetView(): void {
  write(viewKey, null);
}

/** A reload for this reason (a build, an error) is allowed again after `everyMs`. */
export function mayReload(reason: string, nowMs: number, everyMs: number): boolean {
  const last = read(renewedKey);
  if (typeof last !== "object" || last === null || !("reason" in last) || !("atMs" in last)) return true;
  return last.reason !== reason || Number(last.atMs) + everyMs <= nowMs;
}

export function rememberReload(reason: string, nowMs: number): void {
  write(renewedKey, JSON.stringify({ reason, atMs: nowMs }));
}

/** A full or forbidden storage is no reason to show nothing. */
function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {}
}

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}
