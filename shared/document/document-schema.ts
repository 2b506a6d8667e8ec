/**
 * What each kind of document may hold: which roots, which fields their entries have, which values a field takes. One
 * table, made from the schemas of the model, from which the server refuses everything else before a document is touched
 * (P5). It knows keys and values, not Yjs.
 */
import { type EntryKind, entryKinds, entrySchemas, holderSchema, memberSchema } from "../model/directory.ts";
import { guardOf } from "../model/guard.ts";
import { itemFieldSchemas, notesLengthMax, participationSchema, titleLengthMax } from "../model/item.ts";
import { idSchema, type PartyRef, partyIdOf, partyKindOf, partyRefSchema } from "../model/ref.ts";
import { type Decision, settlementFieldSchemas, settlementIdPattern, stepKeyPattern } from "../model/settlement.ts";
import {
  type EntryForm,
  type Field,
  type Guard,
  isPlain,
  isPlainData,
  type Schemas,
  type ValueField,
  valueFields,
} from "./entry-form.ts";
import { difficultyForm, jointSessionForm, screenForm } from "./joint-forms.ts";
import { partySign } from "./roots.ts";

/** Programmes and terms have the same roots. */
export type DocumentKind = "programme" | "directory";

/** Entries that one root may ever have had, and keys that one entry may ever have had: far above a real year. */
export const entriesMax = 100_000;
export const entryKeysMax = 3_000;

/** The form of the entries below a root of a document; null for a root that such a document does not have. */
export function entryFormOf(document: DocumentKind, root: string): EntryForm | null {
  return forms[document].get(root) ?? null;
}

const isId = guardOf(idSchema);
const isPartyRef = guardOf(partyRefSchema);

const isHolder = guardOf(holderSchema);
const isMember = guardOf(memberSchema);

const isEmptyObject: Guard = (value) => isPlain(value) && Object.keys(value).length === 0;

/** What may stand under the key of a party, by the kind of entry; null where that party cannot. */
const circleGuards: Partial<Record<EntryKind, (ref: PartyRef) => Guard | null>> = {
  posts: (ref) =>
    partyKindOf(ref) === "person" ? (value) => isPlain(value) && isHolder({ ...value, person: partyIdOf(ref) }) : null,
  bodies: (ref) => (value) => isPlain(value) && isMember({ ...value, party: ref }),
  groups: () => isEmptyObject,
  events: () => isEmptyObject,
};

const itemForm = entryForm({
  fields: {
    ...valueFields(itemFieldSchemas),
    title: { form: "text", isFixed: true, lengthMax: titleLengthMax },
    notes: { form: "text", isFixed: false, lengthMax: notesLengthMax },
  },
  party: () => guardOf(participationSchema),
  // How it stands and whose it is: the rest is judged by them.
  standing: ["status", "office"],
});

const forms: Readonly<Record<DocumentKind, ReadonlyMap<string, EntryForm>>> = {
  programme: new Map([
    ["items", itemForm],
    ["settlements", settlementForm()],
    ["jointSessions", jointSessionForm()],
    ["difficulties", difficultyForm()],
  ]),
  directory: new Map([...entryKinds.map((kind) => [kind, directoryForm(kind)] as const), ["screens", screenForm()]]),
};

/** What was decided about an overlap, and beside it each step of its history under a key of its own (`settlements.ts`). */
function settlementForm(): EntryForm {
  const { about, decision } = valueFields(settlementFieldSchemas);
  // Asked only of what was accepted.
  const signerOf = (value: unknown) => (value as Decision).by.id;
  const signed: ValueField = { ...decision, signerOf, isRestorable: true };
  const fields = new Map([
    ["about", about],
    ["decision", signed],
  ]);
  const step = { ...signed, isRequired: false, isOnce: true };
  return {
    acceptsId: (id) => settlementIdPattern.test(id),
    required: [...fields.keys()],
    standing: [],
    fieldOf: (key) => fields.get(key) ?? (stepKeyPattern.test(key) ? step : null),
  };
}

/** Holders and members lie one per party (`directory-codec.ts`), everything else under its name. */
function directoryForm(kind: EntryKind): EntryForm {
  const { id: _id, holders: _holders, members: _members, ...single } = { ...entrySchemas[kind].entries } as Schemas;
  return entryForm({ fields: valueFields(single), party: circleGuards[kind] ?? (() => null), standing: [] });
}

type Making = {
  readonly fields: Readonly<Record<string, Field>>;
  readonly party: (ref: PartyRef) => Guard | null;
  readonly standing: readonly string[];
};

function entryForm({ fields, party, standing }: Making): EntryForm {
  const byKey = new Map(Object.entries(fields));
  const isNeeded = (field: Field) => (field.form === "text" ? field.isFixed : field.isRequired);
  return {
    acceptsId: isId,
    fieldOf(key) {
      if (!key.startsWith(partySign)) return byKey.get(key) ?? null;
      const ref = key.slice(partySign.length);
      const guard = isPartyRef(ref) ? party(ref) : null;
      return guard && { form: "value", isRequired: false, accepts: (value) => isPlainData(value) && guard(value) };
    },
    standing,
    required: Object.keys(fields).filter((key) => fields[key] && isNeeded(fields[key])),
  };
}
