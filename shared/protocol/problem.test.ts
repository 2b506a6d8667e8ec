import { describe, expect, test } from "vitest";
import { type ProblemCode, problemCodes } from "./problem.ts";

/** The errors with which RFC 8628 (§3.5) answers a device that asks whether it was let in. */
const deviceErrors: readonly ProblemCode[] = ["authorization-pending", "slow-down", "expired-token", "access-denied"];

describe("the codes of problems", () => {
  test("are there for programs that were written once: none is ever renamed or taken away", () => {
    const sinceTheFirstDay: readonly ProblemCode[] = [
      ...["not-found", "bad-input", "too-large", "wrong-origin", "sign-in-needed", "may-not"],
      ...["no-demo-sign-in", "unknown-person", "directory-cycle", "unreadable-text"],
      ...["no-such-code", "no-such-screen", "too-many-tries", "too-many-pairings"],
      ...["store-unavailable", "busy", "internal"],
    ] as const;
    for (const code of [...sinceTheFirstDay, ...deviceErrors]) expect(problemCodes).toContain(code);
  });

  test("each is said once, in words with hyphens, so that it may stand in an address or a log line", () => {
    expect(new Set(problemCodes).size).toBe(problemCodes.length);
    for (const code of problemCodes) expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});
