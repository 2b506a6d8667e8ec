import { expect, test } from "vitest";
import type { Actor } from "../model/actor.ts";
import { type Action, may } from "./rights.ts";

const officer: Actor = { id: "a", name: "Trần Thị Hương", role: "officer", office: "party" };
const head: Actor = { ...officer, id: "b", role: "head" };
const guest: Actor = { ...officer, id: "c", role: "guest", office: null };
const actions: Action[] = ["add", "edit", "decide", "remove", "keep-directory"];

test("nobody and guests change nothing", () => {
  for (const action of actions) {
    expect(may(null, action, { office: "party" })).toBe(false);
    expect(may(guest, action, { office: "party" })).toBe(false);
  }
});

test("officers and heads plan together, on the items of every office", () => {
  for (const actor of [officer, head])
    for (const action of ["add", "edit", "remove", "keep-directory"] as const)
      for (const office of ["party", "council", "people"] as const) expect(may(actor, action, { office })).toBe(true);
});

test("only the head of an item's own office approves or refuses it", () => {
  expect(may(head, "decide", { office: "party" })).toBe(true);
  expect(may(head, "decide", { office: "people" })).toBe(false);
  expect(may(officer, "decide", { office: "party" })).toBe(false);
});
