import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { an, binh, item } from "../../test/world/small-city.ts";
import { exactGuardOf } from "../model/exact-guard.ts";
import type { Item, Participation } from "../model/item.ts";
import { changeSchema, changesMax, verdicts } from "../model/joint-session.ts";
import type { PartyRef } from "../model/ref.ts";
import { wayOutKinds } from "../model/slot.ts";
import { changesOf, outcomeOf, participationToText, textToParticipation } from "./resolving.ts";

const a = item("a", "08:00", { room: "p1", parties: { [an]: "chair", [binh]: "attend" } });
const known = (id: string) => (id === "a" ? a : undefined);
const later = item("x", "14:00").when;

describe("what a decision changes", () => {
  test("is told field by field, before and after, with the matter as it reads then", () => {
    const changes = changesOf(
      [{ id: "a", set: { when: later, venue: undefined, status: "postponed" }, parties: { [an]: null } }],
      known,
    );
    const own = { item: "a", title: "Việc a" };
    expect(changes).toEqual([
      { ...own, field: "when", before: a.when, after: later },
      { ...own, field: "venue", before: { room: "p1" } },
      { ...own, field: "status", before: "approved", after: "postponed" },
      { ...own, field: "party", party: an, before: "chair" },
    ]);
  });

  test("of a withheld item it stays known that it was", () => {
    const [change] = changesOf([{ id: "a", set: { when: later } }], () => ({ ...a, withheld: true }));
    expect(change).toMatchObject({ field: "when", withheld: true });
  });

  test("a proxy is a place of its own", () => {
    const parties = { [an]: null, "person:chi": { role: "attend", for: an } } as const;
    expect(changesOf([{ id: "a", parties }], known).map(({ party, before, after }) => [party, before, after])).toEqual([
      [an, "chair", undefined],
      ["person:chi", undefined, `attend for ${an}`],
    ]);
  });

  test("several edits of one item are one change of each field; what comes back to where it was is none", () => {
    const twice = [
      { id: "a", set: { when: later } },
      { id: "a", set: { when: item("y", "16:00").when } },
    ];
    expect(changesOf(twice, known)).toMatchObject([{ field: "when", before: a.when, after: item("y", "16:00").when }]);
    expect(changesOf([...twice, { id: "a", set: { when: { ...a.when } } }], known)).toEqual([]);
    expect(changesOf([{ id: "gone", set: { status: "cancelled" } }], known)).toEqual([]);
  });

  test("whatever is edited, the changes are of the form that the log takes, and say what changed and nothing else", () => {
    const isChange = exactGuardOf(changeSchema);
    let count = 0;
    fc.assert(
      fc.property(itemArb(), itemArb(), (before, other) => {
        const set = { when: other.when, venue: other.venue, status: other.status };
        const parties: Partial<Record<PartyRef, Participation | null>> = { ...other.parties };
        for (const ref of Object.keys(before.parties) as PartyRef[]) parties[ref] ??= null;
        const changes = changesOf([{ id: before.id, set, parties }], () => before);
        for (const change of changes) {
          expect(isChange(change), JSON.stringify(change)).toBe(true);
          expect(change.before).not.toEqual(change.after);
        }
        expect(changes.length).toBeLessThanOrEqual(changesMax);
        expect(changes.some(({ field }) => field === "status")).toBe(before.status !== other.status);
        expect(changesOf([{ id: before.id, set: before as Item, parties: before.parties }], () => before)).toEqual([]);
        count += changes.length;
      }),
      { seed, numRuns: 200 },
    );
    expect(count).toBeGreaterThan(400);
  });

  test("a place of a party reads back, and no other text does", () => {
    for (const part of [
      { role: "chair" },
      { role: "attend", for: an },
      { role: "invited", for: "text:Sở A for B" },
    ] as const)
      expect(textToParticipation(participationToText(part)) ?? part).toMatchObject({ role: part.role });
    const words = "text:Director for Asia" as const;
    expect(textToParticipation(participationToText({ role: "attend", for: words }))?.for).toBe(words);
    expect(textToParticipation(participationToText({ role: "attend", for: an, order: 3 }))).toEqual({
      role: "attend",
      for: an,
    });
    for (const text of ["", "king", "chair for", "chair for nobody", "chair for king:an"])
      expect(textToParticipation(text), text).toBeNull();
  });
});

test("every way out settles; what is put off or called off takes its overlap with it; the rest was talked about", () => {
  for (const kind of wayOutKinds) expect(outcomeOf(kind)?.state).toBe("settled");
  expect(verdicts.filter((verdict) => outcomeOf(verdict) === null)).toEqual(["postpone", "cancel"]);
  expect(verdicts.filter((verdict) => outcomeOf(verdict)?.state === "discussed")).toEqual(["fill", "return", "note"]);
});
