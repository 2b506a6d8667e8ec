import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import {
  countChanges,
  groupsToResend,
  nothingUnsaved,
  resentBytesMax,
  type Unsaved,
  withAllSent,
  withConfirmation,
  withKey,
  withUpdate,
} from "./unsaved.ts";

type Step =
  | { readonly type: "edit"; readonly label: string; readonly bytes: number; readonly isSent: boolean }
  /** The keep has written the edit of this age: 0 is the newest. */
  | { readonly type: "kept"; readonly ago: number }
  | { readonly type: "synced" }
  /** The server confirms; now and then late, twice, or what it was never asked. */
  | { readonly type: "confirmed"; readonly ago: number };

const bytesArb = fc.oneof(
  fc.integer({ min: 1, max: 500 }),
  fc.constantFrom(resentBytesMax / 2, resentBytesMax - 1, resentBytesMax, resentBytesMax + 1),
);
const stepArb: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant("edit" as const),
    ...{ label: fc.constantFrom("", "type a title", "type b title"), bytes: bytesArb, isSent: fc.boolean() },
  }),
  fc.record({ type: fc.constant("kept" as const), ago: fc.nat(6) }),
  fc.constant({ type: "synced" as const }),
  fc.record({ type: fc.constant("confirmed" as const), ago: fc.integer({ min: -3, max: 6 }) }),
);

/** What happened, as simply as it can be told: a list that nothing ever leaves. */
type Told = {
  label: string;
  bytes: number;
  isSent: boolean;
  key: number | null;
  isConfirmed: boolean;
  isLetGo: boolean;
};

function walk(steps: readonly Step[]): { readonly state: Unsaved; readonly told: readonly Told[] } {
  const told: Told[] = [];
  let state = nothingUnsaved;
  for (const step of steps) {
    switch (step.type) {
      case "edit": {
        const { label, bytes, isSent } = step;
        state = withUpdate(state, { label, isSent, key: null, update: new Uint8Array(bytes) });
        told.push({ label, bytes, isSent, key: null, isConfirmed: false, isLetGo: false });
        break;
      }
      case "kept": {
        const at = told.length - 1 - step.ago;
        const one = told[at];
        if (!one || one.key !== null) break;
        const next = withKey(state, at + 1, 1_000 + at);
        expect(next === null, "null exactly when it was confirmed before").toBe(one.isConfirmed);
        [state, one.key, one.isLetGo] = [next ?? state, 1_000 + at, one.isConfirmed];
        break;
      }
      case "synced":
        state = withAllSent(state);
        for (const one of told) one.isSent = true;
        break;
      case "confirmed": {
        const { state: next, savedKeys } = withConfirmation(state, told.length - step.ago);
        const news = told.slice(0, Math.max(0, told.length - step.ago)).filter(({ isConfirmed }) => !isConfirmed);
        expect(savedKeys).toEqual(news.flatMap(({ key }) => key ?? []));
        for (const one of news) [one.isConfirmed, one.isLetGo] = [true, one.key !== null];
        state = next;
      }
    }
  }
  return { state, told };
}

const walksArb = fc.array(stepArb, { maxLength: 60, size: "max" });

test("[P1] an edit is unsaved until the server has confirmed it, whatever comes late, twice or unasked", () => {
  let [waiting, confirmed] = [0, 0];
  fc.assert(
    fc.property(walksArb, (steps) => {
      const { state, told } = walk(steps);
      const left = told.flatMap((one, at) => (one.isConfirmed ? [] : [{ ...one, number: at + 1 }]));
      expect(state.newest).toBe(told.length);
      expect(state.waiting.map(({ number, label, isSent, key }) => ({ number, label, isSent, key }))).toEqual(
        left.map(({ number, label, isSent, key }) => ({ number, label, isSent, key })),
      );
      waiting += left.length;
      confirmed += told.length - left.length;
    }),
    { seed, numRuns: 300 },
  );
  expect(Math.min(waiting, confirmed)).toBeGreaterThan(300);
});

test("[P3] every edit that was kept and then confirmed is told to the keep once, before or after its key was known", () => {
  let letGo = 0;
  fc.assert(
    fc.property(walksArb, (steps) => {
      for (const { key, isConfirmed, isLetGo } of walk(steps).told) {
        expect(isLetGo).toBe(isConfirmed && key !== null);
        if (isLetGo) letGo++;
      }
    }),
    { seed, numRuns: 300 },
  );
  expect(letGo).toBeGreaterThan(100);
});

test("[P4] what is sent again is all that may have been refused unheard: in order, in pieces that the server takes", () => {
  let groupsSeen = 0;
  fc.assert(
    fc.property(walksArb, (steps) => {
      const { state, told } = walk(steps);
      const groups = groupsToResend(state).map((group) => group.map(({ byteLength }) => byteLength));
      const due = told.filter(({ isConfirmed, isSent, bytes }) => !isConfirmed && isSent && bytes <= resentBytesMax);
      expect(groups.flat()).toEqual(due.map(({ bytes }) => bytes));
      const sizes = groups.map((group) => group.reduce((sum, bytes) => sum + bytes, 0));
      for (const size of sizes) expect(size > 0 && size <= resentBytesMax).toBe(true);
      // As few as possible: what begins a group had no room in the one before.
      for (const [at, group] of groups.slice(1).entries())
        expect((sizes[at] ?? 0) + (group[0] ?? 0)).toBeGreaterThan(resentBytesMax);
      groupsSeen += groups.length;
    }),
    { seed, numRuns: 300 },
  );
  expect(groupsSeen).toBeGreaterThan(200);
});

test("people count changes: never more than there are edits, none only where nothing waits", () => {
  fc.assert(
    fc.property(walksArb, (steps) => {
      const { state } = walk(steps);
      const count = countChanges(state);
      expect(count === 0).toBe(state.waiting.length === 0);
      expect(count).toBeLessThanOrEqual(state.waiting.length);
      expect(countChanges(withUpdate(state, { label: "", key: null, update: new Uint8Array(1), isSent: false }))).toBe(
        count + 1,
      );
    }),
    { seed, numRuns: 200 },
  );
});
