import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type Entry, type EntryKind, entryKinds, entrySchemas } from "../../shared/model/directory.ts";
import { type Draft, draftToEntry, entryToDraft, isSameDraft, type Link, mergeDrafts } from "./draft.ts";
import { fieldsByKind } from "./fields.ts";

const link = (party: string, rest: Partial<Link> = {}): Link => ({
  party: party as Link["party"],
  as: "",
  from: "",
  to: "",
  ...rest,
});

const samples: { readonly [Kind in EntryKind]: unknown } = {
  persons: { id: "an", name: "Hoàng Minh An", aliases: ["anh An"], office: "party" },
  posts: {
    id: "ct",
    name: "Chủ tịch UBND Thành phố",
    short: "Chủ tịch",
    holders: [
      { person: "khai", to: "2026-08-31" },
      { person: "ha", from: "2026-09-01" },
    ],
  },
  bodies: {
    id: "btv",
    name: "Ban Thường vụ",
    precedence: 3,
    members: [{ party: "post:bt", as: "chair" }, { party: "person:ha", from: "2026-01-01" }, { party: "body:tt" }],
  },
  units: { id: "sxd", name: "Sở Xây dựng", aliases: ["SXD"], head: "post:gd-sxd" },
  groups: { id: "pct", name: "Các PCT liên quan", members: ["post:a", "post:b"], conditional: true },
  rooms: {
    id: "ph1",
    name: "Phòng họp 1",
    building: "Trụ sở",
    floor: "tầng 2",
    capacity: 40,
    onlinePoint: true,
    partOf: "ht",
    bufferMin: 15,
  },
  holidays: { id: "qk", name: "Quốc khánh", day: "2026-09-02", kind: "holiday" },
  lengths: { id: "btv-hop", kind: "meeting", body: "btv", length: "session" },
  zones: { id: "trung-tam", name: "Trung tâm", aliases: ["Hoàn Kiếm", "Ba Đình"], ring: "inner" },
  travels: { id: "ba-vi", origin: "Trụ sở Thành ủy", goal: "Ba Vì", minutes: 100 },
  norms: { id: "moi-hop", norm: "notice-invite", value: 3 },
  tunings: { id: "ngoai-gio", overlap: "calendar", certainty: "possible", severity: "mute" },
  events: { id: "quoc-khanh", name: "Lễ Quốc khánh", day: "2026-09-02", lastDay: "2026-09-03", members: ["body:btv"] },
};

describe("an entry in the form", () => {
  for (const kind of entryKinds)
    test(`${kind}: what goes in unchanged comes out unchanged`, () => {
      const entry = v.parse(entrySchemas[kind], samples[kind]) as Entry;
      expect(draftToEntry(kind, entry.id, entryToDraft(kind, entry)).entry).toEqual(entry);
    });

  test("every field of every schema can be filled in", () => {
    for (const kind of entryKinds) {
      const keys = Object.keys(entrySchemas[kind].entries).filter((key) => key !== "id");
      expect(fieldsByKind[kind].map(({ key }) => key).toSorted(), kind).toEqual(keys.toSorted());
    }
  });

  test("who presides stands first, then deputies, whatever the order of the directory", () => {
    const entry = v.parse(entrySchemas.bodies, {
      id: "b",
      name: "B",
      members: [{ party: "post:a" }, { party: "post:b", as: "deputy" }, { party: "post:c", as: "chair" }],
    });
    const members = entryToDraft("bodies", entry).members as readonly Link[];
    expect(members.map(({ party }) => party)).toEqual(["post:c", "post:b", "post:a"]);
  });

  test("spaces around a name and empty lines among the aliases are nothing", () => {
    const { entry } = draftToEntry("units", "x", { name: "  Sở Y tế ", aliases: "SYT\n\n  Y tế\nSYT" });
    expect(entry).toEqual({ id: "x", name: "Sở Y tế", aliases: ["SYT", "Y tế"] });
  });
});

describe("a form that cannot be saved says where and why", () => {
  const problems = (kind: EntryKind, draft: Draft) => draftToEntry(kind, "x", draft).problems;

  test("a required field is empty", () => {
    expect(problems("persons", { name: "   " })).toEqual({ name: "missing" });
    expect(problems("holidays", { name: "Tết" })).toEqual({ day: "missing", kind: "missing" });
    expect(problems("lengths", {})).toEqual({ length: "missing" });
  });

  test("a number is no number, or out of range", () => {
    expect(problems("rooms", { name: "P", capacity: "nhiều" })).toEqual({ capacity: "no-number" });
    expect(problems("rooms", { name: "P", capacity: "0" })).toEqual({ capacity: "out-of-range" });
    expect(problems("bodies", { name: "B", precedence: "100" })).toEqual({ precedence: "out-of-range" });
    expect(problems("lengths", { length: "3" })).toEqual({ length: "out-of-range" });
    expect(problems("lengths", { length: "lâu" })).toEqual({ length: "no-number" });
  });

  test("a name is too long, also one among the aliases", () => {
    expect(problems("persons", { name: "a".repeat(201) })).toEqual({ name: "too-long" });
    expect(problems("persons", { name: "An", aliases: `x\n${"a".repeat(201)}` })).toEqual({ aliases: "too-long" });
  });

  test("a membership ends before it begins", () => {
    const members = [link("post:a", { from: "2026-05-01", to: "2026-04-30" })];
    expect(problems("bodies", { name: "B", members })).toEqual({ members: "turned-round" });
    expect(
      draftToEntry("bodies", "x", { name: "B", members: [link("post:a", { from: "2026-05-01" })] }).entry,
    ).toBeTruthy();
  });

  test("a day that does not exist", () => {
    expect(problems("holidays", { name: "Tết", day: "2026-02-30", kind: "holiday" })).toEqual({ day: "no-day" });
  });
});

describe("an entry changed elsewhere while its form is open", () => {
  const base: Draft = { name: "Sở Y tế", aliases: "SYT", office: "people" };

  test("what was not touched here is as it is there", () => {
    const merged = mergeDrafts({ base, mine: { ...base, name: "Sở Y tế Hà Nội" }, theirs: { ...base, aliases: "YT" } });
    expect(merged).toEqual({ name: "Sở Y tế Hà Nội", aliases: "YT", office: "people" });
  });

  test("what was touched on both sides stays as typed here", () => {
    const merged = mergeDrafts({ base, mine: { ...base, name: "A" }, theirs: { ...base, name: "B" } });
    expect(merged.name).toBe("A");
  });

  test("two officers add two members, and both stay", () => {
    const members = (...links: Link[]): Draft => ({ members: links });
    const [a, b, c, d] = ["post:a", "post:b", "post:c", "post:d"].map((ref) => link(ref));
    const merged = mergeDrafts({ base: members(a!, b!), mine: members(a!, b!, c!), theirs: members(b!, d!) });
    expect((merged.members as readonly Link[]).map(({ party }) => party)).toEqual(["post:b", "post:d", "post:c"]);
  });

  test("a member taken out here goes, one dated here keeps its date", () => {
    const [a, b] = [link("post:a"), link("post:b")];
    const dated = link("post:a", { to: "2026-09-01" });
    const merged = mergeDrafts({ base: { members: [a, b] }, mine: { members: [dated] }, theirs: { members: [a, b] } });
    expect(merged.members).toEqual([dated]);
  });

  test("nothing touched, nothing different", () => {
    const theirs = { ...base, name: "X" };
    expect(isSameDraft(mergeDrafts({ base, mine: base, theirs }), theirs)).toBe(true);
    expect(isSameDraft(base, theirs)).toBe(false);
  });
});
