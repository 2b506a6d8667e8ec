/**
 * The forms of what the joint session and the screens keep: which keys, who signs, what is once for all. The lead is what
 * the rest of a session is judged by.
 */
import { guardOf } from "../model/guard.ts";
import {
  type Attendance,
  attendanceKeyPattern,
  attendanceMax,
  attendanceSchema,
  attendanceSign,
  difficultyFieldSchemas,
  jointSessionFieldSchemas,
  leadKeyPattern,
  leadSchema,
  leadSign,
  leadsMax,
  resolutionKeyPattern,
  resolutionSchema,
  resolutionSign,
  resolutionsMax,
  topicKeyPattern,
  topicSchema,
  topicSign,
  topicsMax,
} from "../model/joint-session.ts";
import { idSchema } from "../model/ref.ts";
import { type Screen, screenFieldSchemas } from "../model/screen.ts";
import { type EntryForm, type Field, type ValueField, valueField, valueFields } from "./entry-form.ts";

const isId = guardOf(idSchema);

/** A session with its topics, its decision log and those present under keys of their own. */
export function jointSessionForm(): EntryForm {
  const { scope, opened, lead, step, closed } = valueFields(jointSessionFieldSchemas);
  const own = {
    scope: { ...scope, isOnce: true },
    opened: { ...opened, isOnce: true, signerOf: signerBy },
    lead: { ...lead, signerOf: signerBy },
    step: { ...step, signerOf: signerBy },
    closed: { ...closed, isOnce: true, signerOf: signerBy, leaves: "never" },
  } as const;
  const topic: ValueField = {
    ...{ ...valueField(topicSchema), isRequired: false },
    ...{ leaves: "never", family: { sign: topicSign, most: topicsMax } },
  };
  const resolution: ValueField = {
    ...{ ...valueField(resolutionSchema), isRequired: false, isOnce: true, signerOf: signerBy },
    ...{ leaves: "by-signer", family: { sign: resolutionSign, most: resolutionsMax } },
  };
  const led: ValueField = {
    ...{ ...valueField(leadSchema), isRequired: false, isOnce: true, signerOf: signerBy },
    ...{ leaves: "never", family: { sign: leadSign, most: leadsMax } },
  };
  return form(own, ["lead"], (key) => {
    if (leadKeyPattern.test(key)) return led;
    if (topicKeyPattern.test(key)) return topic;
    if (resolutionKeyPattern.test(key)) return resolution;
    return attendanceKeyPattern.test(key) ? attendanceOf(key) : null;
  });
}

/** What an office wrote down before the session. */
export function difficultyForm(): EntryForm {
  const fields = valueFields(difficultyFieldSchemas);
  return form({ ...fields, written: { ...fields.written, signerOf: signerBy } }, ["office"]);
}

/** A paired screen. Who drives it signs what it shows. */
export function screenForm(): EntryForm {
  const fields = valueFields(screenFieldSchemas);
  const signerOf = (value: unknown) => (value as Screen["show"]).driver.id;
  return form({
    ...fields,
    paired: { ...fields.paired, signerOf: signerBy },
    show: { ...fields.show, signerOf },
  });
}

const anybodyThere = valueField(attendanceSchema);

/** Everybody has one key, and writes it themselves. */
function attendanceOf(key: string): ValueField {
  const personOf = (value: unknown) => (value as Attendance).person.id;
  return {
    ...{ form: "value", isRequired: false, signerOf: personOf, leaves: "never" },
    accepts: (value) => anybodyThere.accepts(value) && personOf(value) === key.slice(attendanceSign.length),
    family: { sign: attendanceSign, most: attendanceMax },
  };
}

/** Asked only of what was accepted. */
function signerBy(value: unknown): string {
  return (value as { readonly by: { readonly id: string } }).by.id;
}

function form(
  fields: Readonly<Record<string, ValueField>>,
  standing: readonly string[] = [],
  others: (key: string) => Field | null = () => null,
): EntryForm {
  const byKey = new Map(Object.entries(fields));
  return {
    acceptsId: isId,
    standing,
    required: [...byKey].filter(([, { isRequired }]) => isRequired).map(([key]) => key),
    fieldOf: (key) => byKey.get(key) ?? others(key),
  };
}
