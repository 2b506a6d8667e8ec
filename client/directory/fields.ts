import type { Entry, EntryKind } from "../../shared/model/directory.ts";
import type { PartyKind } from "../../shared/model/ref.ts";

/** How a field is filled in. `links` are dated or plain references to parties, one row each. */
export type FieldForm =
  | {
      readonly form:
        | "text"
        | "lines"
        | "number"
        | "day"
        | "room"
        | "yes-no"
        | "office"
        | "length"
        | "item-kind"
        | "day-kind";
    }
  /** One of a few words; their names stand in the words under the field's own key. */
  | { readonly form: "choice"; readonly of: ChoiceKey }
  /** One party, chosen from the directory; `idOnly` where the schema keeps the bare id. */
  | { readonly form: "party"; readonly kinds: readonly PartyKind[]; readonly idOnly?: true }
  | { readonly form: "links"; readonly kinds: readonly PartyKind[]; readonly parts: readonly LinkPart[] };

/** What a row of links says beside the party. */
export type LinkPart = "as" | "from" | "to";

/** The choices that only the rules of overlaps know. */
export type ChoiceKey = "ring" | "norm" | "overlap" | "certainty" | "severity";

export type Field = FieldForm & { readonly key: FieldKey; readonly isRequired?: true; readonly isHalf?: true };

/** Every key that some kind of entry has; its label stands in the words under the same name. */
export type FieldKey = Exclude<{ [Kind in EntryKind]: keyof Entry<Kind> }[EntryKind], "id">;

const name: Field = { key: "name", form: "text", isRequired: true };
const aliases: Field = { key: "aliases", form: "lines" };
const office: Field = { key: "office", form: "office" };
const anyParty: readonly PartyKind[] = ["person", "post", "body", "unit", "group"];

/**
 * The form of each kind of entry, field by field in the order of the page. What is valid is not said here: the schema of
 * the kind says it.
 */
export const fieldsByKind: Readonly<Record<EntryKind, readonly Field[]>> = {
  persons: [name, aliases, office],
  posts: [
    name,
    { key: "short", form: "text", isHalf: true },
    { ...office, isHalf: true },
    aliases,
    { key: "holders", form: "links", kinds: ["person"], parts: ["from", "to"] },
  ],
  bodies: [
    name,
    { key: "precedence", form: "number", isHalf: true },
    { ...office, isHalf: true },
    aliases,
    { key: "members", form: "links", kinds: ["person", "post", "body"], parts: ["as", "from", "to"] },
  ],
  units: [name, aliases, office, { key: "head", form: "party", kinds: ["person", "post"] }],
  groups: [
    name,
    aliases,
    office,
    { key: "conditional", form: "yes-no" },
    { key: "members", form: "links", kinds: anyParty, parts: [] },
  ],
  rooms: [
    name,
    aliases,
    { key: "building", form: "text", isHalf: true },
    { key: "floor", form: "text", isHalf: true },
    { key: "capacity", form: "number", isHalf: true },
    { ...office, isHalf: true },
    { key: "bufferMin", form: "number", isHalf: true },
    { key: "partOf", form: "room", isHalf: true },
    { key: "onlinePoint", form: "yes-no" },
  ],
  holidays: [
    name,
    { key: "day", form: "day", isRequired: true, isHalf: true },
    { key: "kind", form: "day-kind", isRequired: true, isHalf: true },
  ],
  lengths: [
    { key: "kind", form: "item-kind", isHalf: true },
    { key: "body", form: "party", kinds: ["body"], idOnly: true, isHalf: true },
    { key: "length", form: "length", isRequired: true },
  ],
  zones: [name, aliases, { key: "ring", form: "choice", of: "ring", isRequired: true }],
  travels: [
    { key: "origin", form: "text", isRequired: true, isHalf: true },
    { key: "goal", form: "text", isRequired: true, isHalf: true },
    { key: "minutes", form: "number", isRequired: true, isHalf: true },
  ],
  norms: [
    { key: "norm", form: "choice", of: "norm", isRequired: true },
    { key: "value", form: "number", isRequired: true, isHalf: true },
  ],
  tunings: [
    { key: "overlap", form: "choice", of: "overlap", isRequired: true },
    { key: "certainty", form: "choice", of: "certainty", isHalf: true },
    { key: "severity", form: "choice", of: "severity", isRequired: true, isHalf: true },
  ],
  events: [
    name,
    { key: "day", form: "day", isRequired: true, isHalf: true },
    { key: "lastDay", form: "day", isHalf: true },
    { key: "members", form: "links", kinds: anyParty, parts: [] },
  ],
};
