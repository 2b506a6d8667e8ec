/**
 * An error of the HTTP side (RFC 9457 in shape): a stable `code` for programs, a `title` in the user's language for
 * people, never a stack. `detail` may name the place in the input.
 */
export type Problem = {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
};

export const problemCodes = [
  "not-found",
  "bad-input",
  "too-large",
  "wrong-origin",
  "sign-in-needed",
  "no-demo-sign-in",
  "unknown-person",
  "directory-cycle",
  "unreadable-text",
  "store-unavailable",
  "busy",
  "internal",
] as const;

export type ProblemCode = (typeof problemCodes)[number];
