import { fold } from "../../shared/kit/fold.ts";
import type { Directory, Entry, EntryKind } from "../../shared/model/directory.ts";

/** One line of the list. `detail` says what tells it from its neighbours; `folded` is what a search looks through. */
export type EntryRow = {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly folded: string;
};

/** Words the list makes its lines from, in the language of the page. */
export type RowWords = {
  title(kind: EntryKind, entry: Entry): string;
  detail(kind: EntryKind, entry: Entry): string;
};

/**
 * The lines of one kind in the order of the page: bodies by precedence, days by date, everything else by name; persons by
 * their given name, as Vietnamese lists do.
 */
export function rowsOf(directory: Directory, kind: EntryKind, words: RowWords): EntryRow[] {
  const rows = directory[kind].map((entry) => {
    const title = words.title(kind, entry);
    const detail = words.detail(kind, entry);
    const aliases = "aliases" in entry ? entry.aliases.join(" ") : "";
    return { id: entry.id, title, detail, folded: fold(`${title} ${detail} ${aliases}`), order: orderOf(kind, entry) };
  });
  const name = (title: string) => (kind === "persons" ? givenNameFirst(title) : title);
  rows.sort(
    (a, b) => compare(a.order, b.order) || collator.compare(name(a.title), name(b.title)) || compare(a.id, b.id),
  );
  return rows.map(({ order: _order, ...row }) => row);
}

/** The lines that hold every word looked for, marks and case aside; those that begin with it first. */
export function searchRows(rows: readonly EntryRow[], query: string): readonly EntryRow[] {
  const wanted = fold(query).trim();
  if (wanted === "") return rows;
  const words = wanted.split(/\s+/);
  const found = rows.filter((row) => words.every((word) => row.folded.includes(word)));
  const rank = (row: EntryRow) => (row.folded.startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

const collator = new Intl.Collator("vi", { numeric: true });

function orderOf(kind: EntryKind, entry: Entry): string {
  if (kind === "bodies") return String((entry as Entry<"bodies">).precedence).padStart(2, "0");
  if (kind === "holidays" || kind === "events") return (entry as Entry<"holidays" | "events">).day;
  return "";
}

function givenNameFirst(name: string): string {
  return `${name.slice(name.lastIndexOf(" ") + 1)} ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
