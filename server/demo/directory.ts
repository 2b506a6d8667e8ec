import * as v from "valibot";
import { fold } from "../../shared/kit/fold.ts";
import { type Directory, directorySchema } from "../../shared/model/directory.ts";
import { events, norms, travels, zones } from "./board-rules.ts";
import { bodies } from "./bodies.ts";
import { daysOff, lengths } from "./days-off.ts";
import { leaders } from "./leaders.ts";
import { rooms } from "./rooms.ts";
import { groups, units } from "./units.ts";

/** "Hoàng Minh An" → "hoang-minh-an", the id of that person in the demo directory. */
export function personIdOf(name: string): string {
  return fold(name).replace(/\W+/g, "-");
}

/**
 * The directory of the demo board: the real shape of Hanoi's three offices with invented people. One person may hold
 * posts in several bodies, and one post changes hands on 1 September 2026. Throws when the tables break the schema.
 */
export function demoDirectory(): Directory {
  return v.parse(directorySchema, {
    ...peopleOf(),
    bodies,
    units,
    groups,
    rooms,
    holidays: daysOff,
    lengths,
    zones,
    travels,
    norms,
    events,
  });
}

function peopleOf() {
  const persons = new Map<string, { id: string; name: string; office: string }>();
  for (const { holders, office } of leaders) {
    for (const { name } of holders) {
      const id = personIdOf(name);
      // Who leads in two offices belongs to the first in the table: the Party's.
      if (!persons.has(id)) persons.set(id, { id, name, office });
    }
  }
  const posts = leaders.map(({ post, title, short, office, aliases, holders }) => ({
    id: post,
    name: title,
    short,
    aliases,
    office,
    holders: holders.map(({ name, ...span }) => ({ person: personIdOf(name), ...span })),
  }));
  return { persons: [...persons.values()], posts };
}
