/** Origin of the transaction that takes in what this machine kept and everybody may have. */
export const keptOrigin = Symbol("kept on this machine");

/** Origin of the transaction that takes in what was written here earlier and has not been confirmed by the server. */
export const keptUnsavedOrigin = Symbol("kept on this machine, not confirmed");
