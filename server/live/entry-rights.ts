import type { DocumentKind } from "../../shared/document/document-schema.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { RefusalReason } from "../../shared/protocol/refusal.ts";
import { type Action, isDecided, isDecision, type Judged, may } from "../../shared/rules/rights.ts";

/** Whether an actor may do something to an entry; null means yes. States are null where an entry has none. */
export type EntryRights = {
  add(after: Judged | null): RefusalReason | null;
  remove(before: Judged | null): RefusalReason | null;
  write(field: string, before: Judged | null, after: Judged | null): RefusalReason | null;
};

/** The one rule of `shared/rules/rights.ts`, asked for the entries of a document. */
export function entryRights(document: DocumentKind, actor: Actor): EntryRights {
  return document === "programme" ? itemRights(actor) : directoryRights(actor);
}

function directoryRights(actor: Actor): EntryRights {
  const why = may(actor, "keep-directory") ? null : "no-right";
  return { add: () => why, remove: () => why, write: () => why };
}

function itemRights(actor: Actor): EntryRights {
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
