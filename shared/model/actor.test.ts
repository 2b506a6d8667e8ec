import * as v from "valibot";
import { expect, test } from "vitest";
import { actorSchema, roles } from "./actor.ts";
import { officeIds } from "./office.ts";

const isActor = (value: unknown) => v.is(actorSchema, value);

test("somebody signed in has an id, a name, a role and an office; a guest has none", () => {
  for (const role of roles)
    for (const office of officeIds) expect(isActor({ id: "an", name: "An", role, office })).toBe(true);
  expect(isActor({ id: "g", name: "Khách", role: "guest", office: null })).toBe(true);
});

test("who has no name, an unknown role or another office is nobody", () => {
  const an = { id: "an", name: "An", role: "officer", office: "people" };
  expect(isActor({ ...an, name: "" })).toBe(false);
  expect(isActor({ ...an, id: "" })).toBe(false);
  expect(isActor({ ...an, role: "admin" })).toBe(false);
  expect(isActor({ ...an, office: "army" })).toBe(false);
  expect(isActor({ ...an, office: undefined })).toBe(false);
  expect(isActor(null)).toBe(false);
});
