import * as v from "valibot";
import { itemStatuses } from "../../shared/model/item.ts";
import type { Change } from "../../shared/model/joint-session.ts";
import { venueSchema } from "../../shared/model/venue.ts";
import { whenSchema } from "../../shared/model/when.ts";
import { textToParticipation } from "../../shared/rules/resolving.ts";
import type { Names } from "../../shared/text/names.ts";
import { whenText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(walkWords);
const nouns = wordsOf(itemWords);

/** One side of a change in words: a time, a place, a state, what somebody does. */
export function changeValueText(value: Change["before"], names: Names): string {
  if (value === undefined) return words().none;
  if (typeof value === "string") return textOfWord(value, names);
  if (v.is(whenSchema, value)) return whenText(value);
  return v.is(venueSchema, value) ? venueText(value, names) : "";
}

function textOfWord(value: string, names: Names): string {
  const status = itemStatuses.find((one) => one === value);
  if (status) return nouns().status[status];
  const part = textToParticipation(value);
  if (!part) return value;
  return part.for === null ? nouns().role[part.role] : words().inFor(nouns().role[part.role], names.of(part.for).name);
}

function venueText({ room, text, assembly, online }: v.InferOutput<typeof venueSchema>, names: Names): string {
  const parts = [room === undefined ? undefined : names.of(`room:${room}`).name, text, assembly];
  if (online?.points !== undefined) parts.push(nouns().points(online.points));
  return parts.filter((part) => part !== undefined).join(", ") || words().none;
}
