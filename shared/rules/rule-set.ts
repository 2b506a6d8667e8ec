import type { Day } from "../kit/day.ts";
import type { Directory } from "../model/directory.ts";
import { createCalendar } from "./calendar.ts";
import { createCalendarRule } from "./calendar-rule.ts";
import { createCapacityRule } from "./capacity-rule.ts";
import { createLoadRule, createOnlineRule } from "./crowd-rules.ts";
import { createDirectoryIndex } from "./directory-index.ts";
import { dueRule, ownDueRule } from "./due-rule.ts";
import { createNorms } from "./norms.ts";
import { createNoticeRule } from "./notice-rule.ts";
import type { RuleSet, RuleWorld } from "./overlap-rule.ts";
import { createQuorumRule } from "./quorum-rule.ts";
import { createResourceRule } from "./resource-rule.ts";
import { createSubjectRule } from "./subject-rule.ts";
import { createWays } from "./ways.ts";

/** What the rules know of a board on a day. */
export function createRuleWorld(directory: Directory, today: Day | null): RuleWorld {
  const norms = createNorms(directory.norms);
  return {
    index: createDirectoryIndex(directory),
    calendar: createCalendar(directory.holidays),
    norms,
    ways: createWays(directory.zones, directory.travels, norms),
    today,
  };
}

/** Every kind of overlap there is. */
export function createRuleSet(world: RuleWorld): RuleSet {
  const resource = createResourceRule(world);
  return {
    pairs: [resource],
    far: [createSubjectRule(world), dueRule],
    lone: [createCalendarRule(world), createNoticeRule(world), createCapacityRule(world), ownDueRule],
    crowds: (near) => [
      createQuorumRule(world, near, resource.reachMin),
      createOnlineRule(world),
      createLoadRule(world),
    ],
  };
}
