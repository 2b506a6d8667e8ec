import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Actor } from "../../shared/model/actor.ts";
import type { Screen } from "../../shared/model/screen.ts";
import type { DocumentLink } from "../connection/document-link.ts";
import { createScreens } from "./screens.ts";

const lan: Actor = { id: "lan", name: "Lan", role: "officer", office: "party" };
const duc: Actor = { id: "duc", name: "Đức", role: "head", office: "council" };
const paired = { by: { id: "lan", name: "Lan" }, atMs: 1 };
const screen = (id: string, name: string): Screen => ({
  ...{ id, name, modes: ["week", "session"], language: "vi", theme: "light", distance: 6, paired },
  show: { mode: "week", by: "day", isFrozen: false, turn: 0, driver: paired.by, atMs: 1 },
});

function of(actor: Actor, doc: Y.Doc) {
  const attach: DocumentLink["attach"] = (act) => act({ doc } as Parameters<typeof act>[0]);
  return createScreens({ actor, link: { doc, attach } });
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
