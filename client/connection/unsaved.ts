/**
 * The edits of one document that the server has not confirmed, as a pure value. A run of keystrokes in one field (one
 * label, one after the other) counts as one change: people count changes, not letters.
 */
export type Unsaved = {
  /** The marker number of the newest own update. */
  readonly newest: number;
  readonly waiting: readonly { readonly number: number; readonly label: string; readonly key: number | null }[];
};

export const nothingUnsaved: Unsaved = { newest: 0, waiting: [] };

/** One more own update. `key` is where it is kept on this machine, when it is known. */
export function withUpdate(state: Unsaved, update: { label: string; key: number | null }): Unsaved {
  const number = state.newest + 1;
  return { newest: number, waiting: [...state.waiting, { number, ...update }] };
}

/** The keep has written update `number` under `key`. */
export function withKey(state: Unsaved, number: number, key: number): Unsaved {
  return { ...state, waiting: state.waiting.map((one) => (one.number === number ? { ...one, key } : one)) };
}

/** The server confirmed everything up to marker `number`. Answers the keys that need no keeping as unsaved any more. */
export function withConfirmation(state: Unsaved, number: number): { state: Unsaved; savedKeys: number[] } {
  const saved = state.waiting.filter((one) => one.number <= number);
  const waiting = state.waiting.filter((one) => one.number > number);
  return { state: { ...state, waiting }, savedKeys: saved.flatMap((one) => (one.key === null ? [] : [one.key])) };
}

/** How many changes a person would say are waiting. */
export function countChanges(state: Unsaved): number {
  let count = 0;
  let last: string | null = null;
  for (const { label } of state.waiting) {
    if (label === "" || label !== last) count++;
    last = label;
  }
  return count;
}
