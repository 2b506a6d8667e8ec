import { expect, test } from "vitest";
import * as Y from "yjs";
import { encodeRaw, raw } from "./raw-update.ts";

test("what is written struct by struct is what Yjs writes, byte for byte", () => {
  const doc = new Y.Doc();
  doc.clientID = 77;
  doc.transact(() => {
    const map = new Y.Map();
    doc.getMap("items").set("a", map);
    map.set("title", new Y.Text("Họp"));
    map.set("office", "party");
    map.set("office", "council");
  });
  const of = (clock: number) => ({ client: 77, clock });
  const update = encodeRaw({
    runs: [
      {
        client: 77,
        clock: 0,
        structs: [
          { content: raw.type("map"), parent: "items", sub: "a" },
          { content: raw.type("text"), parent: of(0), sub: "title" },
          { content: raw.string("Họp"), parent: of(1) },
          { content: raw.deleted(1), parent: of(0), sub: "office" },
          { content: raw.any("council"), origin: of(5), sub: "office" },
        ],
      },
    ],
    deletes: [{ client: 77, clock: 5, length: 1 }],
  });
  expect([...update]).toEqual([...Y.encodeStateAsUpdate(doc)]);
});

test("every kind of content is read back by Yjs as what it says it is", () => {
  const contents = [
    raw.gc(1),
    raw.deleted(1),
    raw.json({ a: 1 }, "x"),
    raw.binary(new Uint8Array([1, 2])),
    raw.string("Họp"),
    raw.embed({ a: 1 }),
    raw.format("bold", true),
    raw.type("array"),
    raw.type("xmlElement"),
    raw.any(1, null, { a: [1] }),
    raw.anyWithKey("__proto__", 1),
    raw.doc("guid"),
  ];
  const structs = contents.map((content) => ({ content, parent: "items", sub: "a" }));
  const decoded = Y.decodeUpdate(encodeRaw({ runs: [{ client: 5, clock: 0, structs }], deletes: [] }));
  const kindOf = (struct: (typeof decoded.structs)[number]) =>
    (struct instanceof Y.Item ? struct.content : struct).constructor.name;
  expect(decoded.structs.map(kindOf)).toEqual([
    ..."GC ContentDeleted ContentJSON ContentBinary ContentString ContentEmbed".split(" "),
    ..."ContentFormat ContentType ContentType ContentAny ContentAny ContentDoc".split(" "),
  ]);
  expect(decoded.structs.map(({ length }) => length)).toEqual(contents.map(({ length }) => length));
});
