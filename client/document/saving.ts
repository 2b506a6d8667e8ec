import { type Accessor, createMemo } from "solid-js";
import type { DocumentLink } from "../connection/document-link.ts";
import { createOverdue } from "./overdue.ts";

/** What a person is told about their work, over all open documents. */
export type Saving =
  | { readonly kind: "opening" }
  /** Everything is durable on the server. */
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly changes: number }
  /** The server answers, but cannot write: `changes` wait there and on this machine until it can. */
  | { readonly kind: "unwritten"; readonly changes: number }
  /** No connection: `changes` are kept on this machine until it is back. */
  | { readonly kind: "offline"; readonly changes: number }
  /** The server closed for good. */
  | { readonly kind: "refused"; readonly code: number; readonly changes: number };

/** The worst of all links decides: nothing is called saved while anything is not. */
export function createSaving(links: Accessor<readonly DocumentLink[]>): Accessor<Saving> {
  const isOverdue = createOverdue(links);
  return createMemo(() => savingOf(links(), isOverdue()), undefined, { equals: isSameSaving });
}

function savingOf(links: readonly DocumentLink[], isOverdue: boolean): Saving {
  const states = links.map((link) => link.state());
  const changes = links.reduce((sum, link) => sum + link.unsavedCount(), 0);
  for (const state of states) if (state.kind === "refused") return { kind: "refused", code: state.code, changes };
  if (states.some(({ kind }) => kind === "offline")) return { kind: "offline", changes };
  if (changes > 0 && isOverdue) return { kind: "unwritten", changes };
  if (changes > 0) return { kind: "saving", changes };
  return states.some(({ kind }) => kind === "opening") ? { kind: "opening" } : { kind: "saved" };
}

function isSameSaving(a: Saving, b: Saving): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
