import { type Accessor, batch, createSignal, onCleanup } from "solid-js";
import { dayParts } from "../../shared/kit/day.ts";
import { type OfficeId, officeIds } from "../../shared/model/office.ts";
import { todayInHanoi } from "../clock.ts";
import type { Board } from "../document/board.ts";
import type { Desk } from "../document/desk.ts";
import { createReader } from "./reader.ts";
import type { ReadingAnswer } from "./reading-task.ts";

/** Longest text that is read, in UTF-16 units. */
export const textLengthMax = 1_000_000;

/** Why a text cannot be gone on with; its sentence stands in the words under the same name. */
export type PasteProblem = "empty" | "nothing-read" | "too-long" | "no-text-file" | "unknown-letters";

/** The first half of a paste: a text, whose schedule it is, of which year, and what was read from it. */
export type PasteInput = {
  readonly text: Accessor<string>;
  setText(text: string): void;
  readonly problem: Accessor<PasteProblem | null>;
  setProblem(problem: PasteProblem): void;
  readonly office: Accessor<OfficeId>;
  /** Reads again: whose schedule it is decides who "Chủ tịch" is. */
  setOffice(office: OfficeId): void;
  setYear(year: number): void;
  readonly isReading: Accessor<boolean>;
  /** What was read; null before and while the text is edited again. */
  readonly answer: Accessor<ReadingAnswer | null>;
  read(): Promise<void>;
  /** Back to the text. */
  edit(): void;
};

export function createPasteInput(board: Board, desk: Desk): PasteInput {
  const [text, setText] = createSignal("");
  const [problem, setProblem] = createSignal<PasteProblem | null>(null);
  const [office, setOffice] = createSignal<OfficeId>(board.actor.office ?? officeIds[0]);
  const [year, setYear] = createSignal<number | null>(null);
  const [isReading, setReading] = createSignal(false);
  const [answer, setAnswer] = createSignal<ReadingAnswer | null>(null);
  const reader = createReader();
  onCleanup(reader.stop);

  const read = async () => {
    const wrong = text().trim() === "" ? "empty" : text().length > textLengthMax ? "too-long" : null;
    setProblem(wrong);
    if (wrong) return;
    setReading(true);
    const own = { text: text(), year: year(), here: yearHere(desk), office: office() };
    const found = await reader.read({ ...own, directory: board.store.directory() });
    if (!found) return;
    const isEmpty = found.reading.items.length === 0;
    batch(() => {
      setReading(false);
      setProblem(isEmpty ? "nothing-read" : null);
      setAnswer(isEmpty ? null : found);
    });
  };

  return {
    text,
    setText(next) {
      setText(next);
      setProblem(null);
    },
    problem,
    setProblem,
    office,
    setOffice(next) {
      setOffice(next);
      void read();
    },
    setYear(next) {
      setYear(next);
      void read();
    },
    isReading,
    answer,
    read,
    edit() {
      reader.stop();
      setReading(false);
      setAnswer(null);
      setYear(null);
    },
  };
}

/** The year the person looks at. */
function yearHere(desk: Desk): number {
  const place = desk.place();
  if (place.view === "week") return place.week.year;
  return place.view === "month" ? place.year : dayParts(todayInHanoi()).year;
}
