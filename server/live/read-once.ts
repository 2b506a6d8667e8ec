import type { Doc } from "yjs";
import type { Clock } from "../observe/clock.ts";
import type { Rooms } from "./rooms.ts";

/** A year is built in about a second; what takes longer will not come soon. */
export const readMaxMs = 10_000;

/**
 * What `look` sees in document `name`, durable (P2), also where nobody has it open; null when it cannot be read within
 * {@link readMaxMs}.
 */
export function readOnce<Seen>(
  { rooms, clock }: { readonly rooms: Pick<Rooms, "follow">; readonly clock: Clock },
  name: string,
  look: (doc: Doc) => Seen,
): Promise<Seen | null> {
  return new Promise((resolve) => {
    let doc: Doc | null = null;
    const end = (seen: Seen | null) => {
      stopWaiting();
      stopFollowing();
      resolve(seen);
    };
    const stopWaiting = clock.after(readMaxMs, () => end(null));
    const stopFollowing = rooms.follow<Seen | null>(name, {
      begin(opened) {
        doc = opened;
        return () => {
          doc = null;
        };
      },
      look: () => (doc === null ? null : look(doc)),
      tell: (seen) => end(seen),
    });
  });
}
