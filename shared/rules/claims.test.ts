import { describe, expect, test } from "vitest";
import { an, binh, item } from "../../test/world/small-city.ts";
import { attendedBy, chairedBy, indexOf, told } from "../../test/world/told-overlaps.ts";
import type { PartyRef } from "../model/ref.ts";

describe("bodies", () => {
  test("a member of a sitting body who chairs elsewhere is found, with the way that explains it", () => {
    const index = indexOf(
      item("a", "14:00", { body: "body:btv", room: "p1" }),
      chairedBy("b", "14:30", "post:ct", { room: "p2" }),
    );
    const [overlap] = index.of("b");
    expect(overlap).toMatchObject({ resource: binh, certainty: "certain", severity: "error" });
    expect(overlap?.a.path).toEqual({ role: "sits", steps: ["body:btv", "post:ct", binh], conditional: false });
    expect(overlap?.b?.path).toEqual({ role: "chair", steps: ["post:ct", binh], conditional: false });
  });

  test("a member of a sitting body who only attends elsewhere is a warning", () => {
    expect(told(item("a", "14:00", { body: "body:btv" }), attendedBy("b", "14:30", binh))).toEqual([
      `${binh} certain warning`,
    ]);
  });

  test("a member of an invited body is probable at most", () => {
    const invited = item("a", "14:00", { parties: { "body:btv": "invited" } });
    expect(told(invited, chairedBy("b", "14:00", binh))).toEqual([`${binh} probable warning`]);
  });

  test("a body that sits twice is one overlap and not one for every member", () => {
    const index = indexOf(item("a", "14:00", { body: "body:btv" }), item("b", "14:00", { body: "body:btv" }));
    expect(index.of("a").map(({ resource }) => resource)).toEqual(["body:btv"]);
    expect(index.counts()).toEqual({ certain: 1, probable: 0, possible: 0, error: 1, warning: 0, hint: 0 });
  });

  test("who is also named in one of them is told apart from the body", () => {
    const both = item("b", "14:00", { body: "body:btv", parties: { [an]: "chair" } });
    expect(told(item("a", "14:00", { body: "body:btv" }), both)).toEqual([
      "body:btv certain error",
      `${an} certain error`,
    ]);
  });

  test("two bodies at one hour: the members they share, as a warning", () => {
    expect(told(item("a", "14:00", { body: "body:btv" }), item("b", "14:00", { body: "body:ubnd" }))).toEqual([
      `${binh} certain warning`,
      "person:chi certain warning",
    ]);
  });

  test("who is named for an invited body stands for it", () => {
    const sent = item("a", "14:00", { parties: { "body:btv": "invited", [binh]: "attend" } });
    expect(told(sent, chairedBy("b", "14:00", "person:chi"))).toEqual([]);
    expect(told(sent, chairedBy("b", "14:00", binh))).toEqual([`${binh} certain error`]);
  });

  test("a body in the chair with one of it named: the others are possible", () => {
    const sent = item("a", "14:00", { parties: { "body:btv": "chair", [binh]: "attend" } });
    expect(told(sent, chairedBy("b", "14:00", "person:chi"))).toEqual(["person:chi possible hint"]);
  });

  test("a member in the chair does not let the others off", () => {
    const chaired = item("a", "14:00", { parties: { "body:btv": "invited", [binh]: "chair" } });
    expect(told(chaired, chairedBy("b", "14:00", "person:chi"))).toEqual(["person:chi probable warning"]);
  });
});

describe("proxies, groups, units, words", () => {
  test("who sends a proxy is free, the proxy is held", () => {
    const sent = item("a", "14:00", { parties: { "person:em": "attend" }, proxies: { "person:em": an } });
    expect(told(sent, chairedBy("b", "14:00", an))).toEqual([]);
    expect(told(sent, chairedBy("b", "14:00", "person:em"))).toEqual(["person:em certain error"]);
  });

  test("a proxy frees a member of the body that sits, and nobody else", () => {
    const sent = item("a", "14:00", {
      body: "body:btv",
      parties: { "person:em": "attend" },
      proxies: { "person:em": "post:bt" },
    });
    expect(told(sent, chairedBy("b", "14:00", an))).toEqual([]);
    expect(told(sent, chairedBy("b", "14:00", binh))).toEqual([`${binh} certain error`]);
  });

  test("a group is everybody in it, “liên quan” perhaps", () => {
    expect(told(attendedBy("a", "14:00", "group:pcts"), chairedBy("b", "14:00", "person:chi"))).toEqual([
      "person:chi certain error",
    ]);
    expect(told(attendedBy("a", "14:00", "group:lq"), chairedBy("b", "14:00", "person:chi"))).toEqual([
      "person:chi possible hint",
    ]);
  });

  test("a unit asked for twice can send two people; its head, named twice, cannot", () => {
    const invited = (id: string, who: PartyRef) => item(id, "14:00", { parties: { [who]: "invited" } });
    expect(told(invited("a", "unit:nv"), invited("b", "unit:nv"))).toEqual(["unit:nv possible hint"]);
    expect(told(invited("a", "post:tpnv"), invited("b", "person:em"))).toEqual(["person:em certain error"]);
    expect(told(invited("a", "unit:nv"), invited("b", "person:em"))).toEqual([]);
  });

  test("a unit prepares several things at one hour: its work", () => {
    const prepares = (id: string) => item(id, "14:00", { parties: { "unit:nv": "prepare" } });
    expect(told(prepares("a"), prepares("b"))).toEqual([]);
    expect(told(prepares("a"), item("b", "14:00", { parties: { "unit:nv": "invited" } }))).toEqual([
      "unit:nv possible hint",
    ]);
  });

  test("serving and optional people are hints", () => {
    for (const role of ["serve", "optional", "prepare", "coordinate", "appraise"] as const)
      expect(told(item("a", "14:00", { parties: { [an]: role } }), chairedBy("b", "14:00", an)), role).toEqual([
        `${an} possible hint`,
      ]);
  });

  test("the same person in words, under two titles", () => {
    expect(
      told(
        chairedBy("a", "14:00", "text:PCTTT Nguyễn Văn Giang"),
        attendedBy("b", "14:30", "text:đ/c Nguyễn Văn Giang"),
      ),
    ).toEqual(["text:nguyen van giang certain error"]);
  });

  test("a bare title in words is one person, “lãnh đạo” and units are not", () => {
    expect(told(chairedBy("a", "14:00", "text:Chủ tịch"), chairedBy("b", "14:00", "text:CT"))).toEqual([
      "text:chu tich certain error",
    ]);
    expect(
      told(attendedBy("a", "14:00", "text:lãnh đạo Sở Y tế"), attendedBy("b", "14:00", "text:Lãnh đạo Sở Y tế")),
    ).toEqual(["text:lanh dao so y te possible hint"]);
  });
});
