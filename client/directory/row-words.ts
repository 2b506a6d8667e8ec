import type { Entry, EntryKind } from "../../shared/model/directory.ts";
import type { Names } from "../../shared/text/names.ts";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { dateWithWeekday } from "../text/dates.ts";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Circle } from "./circles.ts";

const words = wordsOf(directoryWords);
const kindWords = wordsOf(directoryEntryWords);
const nouns = wordsOf(itemWords);
const choices = wordsOf(boardRuleWords);

/** What an entry is called in the list. */
export function titleOf(kind: EntryKind, entry: Entry, names: Names): string {
  if (kind === "travels") return wayOf(entry as Entry<"travels">);
  if (kind === "norms") return choices().norm[(entry as Entry<"norms">).norm];
  if (kind === "tunings") return choices().overlap[(entry as Entry<"tunings">).overlap];
  if (kind !== "lengths") return (entry as Named).name;
  const length = entry as Entry<"lengths">;
  const body = length.body === undefined ? "" : names.of(`body:${length.body}`).name;
  const what = words().lengthTitle(length.kind === undefined ? "" : nouns().kind[length.kind], body);
  return what === "" ? words().anyKind : what;
}

type Named = Exclude<Entry, Entry<"lengths" | "travels" | "norms" | "tunings">>;

function wayOf({ origin, goal }: Entry<"travels">): string {
  return `${origin} – ${goal}`;
}

/** What tells an entry from its neighbours in the list. */
export function detailOf(kind: EntryKind, entry: Entry, names: Names): string {
  switch (kind) {
    case "persons":
      return names.of(`person:${entry.id}`).detail;
    case "posts":
      return holdersOf(entry as Entry<"posts">, names);
    case "bodies":
    case "groups":
      return membersOf((entry as Entry<"bodies"> | Entry<"groups">).members.length);
    case "units":
      return "";
    case "rooms": {
      const room = entry as Entry<"rooms">;
      const seats = room.capacity === undefined ? "" : words().seats(room.capacity);
      return [room.building, room.floor, seats].filter((part) => part).join(" · ");
    }
    case "holidays": {
      const { day, kind: sort } = entry as Entry<"holidays">;
      return `${dateWithWeekday(day)}/${day.slice(0, 4)} · ${kindWords().dayKind[sort]}`;
    }
    case "zones":
      return choices().ring[(entry as Entry<"zones">).ring];
    case "travels":
      return words().minutes((entry as Entry<"travels">).minutes);
    case "norms":
      return String((entry as Entry<"norms">).value);
    case "tunings": {
      const { certainty, severity } = entry as Entry<"tunings">;
      const from = certainty === undefined ? "" : `${choices().certainty[certainty]} → `;
      return from + choices().severity[severity];
    }
    case "events": {
      const { day, members } = entry as Entry<"events">;
      return `${dateWithWeekday(day)}/${day.slice(0, 4)} · ${membersOf(members.length)}`;
    }
    case "lengths": {
      const { length } = entry as Entry<"lengths">;
      return length === "session" ? kindWords().wholeSession : words().minutes(length);
    }
  }
}

/** "Ban Thường vụ → Đảng ủy → Ban Thường vụ". */
export function circleToWords(circle: Circle, names: Names): string {
  const [first] = circle;
  return [...circle, ...(first ? [first] : [])].map((ref) => names.of(ref).name).join(" → ");
}

function membersOf(count: number): string {
  return count === 0 ? words().noMembers : words().membersCount(count);
}

function holdersOf(post: Entry<"posts">, names: Names): string {
  const now = post.holders.filter(({ to }) => to === undefined).map(({ person }) => names.of(`person:${person}`).name);
  return now.length > 0 ? now.join(", ") : words().vacant;
}
