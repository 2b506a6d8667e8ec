import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { directoryArb, entryArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { type Body, type Directory, emptyDirectory, entryKinds, type Post } from "../model/directory.ts";
import { putEntry, readDirectory, removeEntry, writeDirectory } from "./directory-codec.ts";
import { entriesOf } from "./roots.ts";

/** Entries by id: their order in the document says nothing. */
function inOrder(directory: Directory): Directory {
  const sorted = Object.entries(directory).map(([kind, entries]) => [
    kind,
    [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)),
  ]);
  return Object.fromEntries(sorted);
}

function sync(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

/** What `work` sends: how many updates, and which keys of which entry it wrote. */
function writesOf(doc: Y.Doc, work: () => void): { updates: number; keys: string[] } {
  let updates = 0;
  const keys: string[] = [];
  doc.on("update", () => updates++);
  for (const kind of entryKinds)
    entriesOf(doc, kind).observeDeep((events) => {
      for (const event of events) for (const key of event.keys.keys()) keys.push([...event.path, key].join("."));
    });
  work();
  return { updates, keys: keys.sort() };
}

const body: Body = {
  id: "btv",
  name: "Ban Thường vụ",
  aliases: ["BTV"],
  precedence: 1,
  members: [{ party: "person:an", as: "chair" }, { party: "post:ct" }],
};
const post: Post = { id: "ct", name: "Chủ tịch", aliases: [], holders: [{ person: "an" }] };

describe("a directory comes back from the document as it went in", () => {
  test("whatever it holds", () => {
    let entries = 0;
    fc.assert(
      fc.property(directoryArb, (directory) => {
        const doc = new Y.Doc();
        writeDirectory(doc, directory);
        const other = new Y.Doc();
        sync(doc, other);
        expect(inOrder(readDirectory(doc))).toEqual(inOrder(directory));
        expect(inOrder(readDirectory(other))).toEqual(inOrder(directory));
        entries += entryKinds.reduce((sum, kind) => sum + directory[kind].length, 0);
      }),
      { seed, numRuns: 150 },
    );
    expect(entries).toBeGreaterThan(500);
  });

  test("in one transaction", () => {
    const doc = new Y.Doc();
    const directory = {
      ...emptyDirectory,
      bodies: [body],
      posts: [post],
      persons: [{ id: "an", name: "An", aliases: [] }],
    };
    expect(writesOf(doc, () => writeDirectory(doc, directory)).updates).toBe(1);
    expect(inOrder(readDirectory(doc))).toEqual(inOrder(directory));
  });

  test("an empty document is an empty directory", () => {
    expect(readDirectory(new Y.Doc())).toEqual(emptyDirectory);
  });
});

describe("putting an entry writes only what differs", () => {
  test("nothing for what is there already, in whatever order it is written", () => {
    const doc = new Y.Doc();
    putEntry(doc, "bodies", body);
    const turned = { ...body, members: body.members.toReversed() };
    const writes = writesOf(doc, () => {
      putEntry(doc, "bodies", structuredClone(body));
      putEntry(doc, "bodies", turned);
    });
    expect(writes).toEqual({ updates: 0, keys: [] });
  });

  test("one key for one member that changed", () => {
    const doc = new Y.Doc();
    putEntry(doc, "bodies", body);
    const changed: Body = { ...body, members: [{ party: "person:an", as: "deputy" }, { party: "post:ct" }] };
    expect(writesOf(doc, () => putEntry(doc, "bodies", changed))).toEqual({ updates: 1, keys: ["btv.@person:an"] });
  });

  test("a new entry and an entry mended in many fields are one update each", () => {
    const doc = new Y.Doc();
    const writes = writesOf(doc, () => {
      putEntry(doc, "bodies", body);
      putEntry(doc, "bodies", { id: "btv", name: "Thường trực", aliases: [], precedence: 2, members: [] });
    });
    expect(writes.updates).toBe(2);
  });

  test("any entry over any other leaves exactly the later one", () => {
    for (const kind of entryKinds) {
      const one = entryArb(kind);
      fc.assert(
        fc.property(one, one, (before, after) => {
          const doc = new Y.Doc();
          putEntry(doc, kind, before);
          putEntry(doc, kind, { ...after, id: before.id });
          expect(readDirectory(doc)[kind]).toEqual([{ ...after, id: before.id }]);
        }),
        { seed, numRuns: 60 },
      );
    }
  });

  test("what a newer version keeps in an entry stays", () => {
    const doc = new Y.Doc();
    putEntry(doc, "posts", post);
    entriesOf(doc, "posts").get("ct")?.set("phone", "0912");
    putEntry(doc, "posts", { ...post, name: "Chủ tịch UBND" });
    expect(entriesOf(doc, "posts").get("ct")?.toJSON()).toMatchObject({ name: "Chủ tịch UBND", phone: "0912" });
  });

  test("removing takes away, also what is gone already", () => {
    const doc = new Y.Doc();
    putEntry(doc, "posts", post);
    removeEntry(doc, "posts", "ct");
    expect(writesOf(doc, () => removeEntry(doc, "posts", "ct")).updates).toBe(0);
    expect(readDirectory(doc)).toEqual(emptyDirectory);
  });
});

describe("two officers at once", () => {
  test("who add two members to one body add both", () => {
    const [ann, binh] = [new Y.Doc(), new Y.Doc()];
    putEntry(ann, "bodies", body);
    sync(ann, binh);
    putEntry(ann, "bodies", { ...body, members: [...body.members, { party: "person:chi" }] });
    putEntry(binh, "bodies", { ...body, members: [...body.members, { party: "person:dung", as: "member" }] });
    sync(ann, binh);
    sync(binh, ann);
    const parties = readDirectory(ann).bodies[0]?.members.map(({ party }) => party);
    expect(parties).toEqual(["person:an", "person:chi", "person:dung", "post:ct"]);
    expect(readDirectory(binh)).toEqual(readDirectory(ann));
  });

  test("who mend different fields of one post both succeed", () => {
    const [ann, binh] = [new Y.Doc(), new Y.Doc()];
    putEntry(ann, "posts", post);
    sync(ann, binh);
    putEntry(ann, "posts", { ...post, short: "CT" });
    putEntry(binh, "posts", { ...post, holders: [{ person: "binh" }] });
    sync(ann, binh);
    sync(binh, ann);
    expect(readDirectory(binh).posts).toEqual([{ ...post, short: "CT", holders: [{ person: "binh" }] }]);
  });
});

describe("one bad entry never takes the directory away", () => {
  /** A directory with a sound body and, beside it, a raw map under `kind` and `id`. */
  function readBeside(
    kind: (typeof entryKinds)[number],
    id: string,
    raw: Readonly<Record<string, unknown>>,
  ): Directory {
    const doc = new Y.Doc();
    putEntry(doc, "bodies", body);
    entriesOf(doc, kind).set(id, new Y.Map(Object.entries(raw)));
    return readDirectory(doc);
  }
  const sound: Directory = { ...emptyDirectory, bodies: [body] };

  test("an entry that misses its schema is left out", () => {
    expect(readBeside("persons", "an", {})).toEqual(sound);
    expect(readBeside("persons", "an", { name: 5 })).toEqual(sound);
    expect(readBeside("rooms", "r1", { name: "Phòng 1", capacity: -3 })).toEqual(sound);
    expect(readBeside("bodies", "bad", { name: "x", precedence: "first" })).toEqual(sound);
  });

  test("an entry under an id that no entry may have is left out", () => {
    for (const id of ["", "two words", "__proto__", "constructor"])
      expect(readBeside("persons", id, { name: "An" }), id).toEqual(sound);
  });

  test("what lies there instead of an entry is left out", () => {
    const doc = new Y.Doc();
    putEntry(doc, "bodies", body);
    doc.getMap("persons").set("an", "An");
    doc.getMap("persons").set("binh", null);
    doc.getMap("rooms").set("r1", new Y.Text("x"));
    expect(readDirectory(doc)).toEqual(sound);
  });

  test("fields that this version does not know are passed over, so that a newer one can add them", () => {
    expect(readBeside("persons", "an", { name: "An", aliases: [], phone: "0912" }).persons).toEqual([
      { id: "an", name: "An", aliases: [] },
    ]);
  });

  test("an entry cannot pass for another one", () => {
    expect(readBeside("persons", "an", { name: "An", id: "binh" }).persons).toEqual([
      { id: "an", name: "An", aliases: [] },
    ]);
    const proto = readBeside("persons", "an", { ["__proto__"]: { name: "Ẩn" } });
    expect(proto).toEqual(sound);
  });

  test("a member cannot pass for another one", () => {
    const members = readBeside("bodies", "x", {
      name: "x",
      aliases: [],
      precedence: 9,
      "@person:an": { party: "person:binh" },
    });
    expect(members.bodies.find(({ id }) => id === "x")?.members).toEqual([{ party: "person:an" }]);
    const holders = readBeside("posts", "x", { name: "x", aliases: [], "@person:an": { person: "binh" } });
    expect(holders.posts[0]?.holders).toEqual([{ person: "an" }]);
  });

  test("a member that cannot be one is left out, and the body stays", () => {
    const raw = {
      name: "x",
      aliases: [],
      precedence: 9,
      "@person:an": {},
      "@nobody": {},
      "@person:binh": { as: "boss" },
      "@person:chi": 5,
      "@person:__proto__": {},
    };
    const bodies = readBeside("bodies", "x", raw).bodies.find(({ id }) => id === "x");
    expect(bodies?.members).toEqual([{ party: "person:an" }]);
    const groups = readBeside("groups", "x", { name: "x", aliases: [], "@person:an": {}, "@nobody": {} }).groups;
    expect(groups[0]?.members).toEqual(["person:an"]);
  });

  test("only persons hold a post", () => {
    const posts = readBeside("posts", "x", { name: "x", aliases: [], "@person:an": {}, "@post:ct": {} }).posts;
    expect(posts[0]?.holders).toEqual([{ person: "an" }]);
  });
});
