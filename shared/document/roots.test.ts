import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { directoryArb, itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { entryKinds } from "../model/directory.ts";
import { readDirectory, writeDirectory } from "./directory-codec.ts";
import { observeItems } from "./item-changes.ts";
import { addItem, removeItem } from "./item-commands.ts";
import { directoryRoots, entriesOf, itemsOf, programmeRoots, textOf } from "./roots.ts";
import { screenEntries } from "./screens.ts";

test("whatever is done to a programme, it has no root that is not on the list", () => {
  fc.assert(
    fc.property(itemArb(), (item) => {
      const doc = new Y.Doc();
      observeItems(doc, () => undefined);
      addItem(doc, item);
      removeItem(doc, item.id);
      expect(programmeRoots).toEqual(expect.arrayContaining([...doc.share.keys()]));
      expect([...doc.share.keys()]).toEqual(["items"]);
    }),
    { seed, numRuns: 30 },
  );
});

test("a directory has one root per kind of entry, one for screens, and no other", () => {
  const [directory] = fc.sample(directoryArb, { seed, numRuns: 1 });
  const doc = new Y.Doc();
  if (directory) writeDirectory(doc, directory);
  readDirectory(doc);
  screenEntries.read(doc);
  expect([...doc.share.keys()].sort()).toEqual([...directoryRoots].sort());
  expect([...directoryRoots].sort()).toEqual([...entryKinds, "screens"].sort());
});

test("the roots are the same maps for everybody who asks", () => {
  const doc = new Y.Doc();
  expect(itemsOf(doc)).toBe(itemsOf(doc));
  for (const kind of entryKinds) expect(entriesOf(doc, kind)).toBe(entriesOf(doc, kind));
});

test("only a text is a text", () => {
  const map = itemsOf(new Y.Doc()).set("i", new Y.Map());
  expect(textOf(map, "title")).toBeNull();
  map.set("title", "words");
  expect(textOf(map, "title")).toBeNull();
  map.set("title", new Y.Array());
  expect(textOf(map, "title")).toBeNull();
  map.set("title", new Y.Text("words"));
  expect(textOf(map, "title")?.toString()).toBe("words");
});
