import * as v from "valibot";
import { daySchema } from "./day-schema.ts";
import { officeIdSchema } from "./office.ts";
import { idSchema, type PartyRef, partyKindOf, partyRefSchema } from "./ref.ts";
import { venueSchema } from "./venue.ts";
import { whenSchema } from "./when.ts";

/** Kinds of item, in the order a list offers them. */
export const itemKinds = [
  "meeting",
  "conference",
  "session",
  "visit",
  "reception",
  "ceremony",
  "trip",
  "dossier",
  "duty",
  "office-work",
  "other",
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The life of an item (*đăng ký → đã duyệt / từ chối*, *hoãn*, *hủy*, *đã tổ chức*). */
export const itemStatuses = ["registered", "approved", "refused", "postponed", "cancelled", "held"] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** What a party does in an item. `prepare` is the preparing unit, `serve` who looks after it (LĐVP, CVVP). */
export const partyRoles = [
  "chair",
  "attend",
  "invited",
  "optional",
  "prepare",
  "coordinate",
  "appraise",
  "serve",
] as const;
export type PartyRole = (typeof partyRoles)[number];

/** Who may agree to something: a person of the directory, or somebody in words. */
const agreedSchema = v.custom<PartyRef>(
  (input) => v.is(partyRefSchema, input) && (partyKindOf(input) === "person" || partyKindOf(input) === "text"),
);

/**
 * One party's place in an item; `for` names whom it stands in for (proxy, *dự thay*) and `agreed` who has accepted that;
 * `order` keeps the written order.
 */
export const participationSchema = v.strictObject({
  role: v.picklist(partyRoles),
  for: v.optional(partyRefSchema),
  agreed: v.optional(agreedSchema),
  order: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
});
export type Participation = v.InferOutput<typeof participationSchema>;

export const titleLengthMax = 2_000;
export const notesLengthMax = 10_000;

/**
 * The fields of an item that are single values in the document; `title` and `notes` are texts two people may type in at
 * once, parties are one key each. Document codec, server check, form and import all read this one table.
 */
export const itemFieldSchemas = {
  office: officeIdSchema,
  kind: v.picklist(itemKinds),
  status: v.picklist(itemStatuses),
  when: whenSchema,
  venue: v.optional(venueSchema),
  /** When the dossier is due. */
  due: v.optional(daySchema),
  /** The body that sits: all its members are held. */
  body: v.optional(partyRefSchema),
  /** Number and symbol of the invitation or document, as printed. */
  ref: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(120))),
  parent: v.optional(idSchema),
  series: v.optional(idSchema),
  /** The day on which it was put in, written with it: what came after the programme was closed came late. */
  registered: v.optional(daySchema),
  /** *Đột xuất*: outside the issued programme. */
  unexpected: v.optional(v.boolean()),
  /**
   * *Hạn chế*: everyone who edits the programme sees it and it takes part in every overlap, but no screen is told more than
   * that somebody is busy (P9).
   */
  withheld: v.optional(v.boolean()),
  /**
   * The day (`on`) on which people were last told that the item takes place on a day (`of`): the invitation went out, the
   * reception was posted. An item that stands on another day than `of` was moved since. One atomic value.
   */
  announced: v.optional(v.strictObject({ on: daySchema, of: daySchema })),
} as const;

export type ItemField = keyof typeof itemFieldSchemas;

export const itemSchema = v.strictObject({
  id: idSchema,
  title: v.pipe(v.string(), v.maxLength(titleLengthMax)),
  ...itemFieldSchemas,
  notes: v.optional(v.pipe(v.string(), v.maxLength(notesLengthMax))),
  parties: v.record(partyRefSchema, participationSchema),
});

/** One thing planned, as plain data. Never changed in place: an edit makes a new one. */
export type Item = Omit<v.InferOutput<typeof itemSchema>, "parties"> & {
  readonly parties: Readonly<Partial<Record<PartyRef, Participation>>>;
};

/** The parties of an item in written order, as pairs. */
export function partiesOf(item: Pick<Item, "parties">): [PartyRef, Participation][] {
  const pairs = Object.entries(item.parties) as [PartyRef, Participation][];
  return pairs.sort(([refA, a], [refB, b]) => (a.order ?? 1e9) - (b.order ?? 1e9) || (refA < refB ? -1 : 1));
}

/** The parties with one of the given roles, in written order. */
export function partiesWithRole(item: Pick<Item, "parties">, ...wanted: readonly PartyRole[]): PartyRef[] {
  return partiesOf(item)
    .filter(([, part]) => wanted.includes(part.role))
    .map(([ref]) => ref);
}
