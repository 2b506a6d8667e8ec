/**
 * What an attacker would try, each by name. Every shot is a new update, thrown by the dice at the document as it stands.
 */
import { aimsAtItems } from "./aims-at-items.ts";
import { aimsAtJoint } from "./aims-at-joint.ts";
import { aimsAtSchema } from "./aims-at-schema.ts";
import { aimsAtSettlements } from "./aims-at-settlements.ts";
import { aimsAtStructs } from "./aims-at-structs.ts";

export const aims = { ...aimsAtItems, ...aimsAtJoint, ...aimsAtSchema, ...aimsAtSettlements, ...aimsAtStructs };

export type AimName = keyof typeof aims;
