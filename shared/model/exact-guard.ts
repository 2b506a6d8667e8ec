import type * as v from "valibot";
import { assert } from "../kit/assert.ts";
import { guardOf } from "./guard.ts";

/**
 * Like {@link guardOf}, and a list passes only where the schema says list: to the library a list is an object in which
 * everything is missing, so where all of it may be, it would pass for one. For what others send; a schema of a form that is
 * not known here is a fault of ours and throws at once.
 */
export function exactGuardOf(schema: v.GenericSchema): (value: unknown) => boolean {
  const [isKind, hasShape] = [guardOf(schema), shapeOf(schema as Form)];
  return (value) => hasShape(value) && isKind(value);
}

type Test = (value: unknown) => boolean;

/** What the walk looks at in a schema; the library's types hide it while the form is not known. */
type Form = v.GenericSchema & {
  readonly pipe?: readonly [Form, ...unknown[]];
  readonly wrapped?: Form;
  readonly item?: Form;
  readonly value?: Form;
  readonly entries?: Readonly<Record<string, Form>>;
  readonly options?: readonly Form[];
};

const single = ["string", "number", "boolean", "picklist", "literal", "custom"];

/** Whether lists stand where lists belong; what else a value must be is not asked. */
function shapeOf({ pipe, ...form }: Form): Test {
  const [base] = pipe ?? [];
  if (base?.pipe) return shapeOf(base);
  const { type, wrapped, item, value: member, entries, options } = form;
  if (single.includes(type)) return (value) => !Array.isArray(value);
  if (wrapped) return missingOr(shapeOf(wrapped));
  if (type === "array" && item) return listShape(shapeOf(item));
  if (type === "record" && member) return recordShape(shapeOf(member));
  if ((type === "strict_object" || type === "object") && entries) return objectShape(entries);
  assert((type === "variant" || type === "union") && options, `a schema of the form "${type}" may hold lists anywhere`);
  const tests = options.map((option) => exactGuardOf(option));
  return (value) => tests.some((test) => test(value));
}

function missingOr(test: Test): Test {
  return (value) => value === undefined || value === null || test(value);
}

function listShape(isMember: Test): Test {
  return (value) => Array.isArray(value) && value.every(isMember);
}

function recordShape(isMember: Test): Test {
  return (value) => !isObject(value) || (!Array.isArray(value) && Object.values(value).every(isMember));
}

function objectShape(entries: Readonly<Record<string, Form>>): Test {
  const tests = new Map(Object.entries(entries).map(([key, entry]) => [key, shapeOf(entry)]));
  return (value) => {
    if (!isObject(value)) return true;
    return !Array.isArray(value) && Object.entries(value).every(([key, each]) => tests.get(key)?.(each) ?? true);
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
