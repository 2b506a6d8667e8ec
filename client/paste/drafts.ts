import type { Directory } from "../../shared/model/directory.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Correction, ItemDraft } from "../reading/item-draft.ts";
import { readToDraft } from "../reading/read-to-item.ts";
import { createSitting } from "../reading/sitting-body.ts";
import { type Choices, createResolver } from "../reading/word-resolution.ts";
import { createDoubted } from "./doubted-fields.ts";
import type { Softness } from "./item-changes.ts";
import { createTableMatcher } from "./match-table.ts";
import type { ReadingAnswer } from "./reading-task.ts";

type Options = {
  readonly answer: ReadingAnswer;
  readonly text: string;
  readonly office: OfficeId;
  readonly directory: Directory;
  readonly choices: Choices;
  /** By the key of the row. */
  readonly corrections: ReadonlyMap<string, Correction>;
};

/** The rows of the preview: what was read, as the person has corrected it, resolved as they have chosen. */
export function draftsOf({ answer, text, office, directory, choices, corrections }: Options): ItemDraft[] {
  const { reading, bounds, table } = answer;
  const resolver = createResolver(createTableMatcher(directory, table), office, choices);
  const sitting = createSitting(directory, office);
  const doubted = createDoubted(reading.doubts);
  return reading.items.map((read, at) => {
    const key = String(at);
    const untouched = answer.drafts[at];
    if (untouched && choices.size === 0 && !corrections.has(key)) return untouched;
    const correction = corrections.get(key) ?? {};
    const corrected = { ...read, ...correction };
    const isSettled = (field: keyof Correction) => field in correction;
    return readToDraft(corrected, key, {
      source: text,
      resolver,
      sitting,
      bounds,
      // What a person has just said is no longer doubtful.
      doubted: () =>
        new Set([...doubted(read)].filter((field) => !(field === "date" || field === "title") || !isSettled(field))),
    });
  });
}

/** What the doubtful words of a row may also mean. */
export function softnessOf({ people, room }: ItemDraft): Softness {
  const parties = new Map<PartyRef, readonly PartyRef[]>();
  for (const { refs, state, candidates } of people)
    for (const ref of refs) if (state === "doubtful") parties.set(ref, candidates);
  return { parties, rooms: room?.state === "doubtful" ? room.candidates : [] };
}
