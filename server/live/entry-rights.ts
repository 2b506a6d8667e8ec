import type { DocumentKind } from "../../shared/document/document-schema.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import { type Action, isDecided, isDecision, type Judged, may } from "../../shared/rules/rights.ts";

/** Whether an actor may do something to an entry; null means yes. States are null where an entry has none. */
export type EntryRights = {
  /** Whether the actor may write what speaks in the name of the person of this id. */
  maySign(personId: string): boolean;
  add(after: Judged | null): RefusalReason | null;
  remove(before: Judged | null): RefusalReason | null;
  write(field: string, before: Judged | null, after: Judged | null): RefusalReason | null;
};

/** The one rule of `shared/rules/rights.ts`, asked for the entries below a root of a document. */
export function entryRights(document: DocumentKind, root: string, actor: Actor): EntryRights {
  const maySign = (personId: string) => personId === actor.id;
  if (document === "directory") return { maySign, ...allOrNothing(actor, "keep-directory") };
  return { maySign, ...(root === "settlements" ? allOrNothing(actor, "settle") : itemRights(actor)) };
}

type ByAction = Omit<EntryRights, "maySign">;

function allOrNothing(actor: Actor, action: Action): ByAction {
  const why = may(actor, action) ? null : "no-right";
  return { add: () => why, remove: () => why, write: () => why };
}

function itemRights(actor: Actor): ByAction {
  const whyNot = (action: Action, judged: Judged | null): RefusalReason | null => {
    if (may(actor, action, judged ?? undefined)) return null;
    return judged && isDecided(judged.status) && may(actor, "edit") ? "decided" : "no-right";
  };
  return {
    add: (after) => whyNot("add", after),
    remove: (before) => whyNot("remove", before),
    write(field, before, after) {
      if (field === "status" && before && after && isDecision(before.status, after.status)) {
        return whyNot("decide", before) ?? whyNot("decide", after);
      }
      return whyNot("edit", before) ?? (field === "office" ? whyNot("add", after) : null);
    },
  };
}
