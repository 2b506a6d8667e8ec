import { describe, expect, test } from "vitest";
import { kindsOf, ruledCity, ruledIndex } from "../../test/world/ruled-city.ts";
import { an, binh, item } from "../../test/world/small-city.ts";
import { chairedBy } from "../../test/world/told-overlaps.ts";
import type { Item } from "../model/item.ts";
import type { PartyRef } from "../model/ref.ts";

const chaired = (id: string, start: string | null, wish: object = {}) => chairedBy(id, start, an, wish);
const only = (items: readonly Item[], kind: string, today: string | null = null) =>
  kindsOf(items, today).filter((line) => line.startsWith(kind));

describe("persons", () => {
  test("a proxy that is sent settles it, for the head's own reception of citizens it does not", () => {
    const other = chaired("b", "08:30");
    const sent = { parties: { "person:chi": "attend" }, proxies: { "person:chi": an } } as const;
    expect(only([item("a", "08:00", sent), other], "person")).toEqual([]);
    const reception = { ...sent, kind: "reception", title: "Tiếp công dân định kỳ tháng 11" } as const;
    const index = ruledIndex([item("a", "08:00", reception), other]);
    expect([...index.all()]).toMatchObject([
      { kind: "person", resource: an, noProxy: { a: true, b: false }, yields: { side: "b", why: "reception" } },
    ]);
  });

  test("who stands in for one member of an invited body comes beside the others, not in their place", () => {
    const invited = item("a", "08:00", {
      parties: { "body:btv": "invited", "person:chi": "attend" },
      proxies: { "person:chi": an },
    });
    expect(only([invited, chaired("b", "08:15")], "person")).toEqual([]);
    expect(only([invited, chairedBy("b", "08:15", binh)], "person")).toEqual(["person person:binh probable a b"]);
  });

  test("a unit that chairs needs its head; two units of one head are one person", () => {
    const nv = { parties: { "unit:nv": "chair" } } as const;
    const [overlap] = ruledIndex([item("a", "08:00", nv), item("b", "08:15", nv)]).of("a");
    expect(overlap).toMatchObject({ kind: "person", resource: "person:em", certainty: "certain", severity: "error" });
    expect(overlap?.a.path.steps).toEqual(["unit:nv", "post:tpnv", "person:em"]);
    const invited = { parties: { "unit:nv": "invited" } } as const;
    expect(kindsOf([item("a", "08:00", invited), item("b", "08:15", invited)])).toEqual(["unit unit:nv possible a b"]);
  });
});

describe("rooms", () => {
  const inRoom = (id: string, start: string, room: string, wish: object = {}) => item(id, start, { room, ...wish });

  test("a hall clashes with each of its parts, the parts not with each other", () => {
    expect(kindsOf([inRoom("a", "08:00", "ht"), inRoom("b", "08:00", "ht-a")])).toEqual(["room room:ht-a certain a b"]);
    expect(kindsOf([inRoom("a", "08:00", "ht-a"), inRoom("b", "08:00", "ht-b")])).toEqual([]);
  });

  test("words that name a room of the directory are that room", () => {
    expect(kindsOf([inRoom("a", "08:00", "p2"), item("b", "08:00", { at: "P.H 2 UBND" })])).toEqual([]);
    expect(kindsOf([inRoom("a", "08:00", "p2"), item("b", "08:00", { at: "PH 2 UBND" })])).toEqual([
      "room room:p2 certain a b",
    ]);
  });

  test("a room needs its time to be set up: sure by a written end, a hint by an assumed one", () => {
    const next = inRoom("b", "09:10", "p1");
    const [late] = ruledIndex([inRoom("a", "08:00", "p1", { end: "09:00" }), next]).of("a");
    expect(late).toMatchObject({
      kind: "room",
      certainty: "probable",
      detail: { of: "set-up", needMin: 15, freeMin: 10, assumedMin: null },
    });
    expect(kindsOf([inRoom("a", "08:00", "p1", { end: "08:55" }), next])).toEqual([]);
    expect(kindsOf([inRoom("a", "08:00", "p1"), inRoom("b", "09:40", "p1")])).toEqual(["room room:p1 possible a b"]);
    expect(kindsOf([inRoom("a", "08:00", "p2", { end: "09:00" }), inRoom("b", "09:00", "p2")])).toEqual([]);
  });

  test("more people than seats: as written it is certain, as counted probable", () => {
    expect(kindsOf([inRoom("a", "08:00", "p1", { seats: 11 })])).toEqual(["capacity room:p1 certain a"]);
    expect(kindsOf([inRoom("a", "08:00", "p1", { seats: 10 })])).toEqual([]);
    expect(kindsOf([inRoom("a", "08:00", "ht", { parties: { "body:hdgp": "invited" } })])).toEqual([
      "capacity room:ht probable a",
    ]);
    expect(kindsOf([inRoom("a", "08:00", "ht", { parties: { "body:hdgp": "optional" } })])).toEqual([]);
  });

  test("online conferences at once need more points than there are, on every one of them", () => {
    const online = (id: string, start: string, points: number) => item(id, start, { points });
    expect(kindsOf([online("a", "08:00", 120), online("b", "08:30", 80)])).toEqual([]);
    expect(kindsOf([online("a", "08:00", 120), online("b", "08:30", 81)])).toEqual([
      "online rule:online-points probable a",
      "online rule:online-points probable b",
    ]);
    const three = ["a", "b", "c"].map((id) => online(id, "08:00", 70));
    expect(kindsOf(three)).toHaveLength(3);
    const index = ruledIndex(three);
    expect([...index.remove("c").items].sort()).toEqual(["a", "b", "c"]);
    expect([...index.all()]).toEqual([]);
  });
});

describe("bodies", () => {
  const sitting = item("a", "14:00", { body: "body:hdgp", title: "Họp Hội đồng" });
  const holding = (...who: string[]) => who.map((name, at) => chairedBy(`x${at}`, "14:15", `person:${name}`));

  test("one of five held elsewhere is told by the person, two are worth a warning, three and it cannot decide", () => {
    expect(only([sitting, ...holding("an")], "quorum")).toEqual([]);
    expect(only([sitting, ...holding("an", "binh")], "quorum")).toEqual(["quorum body:hdgp probable a"]);
    expect(only([sitting, ...holding("an", "binh", "chi")], "quorum")).toEqual(["quorum body:hdgp certain a"]);
    const [worst] = ruledIndex([sitting, ...holding("an", "binh", "chi")]).of("a");
    expect([...ruledIndex([sitting, ...holding("an", "binh", "chi")]).of("a")].at(0)).toEqual(worst);
  });

  test("it follows every edit of those who hold the members", () => {
    const index = ruledIndex([sitting, ...holding("an", "binh")]);
    expect([...index.upsert(chairedBy("x1", "08:00", binh)).items].sort()).toEqual(["a", "x1"]);
    expect(index.of("a").map(({ kind }) => kind)).toEqual(["person"]);
    index.upsert(chairedBy("x1", "14:15", binh));
    expect(index.of("a").map(({ kind }) => kind)).toContain("quorum");
  });
});

describe("the way between two places", () => {
  const inTown = { room: "p1", end: "09:00" };

  test("the board's own minutes, from the written end to where people have to be first", () => {
    const [overlap] = ruledIndex([chaired("a", "08:00", inTown), chaired("b", "10:00", { at: "UBND xã Ba Vì" })]).of(
      "a",
    );
    expect(overlap).toMatchObject({
      kind: "travel",
      resource: an,
      certainty: "probable",
      severity: "warning",
      detail: { of: "travel", needMin: 80, freeMin: 60, isAssembly: false },
    });
    expect(kindsOf([chaired("a", "08:00", inTown), chaired("b", "10:20", { at: "UBND xã Ba Vì" })])).toEqual([]);
  });

  test("first to the assembly point: its way counts, not that of the venue", () => {
    const trip = { at: "xã Ba Vì", assembly: "Trụ sở UBND", kind: "trip" };
    expect(kindsOf([chaired("a", "08:00", inTown), chaired("b", "09:30", trip)])).toEqual([]);
    const [late] = ruledIndex([chaired("a", "08:00", inTown), chaired("b", "09:20", trip)]).of("a");
    expect(late).toMatchObject({ kind: "travel", detail: { needMin: 30, freeMin: 20, isAssembly: true } });
  });

  test("without minutes of its own the ring says it; an assumed end is a hint; within one house it is steps", () => {
    expect(kindsOf([chaired("a", "08:00", inTown), chaired("b", "10:15", { at: "Hải Phòng" })])).toEqual([
      "travel person:an probable a b",
    ]);
    expect(kindsOf([chaired("a", "08:00", { room: "p1" }), chaired("b", "10:10", { at: "xã Suối Hai" })])).toEqual([
      "travel person:an possible a b",
    ]);
    expect(
      kindsOf([chaired("a", "08:00", { room: "p2", end: "09:00" }), chaired("b", "09:00", { room: "p3" })]),
    ).toEqual(["travel person:an possible a b"]);
  });
});

describe("one matter twice", () => {
  const matter = (id: string, title: string, wish: object = {}) => item(id, "08:00", { title, ...wish });
  const plan = "Hội nghị nghe báo cáo kế hoạch trồng cây xanh đô thị năm 2026";
  const council = { office: "council", day: "2026-11-26" } as const;

  test("registered by two offices on one day: abbreviations, marks and openers do not hide it", () => {
    const [overlap] = ruledIndex([
      matter("a", "Hội nghị tổng kết công tác phòng, chống tham nhũng năm 2026"),
      matter("b", "Tổng kết công tác PCTN năm 2026", { office: "council" }),
    ]).of("a");
    expect(overlap).toMatchObject({ kind: "subject", certainty: "probable", detail: { isOneDay: true } });
    expect(
      only(
        [matter("a", plan), matter("b", "HOI NGHI VE KE HOACH TRONG CAY XANH DO THI NAM 2026", { office: "people" })],
        "subject",
      ),
    ).toEqual(["subject rule:subject probable a b"]);
  });

  test("within a few days it is a hint, later nothing; one office repeats itself only on one day", () => {
    expect(only([matter("a", plan), matter("b", plan, council)], "subject")).toEqual([
      "subject rule:subject possible a b",
    ]);
    expect(only([matter("a", plan), matter("b", plan, { ...council, day: "2026-12-02" })], "subject")).toEqual([]);
    expect(only([matter("a", plan), matter("b", plan, { day: "2026-11-25" })], "subject")).toEqual([]);
    expect(only([matter("a", plan), matter("b", plan)], "subject")).toEqual(["subject rule:subject possible a b"]);
  });

  test("another place, another body, a series, a dossier and its meeting, a short title are no second one", () => {
    const at = (place: string) => `Kiểm tra công tác phòng chống thiên tai tại xã ${place}`;
    const pairs: readonly (readonly [Item, Item])[] = [
      [matter("a", at("Sóc Sơn")), matter("b", at("Đông Anh"), { office: "people" })],
      [
        matter("a", "Thành ủy cho ý kiến về kế hoạch trồng cây"),
        matter("b", "UBND cho ý kiến về kế hoạch trồng cây", { office: "people" }),
      ],
      [matter("a", plan, { series: "s" }), matter("b", plan, { office: "people", series: "s" })],
      [matter("a", plan), matter("b", plan, { office: "people", kind: "dossier" })],
      [matter("a", "Giao ban tuần"), matter("b", "Giao ban tuần", { office: "people" })],
      [matter("a", plan), matter("b", plan, { office: "people", status: "cancelled" })],
    ];
    for (const pair of pairs) expect(only(pair, "subject"), pair.map(({ title }) => title).join(" / ")).toEqual([]);
  });
});

describe("dossiers", () => {
  const dossier = (id: string, due: string, wish: object = {}) =>
    item(id, null, {
      kind: "dossier",
      due,
      day: due,
      parties: { "unit:nv": "prepare" },
      title: `Tờ trình ${id}`,
      ...wish,
    });

  test("more of one unit on one day than it can bring, on each of them; fewer again, nothing", () => {
    const three = ["a", "b", "c"].map((id) => dossier(id, "2026-11-25"));
    expect(kindsOf(three)).toEqual(["a", "b", "c"].map((id) => `unit unit:nv probable ${id}`));
    const index = ruledIndex(three);
    expect([...index.upsert(dossier("c", "2026-11-26")).items].sort()).toEqual(["a", "b", "c"]);
    expect([...index.all()]).toEqual([]);
    expect(kindsOf([...three.slice(0, 2), dossier("c", "2026-11-25", { parties: { "unit:kt": "prepare" } })])).toEqual(
      [],
    );
  });

  test("due after its meeting is certain, on its day a hint, before it nothing; both sides know", () => {
    const meeting = item("m", "08:00", { day: "2026-11-25" });
    const forIt = (due: string) => dossier("d", due, { parent: "m" });
    expect(kindsOf([meeting, forIt("2026-11-26")])).toEqual(["due rule:due certain d m"]);
    expect(kindsOf([meeting, forIt("2026-11-25")])).toEqual(["due rule:due possible d m"]);
    expect(kindsOf([meeting, forIt("2026-11-24")])).toEqual([]);
    const index = ruledIndex([forIt("2026-11-26")]);
    expect([...index.upsert(meeting).items].sort()).toEqual(["d", "m"]);
    expect(
      [...index.upsert({ ...meeting, when: item("m", "08:00", { day: "2026-11-27" }).when }).items].sort(),
    ).toEqual(["d", "m"]);
    expect(kindsOf([item("m", "08:00", { due: "2026-11-26" })])).toEqual(["due rule:due certain m"]);
  });
});

describe("days, hours and events", () => {
  test("work on a holiday or a day in lieu is a warning, on a weekend a hint, on a make-up day nothing", () => {
    const on = (day: string, wish: object = {}) => kindsOf([item("a", "08:00", { day, ...wish })]);
    expect(on("2026-11-24")).toEqual(["calendar rule:day-off probable a"]);
    expect(on("2026-11-30")).toEqual(["calendar rule:day-off probable a"]);
    expect(on("2026-11-29")).toEqual(["calendar rule:day-off possible a"]);
    expect(on("2026-11-28")).toEqual([]);
    expect(on("2026-11-29", { kind: "ceremony" })).toEqual([]);
    expect(on("2026-11-24", { status: "cancelled" })).toEqual([]);
    expect(kindsOf([item("a", null, { day: "2026-11-27", lastDay: "2026-12-01" })])).toEqual([
      "calendar rule:day-off possible a",
    ]);
  });

  test("before the day begins and after it ends is a hint; a ceremony in the evening is not", () => {
    const at = (start: string, wish: object = {}) => kindsOf([item("a", start, wish)]);
    expect(at("05:30")).toEqual(["calendar rule:hours possible a"]);
    expect(at("19:30")).toEqual(["calendar rule:hours possible a"]);
    expect(at("16:30", { end: "18:30" })).toEqual(["calendar rule:hours possible a"]);
    expect(at("06:30")).toEqual([]);
    expect(at("19:30", { kind: "ceremony" })).toEqual([]);
  });

  test("who has to be at a great event: a trip that day is a warning, anything else a hint, others are free", () => {
    const on = (who: PartyRef, wish: object = {}) =>
      kindsOf([chairedBy("a", "08:00", who, { day: "2026-12-02", ...wish })]);
    expect(on(an)).toEqual(["calendar rule:event-dh possible a"]);
    expect(on(an, { kind: "trip" })).toEqual(["calendar rule:event-dh probable a"]);
    expect(on(binh)).toEqual([]);
    expect(on(an, { day: "2026-12-03" })).toEqual([]);
  });
});

describe("notice", () => {
  const invited = (on: string, of = "2026-11-27") => ({ day: "2026-11-27", announced: { on, of } });
  const told = (wish: object, today: string | null = null) => kindsOf([item("a", "08:00", wish)], today);

  test("an invitation three working days before is in time; the holiday between does not count", () => {
    expect(told(invited("2026-11-20"))).toEqual([]);
    expect(told(invited("2026-11-23"))).toEqual([]);
    expect(told(invited("2026-11-25"))).toEqual(["notice rule:notice probable a"]);
    const [late] = ruledIndex([item("a", "08:00", invited("2026-11-25"))]).of("a");
    expect(late?.detail).toEqual({
      ...{ of: "notice", workdays: 2, needed: 3, isMoved: false, way: "invited" },
      ...{ from: "2026-11-25", day: "2026-11-27", told: { on: "2026-11-25", of: "2026-11-27" } },
    });
  });

  test("a reception that was posted and then moved: inside five days a warning, outside a hint that nobody knows it", () => {
    const moved = { kind: "reception", ...invited("2026-11-02", "2026-11-20") };
    expect(told(moved, "2026-11-25")).toEqual(["notice rule:notice probable a"]);
    expect(told(moved, "2026-11-16")).toEqual(["notice rule:notice possible a"]);
    expect(told(moved, "2026-11-28")).toEqual([]);
    expect(told({ ...moved, announced: { on: "2026-11-18", of: "2026-11-27" } }, "2026-11-25")).toEqual([]);
  });

  test("what is only registered and begins tomorrow is a hint, once the day is known", () => {
    const conference = { kind: "conference", status: "registered", day: "2026-11-27" };
    expect(told(conference, "2026-11-26")).toEqual(["notice rule:notice possible a"]);
    expect(told(conference, "2026-11-25")).toEqual([]);
    expect(told(conference)).toEqual([]);
    expect(told({ ...conference, status: "approved" }, "2026-11-25")).toEqual([]);
    const index = ruledIndex([item("a", "08:00", conference as object)], "2026-11-19");
    expect([...index.setToday("2026-11-26" as never).items]).toEqual(["a"]);
    expect(index.setToday("2026-11-26" as never).items.size).toBe(0);
  });
});

describe("who gives way, and what a board does not want to hear", () => {
  test("the body that goes first, then what is decided, then the programme, then the chair", () => {
    const yieldsOf = (a: Item, b: Item) =>
      ruledIndex([a, b])
        .of("a")
        .find(({ kind }) => kind === "person")?.yields;
    const btv = item("a", "14:00", { body: "body:btv" });
    expect(yieldsOf(btv, item("b", "14:00", { body: "body:ubnd" }))).toEqual({
      side: "b",
      why: "precedence",
      over: ["body:btv", "body:ubnd"],
    });
    expect(yieldsOf(btv, chairedBy("b", "14:00", an))).toEqual({
      side: "b",
      why: "precedence",
      over: ["body:btv", null],
    });
    expect(yieldsOf(chaired("a", "14:00", { status: "registered" }), chaired("b", "14:00"))).toEqual({
      side: "a",
      why: "status",
    });
    expect(yieldsOf(chaired("a", "14:00"), chaired("b", "14:00", { unexpected: true }))).toEqual({
      side: "b",
      why: "unexpected",
    });
    expect(yieldsOf(chaired("a", "14:00"), item("b", "14:00", { parties: { [an]: "attend" } }))).toEqual({
      side: "b",
      why: "role",
    });
    expect(yieldsOf(chaired("a", "14:00"), chaired("b", "14:00"))).toBeNull();
  });

  test("precedence is data: turned round, the other one gives way", () => {
    const turned = {
      ...ruledCity,
      bodies: ruledCity.bodies.map((body) => ({ ...body, precedence: 10 - body.precedence / 10 })),
    };
    const bodies = turned.bodies.map((body) => ({ ...body, precedence: body.id === "ubnd" ? 1 : 2 }));
    const index = ruledIndex(
      [item("a", "14:00", { body: "body:btv" }), item("b", "14:00", { body: "body:ubnd" })],
      null,
      { ...turned, bodies },
    );
    expect(index.of("a").find(({ kind }) => kind === "person")?.yields?.side).toBe("a");
  });

  test("a kind can be muted, or one certainty of it said softer, and the counts follow", () => {
    const pair = [chaired("a", "14:00"), chaired("b", "14:30")] as const;
    const tuned = (...tunings: { overlap: "person"; certainty?: "certain"; severity: "mute" | "hint" }[]) =>
      ruledIndex(pair, null, { ...ruledCity, tunings: tunings.map((tuning, at) => ({ id: `t${at}`, ...tuning })) });
    expect([...tuned({ overlap: "person", severity: "mute" }).all()]).toEqual([]);
    const soft = tuned(
      { overlap: "person", severity: "mute" },
      { overlap: "person", certainty: "certain", severity: "hint" },
    );
    expect(soft.of("a")).toMatchObject([{ certainty: "certain", severity: "hint" }]);
    expect(soft.counts()).toMatchObject({ certain: 1, error: 0, hint: 1 });
  });
});
