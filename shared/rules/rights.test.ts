import { describe, expect, test } from "vitest";
import type { Actor } from "../model/actor.ts";
import { itemStatuses } from "../model/item.ts";
import { officeIds } from "../model/office.ts";
import { type Action, isDecided, isDecision, may } from "./rights.ts";

const officer: Actor = { id: "a", name: "Trần Thị Hương", role: "officer", office: "party" };
const head: Actor = { ...officer, id: "b", role: "head" };
const guest: Actor = { ...officer, id: "c", role: "guest", office: null };
const actions: Action[] = ["add", "edit", "decide", "remove", "keep-directory", "settle"];
const open = itemStatuses.filter((status) => !isDecided(status));
const decided = itemStatuses.filter(isDecided);

test("nobody and guests change nothing, whatever it is and whosever", () => {
  for (const actor of [null, guest])
    for (const action of actions) {
      expect(may(actor, action)).toBe(false);
      for (const status of itemStatuses) expect(may(actor, action, { office: "party", status })).toBe(false);
    }
});

describe("as long as nobody has decided", () => {
  test("officers and heads shape the items of every office together", () => {
    expect(open).toEqual(["registered", "postponed", "cancelled"]);
    for (const actor of [officer, head])
      for (const action of ["add", "edit", "remove"] as const)
        for (const office of officeIds)
          for (const status of open) expect(may(actor, action, { office, status }), `${action} ${status}`).toBe(true);
  });
});

describe("what a head has decided", () => {
  test("is changed, taken away or made as decided by the head of its own office only", () => {
    expect(decided).toEqual(["approved", "refused", "held"]);
    for (const action of ["add", "edit", "remove", "decide"] as const)
      for (const status of decided) {
        expect(may(officer, action, { office: "party", status })).toBe(false);
        expect(may(head, action, { office: "council", status })).toBe(false);
        expect(may(head, action, { office: "party", status })).toBe(true);
      }
  });

  test("only the head of an item's own office decides", () => {
    for (const status of itemStatuses) {
      expect(may(head, "decide", { office: "party", status })).toBe(true);
      expect(may(head, "decide", { office: "people", status })).toBe(false);
      expect(may(officer, "decide", { office: "party", status })).toBe(false);
    }
  });
});

test("into a decided status and back out of it is a decision; among the others it is an edit", () => {
  for (const from of itemStatuses)
    for (const to of itemStatuses)
      expect(isDecision(from, to)).toBe(from !== to && (decided.includes(from) || decided.includes(to)));
});

test("everybody of an office keeps the directory and settles overlaps", () => {
  expect(may(officer, "settle")).toBe(true);
  expect(may(head, "settle")).toBe(true);
  expect(may(officer, "keep-directory")).toBe(true);
  expect(may(head, "keep-directory")).toBe(true);
});
