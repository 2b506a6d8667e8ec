/**
 * The edits of one document that the server has not confirmed, as a pure value. A run of keystrokes in one field (one
 * label, one after the other) counts as one change: people count changes, not letters.
 */
export type Unsaved = {
  /** The marker number of the newest own update. */
  readonly newest: number;
  readonly waiting: readonly UnsavedEdit[];
};

export type UnsavedEdit = {
  readonly number: number;
  readonly label: string;
  /** Where it is kept on this machine, when that is known. */
  readonly key: number | null;
  readonly update: Uint8Array;
  /** Whether it may have reached the server: said to be there by its clocks, it would not be sent by itself again. */
  readonly isSent: boolean;
};

export const nothingUnsaved: Unsaved = { newest: 0, waiting: [] };

/** The server takes at most 256 KiB at once from somebody at work; what is merged may grow a little. */
export const resentBytesMax = 200 * 1024;

/** One more own update. */
export function withUpdate(state: Unsaved, edit: Omit<UnsavedEdit, "number">): Unsaved {
  const number = state.newest + 1;
  return { newest: number, waiting: [...state.waiting, { number, ...edit }] };
}

/** The keep has written update `number` under `key`. Null when the server has confirmed it meanwhile. */
export function withKey(state: Unsaved, number: number, key: number): Unsaved | null {
  if (!state.waiting.some((one) => one.number === number)) return null;
  return { ...state, waiting: state.waiting.map((one) => (one.number === number ? { ...one, key } : one)) };
}

/** A connection has carried everything to the server. */
export function withAllSent(state: Unsaved): Unsaved {
  return { ...state, waiting: state.waiting.map((one) => ({ ...one, isSent: true })) };
}

/** The server confirmed everything up to marker `number`. Answers the keys that need no keeping as unsaved any more. */
export function withConfirmation(state: Unsaved, number: number): { state: Unsaved; savedKeys: number[] } {
  const saved = state.waiting.filter((one) => one.number <= number);
  const waiting = state.waiting.filter((one) => one.number > number);
  return { state: { ...state, waiting }, savedKeys: saved.flatMap((one) => (one.key === null ? [] : [one.key])) };
}

/**
 * What must be sent once more after a connection was lost, in groups to be merged: the server may have refused a part of it
 * and we did not hear that. One too large to be an update of its own went out as an answer to the server and is left out.
 */
export function groupsToResend(state: Unsaved): Uint8Array[][] {
  const groups: Uint8Array[][] = [];
  let sizeBytes = 0;
  for (const { update, isSent } of state.waiting) {
    if (!isSent || update.byteLength > resentBytesMax) continue;
    sizeBytes += update.byteLength;
    const group = sizeBytes <= resentBytesMax ? groups.at(-1) : undefined;
    if (group) group.push(update);
    else {
      groups.push([update]);
      sizeBytes = update.byteLength;
    }
  }
  return groups;
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
