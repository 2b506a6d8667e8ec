import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { later } from "../clock.ts";
import type { DocumentLink } from "../connection/document-link.ts";

/** Longer than any answer of a server that can write takes; short enough to stop typing in time. */
export const overdueMs = 5_000;

type Waiting = Pick<DocumentLink, "name" | "state" | "oldestUnsaved">;

/**
 * Whether the server answers, but has not made the oldest unsaved change durable for a while: it cannot write. Somebody who
 * types on and on is not overdue as long as what they typed before gets saved.
 */
export function createOverdue(links: Accessor<readonly Waiting[]>): Accessor<boolean> {
  const [isOverdue, setOverdue] = createSignal(false);
  const oldest = createMemo(() =>
    links()
      .filter((link) => link.state().kind === "live" && link.oldestUnsaved() !== null)
      .map((link) => `${link.name} ${link.oldestUnsaved()}`)
      .join(),
  );
  createEffect(() => {
    setOverdue(false);
    if (oldest() !== "") onCleanup(later(overdueMs, () => setOverdue(true)));
  });
  return isOverdue;
}
