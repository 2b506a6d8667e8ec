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
  "may-not",
  "no-demo-sign-in",
  "unknown-person",
  "directory-cycle",
  "unreadable-text",
  "authorization-pending",
  "slow-down",
  "expired-token",
  "access-denied",
  "no-such-code",
  "no-such-screen",
  "too-many-tries",
  "too-many-pairings",
  "store-unavailable",
  "busy",
  "internal",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What comes of asking the HTTP side: a value, its problem in the reader's language, or no server at all. */
export type Answer<Value> =
  | { readonly kind: "answered"; readonly value: Value }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly title: string }
  | { readonly kind: "unreachable" };
