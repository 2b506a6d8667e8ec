import type { Doubt, DoubtCode, ReadField, ReadItem } from "../../shared/text/read-item.ts";
import { overlaps } from "../../shared/text/span.ts";
import type { DraftField } from "../reading/item-draft.ts";

/** The field of the preview in which a read field shows. */
export const shownIn: Readonly<Record<ReadField, DraftField | null>> = {
  date: "date",
  start: "hour",
  end: "hour",
  session: "hour",
  title: "title",
  chair: "chair",
  participants: "participants",
  location: "venue",
  assembly: "venue",
  points: "venue",
  preparing: "preparing",
  support: "preparing",
  note: null,
  ref: null,
};

/**
 * Doubts that make a field doubtful. An abbreviation with two meanings is none of them: where it stands in a name, the
 * directory decides whether the name is known, and a matter stays as printed.
 */
const fieldOfCode: Readonly<Partial<Record<DoubtCode, DraftField>>> = {
  "no-date": "date",
  "no-such-date": "date",
  "weekday-mismatch": "date",
  "date-outside-range": "date",
  "hour-unclear": "hour",
  "no-title": "title",
};

/** Doubts about the whole text, shown above it and not at a row. */
export const generalDoubts: readonly DoubtCode[] = ["nothing-read", "text-cut", "year-assumed"];

/** Says of any read item which of its fields the reader was not sure of. */
export function createDoubted(doubts: readonly Doubt[]): (read: ReadItem) => ReadonlySet<DraftField> {
  const telling = doubts.filter(({ code }) => fieldOfCode[code] !== undefined);
  const byLine = Map.groupBy(telling, ({ line }) => line);
  const aboutDays = telling.filter(({ code }) => fieldOfCode[code] === "date");
  return (read) => {
    // A day is printed once, above all its items: a doubt about it lies on its own line.
    const ofDay = aboutDays.filter(({ span }) => read.spans.date?.some((own) => overlaps(own, span)));
    const ofLine = (byLine.get(read.line) ?? []).filter((doubt) => isAbout(read, doubt));
    return new Set([...ofDay, ...ofLine].flatMap(({ code }) => fieldOfCode[code] ?? []));
  };
}

/** Of several items in one line a doubt is about those whose words it points at, else about all that lack the field. */
function isAbout(read: ReadItem, doubt: Doubt): boolean {
  const spans = Object.values(read.spans).flat();
  return spans.some((span) => overlaps(span, doubt.span)) || (doubt.code === "no-date" && read.date === null);
}
