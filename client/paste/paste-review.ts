import { type Accessor, createDeferred, createEffect, createMemo, createSignal, on } from "solid-js";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { sessions } from "../../shared/model/when.ts";
import { may } from "../../shared/rules/rights.ts";
import type { Board } from "../document/board.ts";
import { whyFixed } from "../document/permission.ts";
import { cellKey, waitingKey } from "../document/placement.ts";
import { type Correction, draftToItem, type ItemDraft } from "../reading/item-draft.ts";
import { choiceKey } from "../reading/word-resolution.ts";
import { type Coverage, coverageOf, isCovered } from "./coverage.ts";
import { draftsOf, softnessOf } from "./drafts.ts";
import type { PasteInput } from "./paste-input.ts";
import { changedItem, type Plan } from "./plan.ts";
import { newOverlaps } from "./preflight.ts";
import { diffSchedule, type ScheduleDiff, type Verdict } from "./schedule-diff.ts";

/** One row of the preview with everything that is known of it. */
export type PasteRow = {
  readonly draft: ItemDraft;
  /** As it would come onto the board; null while it has no day. */
  readonly item: Item | null;
  /** Null while it has no day, and while the board is not open yet. */
  readonly verdict: Verdict | null;
  /** Says exactly what an earlier row says; it is left out unless a person wants it. */
  readonly isRepeat: boolean;
  /** Why the board item it would change stays as it is: it is decided, and not by this person. */
  readonly whyFixed: string | null;
};

/** The second half of a paste: the rows as corrected, beside the board, and what taking them would do. */
export type PasteReview = {
  readonly rows: Accessor<ReadonlyMap<string, PasteRow>>;
  readonly missing: Accessor<readonly Item[]>;
  /** Years whose programmes are not open yet: until then nothing can be compared. */
  readonly opening: Accessor<readonly number[]>;
  readonly plan: Accessor<Plan>;
  /** New overlaps by the id of the item that has them. */
  readonly overlaps: Accessor<ReadonlyMap<string, readonly Overlap[]>>;
  isIncluded(key: string): boolean;
  include(key: string, isWanted: boolean): void;
  isCancelled(id: string): boolean;
  cancel(id: string, isWanted: boolean): void;
  correct(key: string, correction: Correction): void;
  /** Settles doubtful words for all rows that print them; null keeps them as words. */
  choose(sort: "party" | "room", words: string, ref: string | null): void;
};

const noDiff: ScheduleDiff = { verdicts: new Map(), missing: [] };

export function createPasteReview(board: Board, input: PasteInput): PasteReview {
  const [choices, setChoices] = createSignal<ReadonlyMap<string, string | null>>(new Map());
  const [corrections, setCorrections] = createSignal<ReadonlyMap<string, Correction>>(new Map());
  const [wishes, setWishes] = createSignal<ReadonlyMap<string, boolean>>(new Map());
  const [cancels, setCancels] = createSignal<ReadonlyMap<string, boolean>>(new Map());
  // Rows are known by their place in the reading: another reading has other rows.
  createEffect(
    on(input.answer, () => {
      setCorrections(new Map());
      setWishes(new Map());
    }),
  );

  const drafts = createMemo(() => {
    const answer = input.answer();
    if (!answer) return [];
    const own = { answer, text: input.text(), office: input.office(), directory: board.store.directory() };
    return draftsOf({ ...own, choices: choices(), corrections: corrections() });
  });
  const previews = createMemo(() =>
    drafts().map((draft) => ({ draft, item: previewItem(draft, board, input.office()) })),
  );
  const coverage = createMemo(() => {
    const items = previews().flatMap(({ item }) => item ?? []);
    return coverageOf(items, input.answer()?.bounds ?? null);
  });
  createEffect(() => {
    for (const year of coverage().years) board.needYear(year);
  });
  const opening = createMemo(() => coverage().years.filter((year) => board.isOpening(year)));
  const diff = createMemo((): ScheduleDiff => {
    if (previews().length === 0 || opening().length > 0) return noDiff;
    const pasted = previews().flatMap(({ draft, item }) =>
      item ? [{ key: draft.key, item, softness: softnessOf(draft) }] : [],
    );
    return diffSchedule(pasted, itemsOnBoard(board, coverage(), input.office()));
  });
  const rows = createMemo(() => rowsOf(previews(), diff(), board.actor));
  const isIncluded = (key: string) => {
    const row = rows().get(key);
    return row !== undefined && row.whyFixed === null && (wishes().get(key) ?? !row.isRepeat);
  };
  const mayCancel = (item: Item) => may(board.actor, "edit", item);
  const plan = createMemo((): Plan => {
    const taken = [...rows().values()].filter(({ draft }) => isIncluded(draft.key));
    return {
      adds: taken.flatMap(({ item, verdict }) => (item && verdict?.kind === "new" ? [item] : [])),
      changes: taken.flatMap(({ verdict }) => (verdict?.kind === "changed" ? [verdict] : [])),
      cancels: diff().missing.filter((item) => cancels().get(item.id) && mayCancel(item)),
    };
  });

  // The rows are painted first; their overlaps follow as soon as the page has nothing more urgent to do.
  const settledPlan = createDeferred(plan, { timeoutMs: 400 });

  return {
    rows,
    missing: () => diff().missing,
    opening,
    plan,
    overlaps: createMemo(() => overlapsOf(board, settledPlan())),
    isIncluded,
    include: (key, isWanted) => setWishes(withEntry(wishes(), key, isWanted)),
    isCancelled: (id) => cancels().get(id) ?? false,
    cancel: (id, isWanted) => setCancels(withEntry(cancels(), id, isWanted)),
    correct: (key, correction) =>
      setCorrections(withEntry(corrections(), key, { ...corrections().get(key), ...correction })),
    choose: (sort, words, ref) => setChoices(withEntry(choices(), choiceKey(sort, words), ref)),
  };
}

type Preview = Pick<PasteRow, "draft" | "item">;

function rowsOf(previews: readonly Preview[], { verdicts }: ScheduleDiff, actor: Actor): ReadonlyMap<string, PasteRow> {
  const seen = new Set<string>();
  return new Map(
    previews.map(({ draft, item }) => {
      const says = JSON.stringify({ ...item, id: "" });
      const isRepeat = item !== null && seen.has(says);
      seen.add(says);
      const verdict = verdicts.get(draft.key) ?? null;
      const fixed = verdict?.kind === "changed" && may(actor, "edit") ? whyFixed(actor, verdict.board) : null;
      return [draft.key, { draft, item, verdict, isRepeat, whyFixed: fixed }];
    }),
  );
}

/** The items of an office in the days and periods of a schedule; reactive, place by place. */
function itemsOnBoard({ store }: Board, coverage: Coverage, office: OfficeId): Item[] {
  const cells = [...coverage.days].flatMap((day) => sessions.map((session) => cellKey(day, session, office)));
  const places = [...cells, ...[...coverage.periods].map(waitingKey)];
  const ids = new Set(places.flatMap((place) => store.at(place)));
  return [...ids]
    .flatMap((id) => store.item(id) ?? [])
    .filter((item) => item.office === office && isCovered(coverage, item));
}

function overlapsOf(board: Board, { adds, changes, cancels }: Plan): ReadonlyMap<string, readonly Overlap[]> {
  board.store.overlaps.version();
  return newOverlaps({
    candidates: [...adds, ...changes.map(changedItem)],
    leaving: new Set(cancels.map(({ id }) => id)),
    directory: board.store.directory(),
    known: board.store.overlaps,
  });
}

function previewItem(draft: ItemDraft, board: Board, office: OfficeId): Item | null {
  return draftToItem(draft, {
    id: `paste-${draft.key}`,
    office,
    status: may(board.actor, "decide", { office, status: "registered" }) ? "approved" : "registered",
    seriesId: (key) => key.replace(/[^\w-]/g, "-").slice(0, 64),
  });
}

function withEntry<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}
