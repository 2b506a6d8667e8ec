import { expect, test } from "vitest";
import * as Y from "yjs";
import { entryFormOf } from "../../shared/document/document-schema.ts";
import type { Day } from "../../shared/kit/day.ts";
import { demoUpdates } from "./demo-updates.ts";

test("[P5] everything the demo board begins with is of this form", () => {
  let checked = 0;
  for (const { name, update } of demoUpdates("hanoi", "2026-11-24" as Day, 1)) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    const kind = name.endsWith("directory") ? "directory" : "programme";
    for (const root of doc.share.keys()) {
      const form = entryFormOf(kind, root);
      for (const [id, entry] of doc.getMap<Y.Map<unknown>>(root)) {
        expect(form?.acceptsId(id), `${root}/${id}`).toBe(true);
        for (const key of form?.required ?? []) expect(entry.has(key), `${root}/${id}/${key}`).toBe(true);
        for (const [key, value] of entry) {
          const field = form?.fieldOf(key);
          const isTaken = field?.form === "text" ? value instanceof Y.Text : field?.accepts(value);
          expect(isTaken, `${root}/${id}/${key}: ${JSON.stringify(value)}`).toBe(true);
          checked++;
        }
      }
    }
  }
  expect(checked).toBeGreaterThan(5_000);
});
