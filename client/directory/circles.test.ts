import * as v from "valibot";
import { expect, test } from "vitest";
import { directorySchema, type Entry } from "../../shared/model/directory.ts";
import { circlesAfter, circlesOf } from "./circles.ts";

const body = (id: string, ...members: string[]) => ({ id, name: id, members: members.map((party) => ({ party })) });
const directoryOf = (...bodies: unknown[]) => v.parse(directorySchema, { bodies });
const parsed = (raw: unknown) => v.parse(directorySchema, { bodies: [raw] }).bodies[0] as Entry;

test("a body that would hold itself by way of others is not fit to be saved, and the way is named", () => {
  const directory = directoryOf(body("a", "body:b"), body("b", "body:c"), body("c"));
  expect(circlesAfter(directory, "bodies", parsed(body("c", "body:a")))).toEqual([["body:a", "body:b", "body:c"]]);
});

test("a body that holds itself", () => {
  expect(circlesAfter(directoryOf(), "bodies", parsed(body("a", "body:a")))).toEqual([["body:a"]]);
});

test("a circle elsewhere does not keep an innocent body from being saved", () => {
  const directory = directoryOf(body("a", "body:b"), body("b", "body:a"), body("c"));
  expect(circlesOf(directory)).toHaveLength(1);
  expect(circlesAfter(directory, "bodies", parsed(body("c", "post:x")))).toEqual([]);
});

test("saving a body that breaks its circle is fine", () => {
  const directory = directoryOf(body("a", "body:b"), body("b", "body:a"));
  expect(circlesAfter(directory, "bodies", parsed(body("b", "post:x")))).toEqual([]);
});

test("a circle may go through a group", () => {
  const directory = v.parse(directorySchema, {
    bodies: [body("a", "group:g")],
    groups: [{ id: "g", name: "g" }],
  });
  const group = v.parse(directorySchema, { groups: [{ id: "g", name: "g", members: ["body:a"] }] }).groups[0] as Entry;
  expect(circlesAfter(directory, "groups", group)).toHaveLength(1);
  expect(circlesAfter(directory, "persons", { id: "g", name: "g", aliases: [] })).toEqual([]);
});
