import { createSignal } from "solid-js";
import type * as Y from "yjs";
import { itemsOf } from "../../shared/document/roots.ts";
import { documentNameToText } from "../../shared/protocol/document-name.ts";
import type { Attach, DocumentLink } from "../connection/document-link.ts";

/**
 * The programme documents that are open: one a year, opened when a view first needs it and kept open after, so that going
 * back and forth over New Year costs nothing.
 */
export type Programmes = {
  /** Makes sure a year is open. */
  need(year: number): void;
  /** The document of a year; opens it when it is not open yet. */
  docOf(year: number): Y.Doc;
  /** The open document that holds an item; undefined when none does. */
  holderOf(id: string): Y.Doc | undefined;
  readonly links: () => readonly DocumentLink[];
  stop(): void;
};

type Options = {
  readonly board: string;
  readonly open: (name: string) => DocumentLink;
  /** Called with each document as it opens, and with each that takes its place. */
  readonly onOpen: Attach;
};

export function createProgrammes({ board, open, onOpen }: Options): Programmes {
  const byYear = new Map<number, DocumentLink>();
  const stops: (() => void)[] = [];
  const [links, setLinks] = createSignal<readonly DocumentLink[]>([]);

  const need = (year: number): DocumentLink => {
    const existing = byYear.get(year);
    if (existing) return existing;
    const link = open(documentNameToText({ kind: "programme", board, year }));
    byYear.set(year, link);
    stops.push(link.stop, link.attach(onOpen));
    setLinks([...byYear.values()]);
    return link;
  };

  return {
    need: (year) => void need(year),
    docOf: (year) => need(year).doc,
    holderOf: (id) => [...byYear.values()].find(({ doc }) => itemsOf(doc).has(id))?.doc,
    links,
    stop: () => stops.toReversed().forEach((stop) => void stop()),
  };
}
