import type { Day } from "../../shared/kit/day.ts";
import { officeIds } from "../../shared/model/office.ts";
import { type Overlap, type Severity, severities } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Board } from "../document/board.ts";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { dateWithWeekday } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Grouping } from "./overlap-groups.ts";

const rules = wordsOf(boardRuleWords);
const nouns = wordsOf(itemWords);

/** What stands over a group of the list. `id` is one that `groupOverlaps` made. */
export function groupTitle(id: string, by: Grouping, board: Board): string {
  switch (by) {
    case "severity":
      return rules().severity[severities.find((severity) => severity === id) ?? ("hint" satisfies Severity)];
    case "day":
      return dateWithWeekday(id as Day);
    case "office":
      return officeIds
        .filter((office) => id.split("+").includes(office))
        .map((office) => nouns().officeShort[office])
        .join(" × ");
    case "person":
      return resourceName(id as Overlap["resource"], board);
  }
}

/** A party or room by its name; a rule by what it watches over. */
function resourceName(resource: Overlap["resource"], board: Board): string {
  if (!resource.startsWith("rule:")) return board.names().of(resource as PartyRef | `room:${string}`).name;
  return rules().overlap[kindByRule[resource.slice("rule:".length)] ?? "calendar"];
}

/** Days off, hours and great events are all the calendar's. */
const kindByRule: Readonly<Record<string, Overlap["kind"]>> = {
  subject: "subject",
  due: "due",
  notice: "notice",
  "online-points": "online",
};
