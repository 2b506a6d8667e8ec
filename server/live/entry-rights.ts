import type { DocumentKind } from "../../shared/document/document-schema.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { type Difficulty, type JointSession, leadSign, topicSign } from "../../shared/model/joint-session.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import {
  type Action,
  isDecided,
  isDecision,
  type Judged,
  may,
  mayKeepDifficulty,
  mayLead,
} from "../../shared/rules/rights.ts";

/** The fields by which an entry is judged (`EntryForm.standing`); each has passed its schema. */
export type Standing = Readonly<Record<string, unknown>>;

/** Whether an actor may do something to an entry; null means yes. A standing is null where an entry does not say all of it. */
export type EntryRights = {
  /** Whether the actor may write what speaks in the name of the person of this id. */
  maySign(personId: string): boolean;
  add(after: Standing | null): RefusalReason | null;
  remove(before: Standing | null): RefusalReason | null;
  /** `settled`: how it will stand by what was judged before this field; `after` assumes the field as asked. */
  write(field: string, before: Standing | null, after: Standing | null, settled: Standing | null): RefusalReason | null;
};

/** The one rule of `shared/rules/rights.ts`, asked for the entries below a root of a document. */
export function entryRights(document: DocumentKind, root: string, actor: Actor): EntryRights {
  return { maySign: (personId) => personId === actor.id, ...byActionOf(document, root, actor) };
}

function byActionOf(document: DocumentKind, root: string, actor: Actor): ByAction {
  if (document === "directory") return allOrNothing(actor, root === "screens" ? "drive-screen" : "keep-directory");
  switch (root) {
    case "settlements":
      return allOrNothing(actor, "settle");
    case "jointSessions":
      return jointSessionRights(actor);
    case "difficulties":
      return difficultyRights(actor);
    default:
      return itemRights(actor);
  }
}

type ByAction = Omit<EntryRights, "maySign">;

function allOrNothing(actor: Actor, action: Action): ByAction {
  const why = may(actor, action) ? null : "no-right";
  return { add: () => why, remove: () => why, write: () => why };
}

const leaders = ["lead", "step", "closed"];

/** Whoever opens a session leads it. It is never taken away: its minutes are a record. */
function jointSessionRights(actor: Actor): ByAction {
  const isLedBy = (session: Standing | null) =>
    session !== null && mayLead(actor, session as Pick<JointSession, "lead">);
  const signs = [topicSign, leadSign];
  const isLeaders = (field: string) => leaders.includes(field) || signs.some((sign) => field.startsWith(sign));
  return {
    add: (after) => (isLedBy(after) ? null : "no-right"),
    remove: () => "no-right",
    write(field, before, after, settled) {
      if (!may(actor, "meet")) return "no-right";
      // The lead is handed on by whoever has it, or taken for oneself; who does either may step in the same update.
      const then = field === "lead" ? after : settled;
      return !isLeaders(field) || isLedBy(before) || isLedBy(then) ? null : "no-right";
    },
  };
}

function difficultyRights(actor: Actor): ByAction {
  const whyNot = (difficulty: Standing | null): RefusalReason | null =>
    difficulty !== null && mayKeepDifficulty(actor, difficulty as Pick<Difficulty, "office">) ? null : "no-right";
  return { add: whyNot, remove: whyNot, write: (_, before, after) => whyNot(before) ?? whyNot(after) };
}

function itemRights(actor: Actor): ByAction {
  const whyNot = (action: Action, standing: Standing | null): RefusalReason | null => {
    const judged = judgedIn(standing);
    if (may(actor, action, judged ?? undefined)) return null;
    return judged && isDecided(judged.status) && may(actor, "edit") ? "decided" : "no-right";
  };
  return {
    add: (after) => whyNot("add", after),
    remove: (before) => whyNot("remove", before),
    write(field, before, after) {
      const [from, to] = [judgedIn(before), judgedIn(after)];
      if (field === "status" && from && to && isDecision(from.status, to.status)) {
        return whyNot("decide", before) ?? whyNot("decide", after);
      }
      return whyNot("edit", before) ?? (field === "office" ? whyNot("add", after) : null);
    },
  };
}

function judgedIn(standing: Standing | null): Judged | null {
  return standing as Judged | null;
}
