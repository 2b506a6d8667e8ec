import { describe, expect, test } from "vitest";
import type { Item } from "../../shared/model/item.ts";
import { partiesOf } from "../../shared/model/item.ts";
import {
  acceptProxy,
  addParty,
  giveRole,
  type PartyChange,
  removeParty,
  resolveWords,
  standInFor,
} from "./party-changes.ts";

type Parties = Pick<Item, "parties">;

/** The item as it is after the changes, parties in written order as "ref role". */
function after(item: Parties, changes: readonly PartyChange[]): string[] {
  const parties: Record<string, unknown> = { ...item.parties };
  for (const [ref, as] of changes) {
    if (as === null) delete parties[ref];
    else parties[ref] = as;
  }
  return partiesOf({ parties } as Parties).map(([ref, part]) => {
    return `${ref} ${part.role}${part.for ? ` for ${part.for}` : ""}`;
  });
}

const meeting: Parties = {
  parties: {
    "person:an": { role: "chair", order: 0 },
    "body:btv": { role: "attend", order: 1 },
    "text:đ/c Hà": { role: "attend", order: 2 },
  },
};

describe("adding", () => {
  test("comes last in the written order", () => {
    expect(after(meeting, addParty(meeting, "unit:sxd", "attend")).at(-1)).toBe("unit:sxd attend");
  });

  test("comes last also where nobody has a place yet, and the others keep theirs", () => {
    const loose: Parties = { parties: { "unit:b": { role: "attend" }, "unit:a": { role: "chair" } } };
    expect(after(loose, addParty(loose, "unit:0", "attend"))).toEqual([
      "unit:a chair",
      "unit:b attend",
      "unit:0 attend",
    ]);
  });

  test("somebody who is there already gets the new role and keeps the place", () => {
    expect(after(meeting, addParty(meeting, "body:btv", "prepare"))[1]).toBe("body:btv prepare");
  });

  test("in the same role again, nothing is written", () => {
    expect(addParty(meeting, "body:btv", "attend")).toEqual([]);
  });

  test("the first one is number 0", () => {
    expect(addParty({ parties: {} }, "person:an", "chair")).toEqual([["person:an", { role: "chair", order: 0 }]]);
  });
});

describe("roles and proxies", () => {
  test("another role keeps place and proxy", () => {
    const item: Parties = { parties: { "person:ha": { role: "attend", order: 4, for: "person:an" } } };
    expect(giveRole(item, "person:ha", "invited")).toEqual([
      ["person:ha", { role: "invited", order: 4, for: "person:an" }],
    ]);
    expect(giveRole(item, "person:ha", "attend")).toEqual([]);
    expect(giveRole(item, "person:ai", "attend")).toEqual([]);
  });

  test("standing in, and no longer", () => {
    const changed = standInFor(meeting, "body:btv", "person:vinh");
    expect(changed).toEqual([["body:btv", { role: "attend", order: 1, for: "person:vinh" }]]);
    const item: Parties = { parties: { "person:ha": { role: "attend", for: "person:an" } } };
    expect(standInFor(item, "person:ha", null)).toEqual([["person:ha", { role: "attend" }]]);
  });

  test("who agreed that somebody comes in another's place is asked anew when that changes, and gone with it", () => {
    const item: Parties = {
      parties: { "person:ha": { role: "attend", for: "person:an" }, "person:vinh": { role: "attend" } },
    };
    const part = { role: "attend", for: "person:an", agreed: "person:binh" } as const;
    expect(acceptProxy(item, "person:ha", "person:binh")).toEqual([["person:ha", part]]);
    const agreed: Parties = { parties: { "person:ha": part } };
    expect(acceptProxy(agreed, "person:ha", "person:binh")).toEqual([]);
    expect(acceptProxy(agreed, "person:ha", null)).toEqual([["person:ha", { role: "attend", for: "person:an" }]]);
    expect(acceptProxy(item, "person:vinh", "person:binh")).toEqual([]);
    expect(standInFor(agreed, "person:ha", "person:vinh")).toEqual([
      ["person:ha", { role: "attend", for: "person:vinh" }],
    ]);
    expect(standInFor(agreed, "person:ha", null)).toEqual([["person:ha", { role: "attend" }]]);
  });

  test("nobody stands in for oneself, and nothing is written twice", () => {
    expect(standInFor(meeting, "person:an", "person:an")).toEqual([]);
    expect(standInFor(meeting, "person:an", null)).toEqual([]);
    const item: Parties = { parties: { "person:ha": { role: "attend", for: "person:an" } } };
    expect(standInFor(item, "person:ha", "person:an")).toEqual([]);
  });
});

describe("words that turn out to be somebody", () => {
  test("the party stands in their place and role", () => {
    expect(after(meeting, resolveWords(meeting, "text:đ/c Hà", "person:ha"))).toEqual([
      "person:an chair",
      "body:btv attend",
      "person:ha attend",
    ]);
  });

  test("somebody who is there already keeps the role", () => {
    expect(after(meeting, resolveWords(meeting, "text:đ/c Hà", "person:an"))).toEqual([
      "person:an chair",
      "body:btv attend",
    ]);
  });

  test("whoever stood in for the words stands in for the party", () => {
    const item: Parties = {
      parties: {
        "text:Chủ tịch": { role: "chair", order: 0 },
        "person:ha": { role: "attend", order: 1, for: "text:Chủ tịch" },
      },
    };
    expect(after(item, resolveWords(item, "text:Chủ tịch", "post:ct"))).toEqual([
      "post:ct chair",
      "person:ha attend for post:ct",
    ]);
    expect(after(item, resolveWords(item, "text:Chủ tịch", "person:ha"))).toEqual(["person:ha attend"]);
  });

  test("words that are gone meanwhile change nothing", () => {
    expect(resolveWords(meeting, "text:ai đó", "person:ha")).toEqual([]);
  });
});

describe("taking away", () => {
  test("the party goes, its proxy comes for itself", () => {
    const item: Parties = {
      parties: {
        "person:an": { role: "chair", order: 0 },
        "person:ha": { role: "attend", order: 1, for: "person:an" },
      },
    };
    expect(after(item, removeParty(item, "person:an"))).toEqual(["person:ha attend"]);
  });

  test("what is gone already is let be", () => {
    expect(removeParty(meeting, "person:ai")).toEqual([]);
  });
});
