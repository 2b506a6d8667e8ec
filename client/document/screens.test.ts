import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Day } from "../../shared/kit/day.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { Screen } from "../../shared/model/screen.ts";
import type { DocumentLink } from "../connection/document-link.ts";
import type { ScreenCalls } from "../connection/screens-api.ts";
import { createScreens } from "./screens.ts";

const lan: Actor = { id: "lan", name: "Lan", role: "officer", office: "party" };
const duc: Actor = { id: "duc", name: "Đức", role: "head", office: "council" };
const paired = { by: { id: "lan", name: "Lan" }, atMs: 1 };
const screen = (id: string, name: string): Screen => ({
  ...{ id, name, modes: ["week", "session"], language: "vi", theme: "light", distance: 6, paired },
  show: { mode: "week", by: "day", isFrozen: false, turn: 0, driver: paired.by, atMs: 1 },
});

/** A server that lets in whoever comes with one code. */
const calls: ScreenCalls = {
  asked: async () => ({ kind: "unreachable" }),
  claim: async (code) =>
    code === "BCDFGH"
      ? { kind: "answered", value: {} }
      : { kind: "problem", code: "no-such-code", title: "Không có màn hình nào chờ với mã này." },
  deny: async () => ({ kind: "answered", value: {} }),
  seen: async () => ({ kind: "answered", value: {} }),
};

function of(actor: Actor, doc: Y.Doc) {
  const attach: DocumentLink["attach"] = (act) => act({ doc } as Parameters<typeof act>[0]);
  return createScreens({ actor, link: { doc, attach }, calls });
}

test("screens are known to everybody by name, driven in the name of who drives, and revoked", () => {
  const doc = new Y.Doc();
  const [mine, theirs] = [of(lan, doc), of(duc, doc)];
  mine.put(screen("m", "Phòng họp 2"));
  mine.put(screen("n", "Phòng họp 1"));
  expect(theirs.list().map(({ name }) => name)).toEqual(["Phòng họp 1", "Phòng họp 2"]);
  theirs.show("m", { mode: "session", turn: 2 });
  const show = () => mine.list().find(({ id }) => id === "m")?.show;
  expect(show()).toMatchObject({ mode: "session", turn: 2, by: "day", driver: { id: "duc", name: "Đức" } });
  mine.show("m", { isFrozen: true });
  expect(show()).toMatchObject({ mode: "session", turn: 2, isFrozen: true, driver: { id: "lan" } });
  mine.put({ ...screen("m", "Phòng khánh tiết"), show: show() ?? screen("m", "").show });
  expect(theirs.list().map(({ name }) => name)).toEqual(["Phòng họp 1", "Phòng khánh tiết"]);
  theirs.remove("m");
  mine.show("m", { mode: "blank" });
  expect(mine.list().map(({ id }) => id)).toEqual(["n"]);
});

test("a new screen that the server did not let in leaves nothing behind; one that was known stays", async () => {
  const doc = new Y.Doc();
  const screens = of(lan, doc);
  const names = () => screens.list().map(({ name }) => name);
  expect(await screens.letIn("BCDFGH", screen("m", "Phòng họp 2"))).toMatchObject({ kind: "answered" });
  expect(names()).toEqual(["Phòng họp 2"]);
  expect(await screens.letIn("XXXXXX", screen("n", "Phòng họp 1"))).toMatchObject({ code: "no-such-code" });
  expect(names()).toEqual(["Phòng họp 2"]);
  await screens.letIn("XXXXXX", screen("m", "Phòng họp 2"));
  expect(names()).toEqual(["Phòng họp 2"]);
});

test("another week is named, this week is not", () => {
  const doc = new Y.Doc();
  const screens = of(lan, doc);
  screens.put(screen("m", "Phòng họp 2"));
  screens.show("m", { mode: "week", day: "2026-11-30" as Day });
  expect(screens.list()[0]?.show.day).toBe("2026-11-30");
  screens.show("m", { turn: 1 });
  expect(screens.list()[0]?.show.day).toBe("2026-11-30");
  screens.show("m", { mode: "week", day: undefined });
  expect(screens.list()[0]?.show).not.toHaveProperty("day");
});
