import * as v from "valibot";
import { officeIdSchema } from "../../shared/model/office.ts";
import { refusalReasons } from "../../shared/protocol/refusal.ts";

/**
 * Why something written here is in no document: the reasons of the server, or it closed for good. `closed`: before it had
 * confirmed it; `stale`: because the document began anew there.
 */
export const setbackReasons = [...refusalReasons, "closed", "stale"] as const;

/**
 * One thing a person wrote that did not come into the programme, as plain data: it is put into words when it is shown, in
 * the language of that moment. The last word about one field of one entry; `field` null means the entry as a whole.
 */
export const refusedChangeSchema = v.object({
  document: v.string(),
  root: v.string(),
  entry: v.nullable(v.string()),
  field: v.nullable(v.string()),
  why: v.picklist(setbackReasons),
  /** What the entry is called, and whose it is. */
  matter: v.string(),
  office: v.nullable(officeIdSchema),
  /** The decided status it had, when that is why. */
  status: v.nullable(v.string()),
  /** What was to be there; null where something was to be taken away. */
  wrote: v.unknown(),
  /** How many more were refused and not told one by one. */
  more: v.number(),
});

export type RefusedChange = v.InferOutput<typeof refusedChangeSchema>;

/** One change for each place that was written to. */
export function keyOfChange({ document, root, entry, field }: RefusedChange): string {
  return JSON.stringify([document, root, entry, field]);
}
