/** Thrown when our own code is wrong. Never for what the outside world sends: that is a value or a mapped error. */
export class BugError extends Error {
  override readonly name = "BugError";
}

/** States something that must hold. Throws {@link BugError} with `words` when it does not. */
export function assert(holds: unknown, words: string): asserts holds {
  if (!holds) throw new BugError(words);
}

/** Ends a `switch` over a union: a forgotten member does not compile. Throws {@link BugError} at run time. */
export function unreachable(value: never): never {
  throw new BugError(`unreachable: ${JSON.stringify(value)}`);
}
