import { type Accessor, createSignal } from "solid-js";
import * as Y from "yjs";
import { LocalEdit } from "../connection/local-edit.ts";

/**
 * Undo and redo of one's own last actions over several documents at once (a week across New Year has two). Yjs keeps each
 * document's own history by origin, so another's work is never taken back; this keeps the order between documents, and
 * the parts of one action that touched several together.
 */
export type History = {
  /** Takes a document into the history. Returns the stop, with which every action that touched it leaves the history. */
  watch(doc: Y.Doc, roots: readonly Y.Map<Y.Map<unknown>>[]): () => void;
  /** Runs one action. */
  perform(docs: readonly Y.Doc[], act: () => void, how?: How): void;
  /** Takes the last action back; false when there was none, or nothing of it was left to take back. */
  undo(): boolean;
  redo(): boolean;
  /** What the next undo would take back: documents' stack items with whatever was noted on them. */
  readonly next: () => Step | null;
  readonly nextRedo: () => Step | null;
  /** Whether an action can still be taken back, now or after those that came later. */
  has(step: Step): boolean;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
};

/**
 * `label` joins an action to the one before when both are the same run of typing; `added` names items it makes, `touched`
 * all that it changes (read when it is done), `line` the line of a decision log that it writes.
 */
export type How = {
  readonly label?: string;
  readonly added?: readonly string[];
  readonly touched?: readonly string[];
  readonly line?: string;
};

/**
 * One action: `added` are the ids of items it made, `touched` of all it changed, `line` of what it wrote into a decision
 * log, `foreignBefore` how many edits of others had come before it.
 */
export type Step = {
  readonly label: string;
  readonly parts: readonly Part[];
  readonly added: readonly string[];
  readonly touched: readonly string[];
  readonly line: string | null;
  readonly foreignBefore: number;
};
type Part = { readonly manager: Y.UndoManager; readonly stackItem: object };

/** Letters typed within this time of each other are taken back together. */
const typingMs = 900;
const stepsMax = 200;

export function createHistory({ foreignCount }: { readonly foreignCount: () => number }): History {
  const managers = new Map<Y.Doc, Y.UndoManager>();
  const [undoSteps, setUndoSteps] = createSignal<readonly Step[]>([], { equals: false });
  const [redoSteps, setRedoSteps] = createSignal<readonly Step[]>([], { equals: false });
  let open: { parts: Part[] } | null = null;
  let last = "";

  const isAlive = (stack: "undoStack" | "redoStack") => (step: Step) =>
    step.parts.some(({ manager, stackItem }) => (manager[stack] as object[]).includes(stackItem));

  const turn = (from: "undo" | "redo"): boolean => {
    const [steps, setSteps] = from === "undo" ? [undoSteps, setUndoSteps] : [redoSteps, setRedoSteps];
    const step = steps().at(-1);
    if (!step) return false;
    const gathered: Part[] = [];
    open = { parts: gathered };
    for (const part of step.parts) takeBack(part, from);
    open = null;
    last = "";
    setSteps(
      steps()
        .slice(0, -1)
        .filter(isAlive(`${from}Stack`)),
    );
    const setOthers = from === "undo" ? setRedoSteps : setUndoSteps;
    if (gathered.length > 0) setOthers((others) => [...others, { ...step, parts: gathered }]);
    return gathered.length > 0;
  };

  return {
    watch(doc, roots) {
      const manager = new Y.UndoManager([...roots], {
        trackedOrigins: new Set([LocalEdit]),
        captureTimeout: typingMs,
      });
      manager.on("stack-item-added", ({ stackItem }) => open?.parts.push({ manager, stackItem }));
      managers.set(doc, manager);
      return () => {
        managers.delete(doc);
        manager.destroy();
        // Half of an action over two years would be worse than none of it.
        const isWhole = (step: Step) => step.parts.every((part) => part.manager !== manager);
        setUndoSteps((steps) => steps.filter(isWhole));
        setRedoSteps((steps) => steps.filter(isWhole));
      };
    },
    perform(docs, act, how = {}) {
      const { label = "" } = how;
      const isSameRun = label !== "" && label === last;
      if (!isSameRun) for (const manager of managers.values()) manager.stopCapturing();
      const parts: Part[] = [];
      open = { parts };
      const nested = docs.reduceRight((inner, doc) => () => doc.transact(inner, new LocalEdit(label)), act);
      nested();
      open = null;
      last = label;
      if (parts.length === 0) return;
      // Read when it is done: what an action touches is known by then.
      const { added = [], touched = [], line = null } = how;
      const step: Step = { label, parts, added, touched, line, foreignBefore: foreignCount() };
      setUndoSteps((steps) => [...steps, step].slice(-stepsMax));
      for (const manager of managers.values()) manager.clear(false, true);
      setRedoSteps([]);
    },
    undo: () => turn("undo"),
    redo: () => turn("redo"),
    next: () => undoSteps().at(-1) ?? null,
    nextRedo: () => redoSteps().at(-1) ?? null,
    has: (step) => undoSteps().includes(step),
    canUndo: () => undoSteps().length > 0,
    canRedo: () => redoSteps().length > 0,
  };
}

/**
 * Lets Yjs take back one entry and no other. Left alone it would go on to the entry below when this one has nothing
 * left to take back (somebody else has changed it since), and that is another action.
 */
function takeBack({ manager, stackItem }: Part, from: "undo" | "redo"): void {
  const stack = manager[`${from}Stack`];
  const entry = stack.find((one) => one === stackItem);
  if (!entry) return;
  manager[`${from}Stack`] = [entry];
  manager[from]();
  manager[`${from}Stack`] = stack.filter((one) => one !== entry);
}
