import { describe, expect, test } from "vitest";
import { an, binh, city, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy, indexOf } from "../../test/world/told-overlaps.ts";
import type { Item } from "../model/item.ts";
import type { Overlap } from "../model/overlap.ts";
import { createOverlapIndex } from "./overlap-index.ts";
import type { OverlapRule } from "./overlap-rule.ts";

describe("what an overlap tells", () => {
  test("the length taken for granted, of the item that lasts into the other", () => {
    const [overlap] = indexOf(chairedBy("a", "14:30", an), chairedBy("b", "14:00", an, { kind: "conference" })).of("a");
    expect(overlap).toMatchObject({ gapMin: 30, assumedMin: { a: null, b: 120 } });
    const [written] = indexOf(chairedBy("a", "14:30", an), chairedBy("b", "14:00", an, { end: "15:00" })).of("a");
    expect(written?.assumedMin).toEqual({ a: null, b: null });
    const [vague] = indexOf(chairedBy("a", null, an, { session: "afternoon" }), chairedBy("b", "14:00", an)).of("a");
    expect(vague).toMatchObject({ gapMin: null, assumedMin: { a: null, b: null } });
  });

  test("the key stays while the pair clashes over the same; the fingerprint changes with the hours and the roles only", () => {
    const print = (...items: readonly [Item, Item]): Pick<Overlap, "key" | "fingerprint"> => {
      const [overlap] = indexOf(...items).of("a");
      return { key: overlap?.key ?? "", fingerprint: overlap?.fingerprint ?? "" };
    };
    const [a, b] = [chairedBy("a", "14:00", an), chairedBy("b", "14:30", an)];
    const first = print(a, b);
    expect(print({ ...a, title: "Tên khác", notes: "ghi chú" }, b)).toEqual(first);
    expect(print(a, { ...b, office: "council" })).toEqual(first);
    for (const changed of [
      print(a, chairedBy("b", "14:15", an)),
      print(chairedBy("a", "14:00", an, { end: "15:00" }), b),
      print(a, attendedBy("b", "14:30", an)),
      print(a, attendedBy("b", "14:30", "post:bt")),
    ]) {
      expect(changed.key).toBe(first.key);
      expect(changed.fingerprint).not.toBe(first.fingerprint);
    }
  });

  test("worst first", () => {
    const index = indexOf(
      item("a", "08:00", { room: "p1", parties: { [an]: "chair", "unit:nv": "invited" } }),
      item("b", "08:15", { room: "p2", parties: { [an]: "chair", "unit:nv": "invited" } }),
      item("c", "09:00", { room: "p3", parties: { [an]: "attend" } }),
    );
    expect(index.of("a").map(({ severity }) => severity)).toEqual(["error", "warning", "hint"]);
  });
});

describe("an edit tells whose card repaints", () => {
  test("moving an item away names both sides, and leaves nothing", () => {
    const index = indexOf(chairedBy("a", "14:00", an), chairedBy("b", "14:30", an));
    expect([...index.upsert(chairedBy("a", "08:00", an)).items].sort()).toEqual(["a", "b"]);
    expect([...index.all()]).toEqual([]);
    expect(index.remove("b").items.size).toBe(0);
  });

  test("an edit that changes no overlap names nobody", () => {
    const index = indexOf(chairedBy("a", "14:00", an), chairedBy("b", "14:30", an));
    expect(index.upsert({ ...chairedBy("a", "14:00", an), title: "Tên mới" }).items.size).toBe(0);
    expect(index.upsert(chairedBy("c", "08:00", binh)).items.size).toBe(0);
    expect(index.remove("unknown").items.size).toBe(0);
  });

  test("moving from one neighbour to another names all three", () => {
    const index = indexOf(chairedBy("a", "14:00", an), chairedBy("b", "14:30", an), chairedBy("c", "08:00", an));
    expect([...index.upsert(chairedBy("a", "08:00", an)).items].sort()).toEqual(["a", "b", "c"]);
  });

  test("a probe says what would be, and nothing stays", () => {
    const index = indexOf(chairedBy("a", "14:00", an), chairedBy("b", "08:00", an));
    expect(index.probe(chairedBy("a", "08:15", an))).toHaveLength(1);
    expect(index.probe(chairedBy("new", "14:00", an))).toHaveLength(1);
    expect([...index.all()]).toEqual([]);
  });

  test("of two items with one id a build takes the one on the later day, and nothing stays of the other", () => {
    const [early, late] = [chairedBy("a", "08:00", an), chairedBy("a", "08:00", an, { day: "2026-12-01" })];
    const beside = [chairedBy("b", "08:00", an), chairedBy("c", "08:00", an, { day: "2026-12-01" })];
    for (const items of [
      [early, ...beside, late],
      [late, ...beside, early],
    ]) {
      const index = indexOf(...items);
      expect([...index.all()].map(({ a, b }) => [a.item, b?.item])).toEqual([["a", "c"]]);
      expect([index.of("a"), index.of("b"), index.counts().certain]).toEqual([index.of("c"), [], 1]);
    }
  });

  test("a new holder of a post moves the clash from one person to the other", () => {
    const index = indexOf(chairedBy("a", "14:00", "post:ct"), chairedBy("b", "14:00", "person:em"));
    expect([...index.all()]).toEqual([]);
    const posts = city.posts.map((post) => (post.id === "ct" ? { ...post, holders: [{ person: "em" }] } : post));
    expect([...index.setDirectory({ ...city, posts }).items].sort()).toEqual(["a", "b"]);
    expect(index.of("a")).toMatchObject([{ resource: "person:em" }]);
  });
});

describe("further kinds of clash", () => {
  test("a rule of one's own stands beside the others and is kept current like them", () => {
    const sameTitle: OverlapRule = {
      name: "same title",
      reachMin: 24 * 60,
      mayClash: () => true,
      between: (a, b) =>
        a.item.title !== b.item.title
          ? []
          : [
              {
                key: `same ${a.id} ${b.id}`,
                fingerprint: a.item.title,
                kind: "body",
                resource: `text:${a.item.title}`,
                a: { item: a.id, path: { role: "venue", steps: [], conditional: false } },
                b: { item: b.id, path: { role: "venue", steps: [], conditional: false } },
                certainty: "possible",
                severity: "hint",
                gapMin: null,
                assumedMin: { a: null, b: null },
                yields: null,
                detail: null,
                noProxy: { a: false, b: false },
              },
            ],
    };
    const index = createOverlapIndex(city, {
      rules: () => ({ pairs: [sameTitle], far: [], lone: [], crowds: () => [] }),
    });
    index.build([item("a", "08:00", { title: "Họp" }), item("b", "16:00", { title: "Họp" })]);
    expect(index.of("b")).toHaveLength(1);
    expect([...index.upsert(item("b", "16:00", { title: "Khác" })).items].sort()).toEqual(["a", "b"]);
    expect(index.of("a")).toEqual([]);
  });
});
