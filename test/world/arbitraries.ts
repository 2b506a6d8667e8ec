/** Values of the model for property tests: everything the schemas allow, the odd corners as likely as the ordinary. */
import fc from "fast-check";
import { addDays, type Day, epochDayToDay } from "../../shared/kit/day.ts";
import type { Minute } from "../../shared/kit/minute.ts";
import { weeksInYear } from "../../shared/kit/week.ts";
import { normNames, rings } from "../../shared/model/board-rules.ts";
import type { Directory, Entry, EntryKind } from "../../shared/model/directory.ts";
import { type Item, itemKinds, itemStatuses, type Participation, partyRoles } from "../../shared/model/item.ts";
import { officeIds } from "../../shared/model/office.ts";
import { certainties, overlapKinds, severities } from "../../shared/model/overlap.ts";
import { isSafeKey, type PartyRef } from "../../shared/model/ref.ts";
import type { Venue } from "../../shared/model/venue.ts";
import { sessions, type When } from "../../shared/model/when.ts";

const vietnamese = [..."aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳýỷỹỵĐÂÊÔƠƯ 0123456789,.:()/–“”"];

/** Words as people type and paste them: Vietnamese letters, with now and then a sign outside the first plane. */
export function wordsArb(maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...vietnamese) },
    { weight: 1, arbitrary: fc.constantFrom("😀", "𠮷", "e\u0301", "\u00a0", "‘") },
  );
  return fc.string({ unit, maxLength: Math.floor(maxLength / 2) });
}

const someWordsArb = wordsArb(60).map((words) => `${words}x`);

const idLetters = [..."abcdefghijklmnopqrstuvwxyzABCXYZ0123456789_-"];
export const idArb: fc.Arbitrary<string> = fc
  .string({ unit: fc.constantFrom(...idLetters), minLength: 1, maxLength: 12 })
  .filter(isSafeKey);

const [epoch2026, epoch2028] = [20_454, 21_184];

/** A day of 2026 or 2027: two documents, a leap-free span, a year of 53 weeks. */
export const dayArb: fc.Arbitrary<Day> = fc.integer({ min: epoch2026, max: epoch2028 - 1 }).map(epochDayToDay);

/** A value of the document has the prototype of an object literal: Yjs refuses any other. */
const plain = { noNullPrototype: true } as const;

const minuteArb = (min: number, max: number) =>
  fc.integer({ min, max }) as fc.Arbitrary<number> as fc.Arbitrary<Minute>;

const yearArb = fc.integer({ min: 2020, max: 2035 });

/** A span of one or more days: the last day only when it is another. */
const spanArb = fc
  .record({ day: dayArb, more: fc.option(fc.integer({ min: 1, max: 9 }), { nil: 0, freq: 3 }) })
  .map(({ day, more }) => (more === 0 ? { day } : { day, lastDay: addDays(day, more) }));

const hoursArb = fc
  .tuple(minuteArb(0, 1438), fc.option(fc.integer({ min: 1, max: 600 })), fc.option(fc.constantFrom(...sessions)))
  .map(([startMin, length, session]) => ({
    startMin,
    ...(length === null ? {} : { endMin: Math.min(1440, startMin + length) as Minute }),
    ...(session === null ? {} : { session }),
  }));

/** A `when` of every horizon. */
export const whenArb: fc.Arbitrary<When> = fc.oneof(
  yearArb.map((year): When => ({ horizon: "term", period: `${year}-${year + 5}` })),
  yearArb.map((year): When => ({ horizon: "year", period: `${year}` })),
  fc
    .tuple(yearArb, fc.integer({ min: 1, max: 4 }))
    .map(([year, q]): When => ({ horizon: "quarter", period: `${year}-Q${q}` })),
  fc
    .tuple(yearArb, fc.integer({ min: 1, max: 12 }))
    .map(([year, m]): When => ({ horizon: "month", period: `${year}-${two(m)}` })),
  fc
    .tuple(yearArb, fc.integer({ min: 1, max: 53 }))
    .map(([year, w]): When => ({ horizon: "week", period: `${year}-W${two(Math.min(w, weeksInYear(year)))}` })),
  spanArb.map((span): When => ({ horizon: "day", ...span })),
  fc
    .tuple(spanArb, fc.constantFrom(...sessions))
    .map(([span, session]): When => ({ horizon: "session", ...span, session })),
  fc.tuple(spanArb, hoursArb).map(([span, hours]): When => ({ horizon: "time", ...span, ...hours })),
);

/** A venue with any of its parts, also with none. */
export const venueArb: fc.Arbitrary<Venue> = fc.record(
  {
    room: idArb,
    text: someWordsArb,
    assembly: someWordsArb,
    seats: fc.integer({ min: 1, max: 3_000 }),
    online: fc.record({ points: fc.nat(126), delegates: fc.nat(9_000) }, { requiredKeys: [], ...plain }),
  },
  { requiredKeys: [], ...plain },
);

/** A ref of every kind of party, from a small circle, so that two items often name the same. */
export const partyRefArb: fc.Arbitrary<PartyRef> = fc.oneof(
  ...(["person", "post", "body", "unit", "group"] as const).map((kind) =>
    fc.nat(9).map((n): PartyRef => `${kind}:${kind[0]}${n}`),
  ),
  someWordsArb.map((words): PartyRef => `text:${words}`),
);

export const participationArb: fc.Arbitrary<Participation> = fc.record(
  {
    role: fc.constantFrom(...partyRoles),
    for: partyRefArb,
    agreed: partyRefArb.filter((ref) => /^(?:person|text):/.test(ref)),
    order: fc.nat(30),
  },
  { requiredKeys: ["role"], ...plain },
);

const partiesArb: fc.Arbitrary<Item["parties"]> = fc
  .uniqueArray(fc.tuple(partyRefArb, participationArb), { selector: ([ref]) => ref, maxLength: 6 })
  .map((pairs) => Object.fromEntries(pairs));

/** The fields of an item that are single values; the optional ones come and go. */
export const itemFieldsArb = fc.record(
  {
    office: fc.constantFrom(...officeIds),
    kind: fc.constantFrom(...itemKinds),
    status: fc.constantFrom(...itemStatuses),
    when: whenArb,
    venue: venueArb,
    due: dayArb,
    body: partyRefArb,
    ref: someWordsArb,
    parent: idArb,
    series: idArb,
    registered: dayArb,
    unexpected: fc.boolean(),
    withheld: fc.boolean(),
    announced: fc.record({ on: dayArb, of: dayArb }, plain),
  },
  { requiredKeys: ["office", "kind", "status", "when"], ...plain },
);

/** An item under the given id, or under any. */
export function itemArb(id: fc.Arbitrary<string> = idArb): fc.Arbitrary<Item> {
  return fc
    .tuple(id, wordsArb(200), itemFieldsArb, fc.option(someWordsArb), partiesArb)
    .map(([itemId, title, fields, notes, parties]) => ({
      id: itemId,
      title,
      ...fields,
      ...(notes === null ? {} : { notes }),
      parties,
    }));
}

const named = { id: idArb, name: someWordsArb, aliases: fc.array(someWordsArb, { maxLength: 2 }) };
const office = { office: fc.constantFrom(...officeIds) };
const dates = fc.record({ from: dayArb, to: dayArb }, { requiredKeys: [], ...plain });
const always = ["id", "name", "aliases"] as const;

/** Several parties, each once, in the order in which the document keeps them. */
const circleArb: fc.Arbitrary<PartyRef[]> = fc
  .uniqueArray(partyRefArb, { maxLength: 5 })
  .map((refs) => refs.sort((a, b) => (a < b ? -1 : 1)));

const personArb = fc.record({ ...named, ...office }, { requiredKeys: [...always], ...plain });

const postArb = fc.record(
  {
    ...named,
    ...office,
    short: someWordsArb,
    holders: fc
      .uniqueArray(fc.tuple(idArb, dates), { selector: ([person]) => person, maxLength: 3 })
      .map((holders) => holders.sort(([a], [b]) => (a < b ? -1 : 1)).map(([person, span]) => ({ person, ...span }))),
  },
  { requiredKeys: [...always, "holders"], ...plain },
);

const memberArb = fc
  .tuple(fc.option(fc.constantFrom("chair", "deputy", "member")), dates)
  .map(([as, span]) => ({ ...(as === null ? {} : { as }), ...span }));

const bodyArb = fc.record(
  {
    ...named,
    ...office,
    precedence: fc.integer({ min: 1, max: 99 }),
    members: fc
      .tuple(circleArb, fc.array(memberArb, { minLength: 5, maxLength: 5 }))
      .map(([refs, rest]) => refs.map((party, index) => ({ party, ...rest[index] }))),
  },
  { requiredKeys: [...always, "precedence", "members"], ...plain },
);

const unitArb = fc.record({ ...named, ...office, head: partyRefArb }, { requiredKeys: [...always], ...plain });

const groupArb = fc.record(
  { ...named, ...office, members: circleArb, conditional: fc.boolean() },
  { requiredKeys: [...always, "members"], ...plain },
);

const roomArb = fc.record(
  {
    ...named,
    ...office,
    building: someWordsArb,
    floor: someWordsArb,
    capacity: fc.integer({ min: 1, max: 3_000 }),
    onlinePoint: fc.boolean(),
    partOf: idArb,
    bufferMin: fc.integer({ min: 0, max: 480 }),
  },
  { requiredKeys: [...always], ...plain },
);

const holidayArb = fc.record(
  {
    id: idArb,
    name: someWordsArb,
    day: dayArb,
    kind: fc.constantFrom("holiday", "in-lieu", "make-up"),
  },
  plain,
);

const lengthArb = fc.record(
  {
    id: idArb,
    kind: fc.constantFrom(...itemKinds),
    body: idArb,
    length: fc.oneof(fc.constant("session" as const), fc.integer({ min: 5, max: 1440 })),
  },
  { requiredKeys: ["id", "length"], ...plain },
);

const zoneArb = fc.record({ ...named, ring: fc.constantFrom(...rings) }, plain);

const travelArb = fc.record(
  { id: idArb, origin: someWordsArb, goal: someWordsArb, minutes: fc.integer({ min: 0, max: 600 }) },
  plain,
);

const normArb = fc.record(
  { id: idArb, norm: fc.constantFrom(...normNames), value: fc.integer({ min: 0, max: 100_000 }) },
  plain,
);

const tuningArb = fc.record(
  {
    id: idArb,
    overlap: fc.constantFrom(...overlapKinds),
    certainty: fc.constantFrom(...certainties),
    severity: fc.constantFrom(...severities, "mute" as const),
  },
  { requiredKeys: ["id", "overlap", "severity"], ...plain },
);

const eventArb = fc.record(
  { id: idArb, name: someWordsArb, day: dayArb, lastDay: dayArb, members: circleArb },
  { requiredKeys: ["id", "name", "day", "members"], ...plain },
);

const entryArbs = {
  persons: personArb,
  posts: postArb,
  bodies: bodyArb,
  units: unitArb,
  groups: groupArb,
  rooms: roomArb,
  holidays: holidayArb,
  lengths: lengthArb,
  zones: zoneArb,
  travels: travelArb,
  norms: normArb,
  tunings: tuningArb,
  events: eventArb,
} as const;

function entriesArb<Entry extends { readonly id: string }>(entry: fc.Arbitrary<Entry>): fc.Arbitrary<Entry[]> {
  return fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 4 });
}

/** An entry of the kind: `entryArb("bodies")`. */
export function entryArb<Kind extends EntryKind>(kind: Kind): fc.Arbitrary<Entry<Kind>> {
  // One table of arbitraries for all kinds: TypeScript cannot tie the kind of the key to the kind of the value.
  return entryArbs[kind] as unknown as fc.Arbitrary<Entry<Kind>>;
}

/** A directory with some entries of every kind; refs may lead nowhere, as in life. */
export const directoryArb: fc.Arbitrary<Directory> = fc.record(
  {
    persons: entriesArb(personArb),
    posts: entriesArb(postArb),
    bodies: entriesArb(bodyArb),
    units: entriesArb(unitArb),
    groups: entriesArb(groupArb),
    rooms: entriesArb(roomArb),
    holidays: entriesArb(holidayArb),
    lengths: entriesArb(lengthArb),
    zones: entriesArb(zoneArb),
    travels: entriesArb(travelArb),
    norms: entriesArb(normArb),
    tunings: entriesArb(tuningArb),
    events: entriesArb(eventArb),
  },
  plain,
);

function two(part: number): string {
  return String(part).padStart(2, "0");
}
