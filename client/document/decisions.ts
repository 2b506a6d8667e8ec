import * as v from "valibot";
import { assert } from "../../shared/kit/assert.ts";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Item, Participation } from "../../shared/model/item.ts";
import type { JointSession, Verdict } from "../../shared/model/joint-session.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import { type Decision, decisionSchema, type SettlementWay } from "../../shared/model/settlement.ts";
import type { ItemEdit } from "../../shared/model/slot.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { withEdit } from "../../shared/rules/item-edit.ts";
import { changesOf, outcomeOf } from "../../shared/rules/resolving.ts";
import { yearOfScope } from "../../shared/rules/scope.ts";
import { aboutOf, settlementIdOf } from "../../shared/rules/settling.ts";
import { freshId, timeMs } from "../clock.ts";
import type { Edits } from "./edits.ts";
import type { OverlapStore } from "./overlap-store.ts";

/** What a person says about an overlap; `until` is the last day on which it holds. */
export type Outcome =
  | { readonly state: "open" | "discussed"; readonly why?: string }
  | { readonly state: "settled"; readonly how: SettlementWay; readonly why?: string; readonly until?: Day | null };

/** Decisions about overlaps, each one undoable step that everybody sees at once. */
export type Decisions = {
  /** Writes down what was decided; nothing else changes. */
  decide(overlap: Overlap, outcome: Outcome): void;
  /** Changes items and writes down that this is how the overlap was settled, as one step. */
  carryOut(overlap: Overlap, edits: readonly ItemEdit[], outcome: Extract<Outcome, { state: "settled" }>): void;
  /** Changes items as one step, about no overlap. */
  change(edits: readonly ItemEdit[]): void;
  /** Decides in a joint session: edits, what it means for the overlap, and a line of its log, as one step. Answers the id of the line. */
  resolve(resolving: Resolving): string;
  /** Takes a line of one's own back: what it changed is as before, the overlap open again, the line gone, as one step. */
  takeBack(taking: TakingBack): void;
};

export type TakingBack = {
  readonly session: Pick<JointSession, "id" | "scope">;
  /** Id of the line. */
  readonly line: string;
  /** What its changes are taken back by (`editsBack`). */
  readonly edits: readonly ItemEdit[];
  /** The overlap that it decided, where there still is one and nobody has decided since. */
  readonly overlap: Overlap | null;
};

export type Resolving = {
  readonly session: Pick<JointSession, "id" | "scope">;
  /** Id of the topic. */
  readonly topic: string;
  readonly verdict: Verdict;
  readonly edits?: readonly ItemEdit[];
  /** The overlap that the topic is about. */
  readonly overlap?: Overlap | null;
  readonly why?: string;
};

/** The print of an overlap that is gone: should it come back, nobody has decided about it. */
const gonePrint = "gone";

type Parts = {
  readonly actor: Actor;
  readonly edits: Edits;
  readonly overlaps: Pick<OverlapStore, "printAfter">;
  readonly item: (id: string) => Item | undefined;
};

export function createDecisions({ actor, edits, overlaps, item }: Parts): Decisions {
  const write = (to: Edits, overlap: Overlap, outcome: Outcome, print: string) =>
    to.decide({
      id: settlementIdOf(overlap),
      about: aboutOf(overlap),
      decision: signed(outcome, { print, by: { id: actor.id, name: actor.name }, atMs: timeMs() }),
      stepId: freshId(),
    });
  const changed = (changes: readonly ItemEdit[]) =>
    changes.flatMap((edit) => {
      const before = item(edit.id);
      return before ? [withEdit(before, edit)] : [];
    });
  const yearsOf = (items: readonly Item[]) => [
    ...new Set(items.map(({ when }) => programmeYearOf(when)).filter((year) => year !== null)),
  ];
  const apply = (to: Edits, changes: readonly ItemEdit[]) => {
    for (const { id, set = {}, parties = {} } of changes) {
      for (const [ref, as] of Object.entries(parties) as [keyof typeof parties, Participation | null][])
        to.setParty(id, ref, as);
      if (Object.keys(set).length > 0) to.patch(id, set);
    }
  };

  // The decision is about the overlap as it will be: what is left of it is settled, what comes back is not.
  const printAfter = (overlap: Overlap, after: readonly Item[]) => overlaps.printAfter(overlap, after) ?? gonePrint;

  return {
    decide: (overlap, outcome) => write(edits, overlap, outcome, overlap.fingerprint),
    carryOut(overlap, changes, outcome) {
      const after = changed(changes);
      const print = printAfter(overlap, after);
      edits.together(yearsOf(after), (together) => {
        // First, beside its first item: that one may be about to move into another year's programme.
        write(together, overlap, outcome, print);
        apply(together, changes);
      });
    },
    resolve({ session, topic, verdict, edits: changes = [], overlap = null, why }) {
      const after = changed(changes);
      const print = overlap && printAfter(overlap, after);
      const outcome = overlap && outcomeOf(verdict);
      const said = why?.trim();
      const line = {
        ...{ id: freshId(), topic, verdict, changes: changesOf(changes, item) },
        ...{ by: { id: actor.id, name: actor.name }, atMs: timeMs(), ...(said && { why: said }) },
      };
      edits.together([...yearsOf(after), yearOfScope(session.scope)], (together) => {
        if (overlap && outcome && print) write(together, overlap, said ? { ...outcome, why: said } : outcome, print);
        together.resolve(session, line);
        apply(together, changes);
      });
      return line.id;
    },
    takeBack({ session, line, edits: changes, overlap }) {
      const after = changed(changes);
      const print = overlap && printAfter(overlap, after);
      edits.together([...yearsOf(after), yearOfScope(session.scope)], (together) => {
        if (overlap && print) write(together, overlap, { state: "open" }, print);
        together.takeLineBack(session, line);
        apply(together, changes);
      });
    },
    change: (changes) => edits.together(yearsOf(changed(changes)), (together) => apply(together, changes)),
  };
}

type Signature = Pick<Decision, "print" | "by" | "atMs">;

function signed(outcome: Outcome, signature: Signature): Decision {
  const why = outcome.why?.trim();
  const said = { ...signature, ...(why && { why }) };
  const decision =
    outcome.state === "settled"
      ? { ...said, state: outcome.state, how: outcome.how, ...(outcome.until && { until: outcome.until }) }
      : { ...said, state: outcome.state };
  assert(v.is(decisionSchema, decision), "a decision is as the schema says");
  return decision;
}
