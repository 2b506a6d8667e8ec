import * as v from "valibot";

/** The three offices of the Hanoi board, in the order of the columns. */
export const officeIds = ["party", "council", "people"] as const;

export const officeIdSchema = v.picklist(officeIds);

export type OfficeId = v.InferOutput<typeof officeIdSchema>;
