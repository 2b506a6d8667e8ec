import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forbidStorage, SmallStorage } from "../test/world/small-storage.ts";
import { joinedBefore, keepJoined } from "./connection/joined-keep.ts";
import { type Remembered, recall, remember } from "./connection/remembered.ts";
import { readStored, store } from "./stored.ts";

let [machine, tab] = [new SmallStorage(), new SmallStorage()];
beforeEach(() => {
  [machine, tab] = [new SmallStorage(), new SmallStorage()];
  vi.stubGlobal("localStorage", machine);
  vi.stubGlobal("sessionStorage", tab);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const lan: Remembered = {
  actor: { id: "lan", name: "Nguyễn Thị Lan", role: "officer", office: "party" },
  board: "hanoi",
  epoch: "e1",
};
const huong: Remembered = { ...lan, actor: { ...lan.actor, id: "huong", name: "Trần Thị Hương" } };

describe("words that the browser keeps", () => {
  test("are there again, on the machine or for the tab alone, until they are taken away", () => {
    store("machine", "a", "một");
    store("tab", "a", "hai");
    expect([readStored("machine", "a"), readStored("tab", "a")]).toEqual(["một", "hai"]);
    store("machine", "a", null);
    expect([readStored("machine", "a"), readStored("tab", "a")]).toEqual([null, "hai"]);
    store("tab", "a", "");
    expect(readStored("tab", "a")).toBe("");
  });

  test("for which there is no room are not kept, and older ones do not stay in their place", () => {
    store("machine", "a", "older");
    machine.roomLetters = 10;
    store("machine", "a", "far too long for it");
    expect(readStored("machine", "a")).toBeNull();
  });

  test("cost nobody the page where the browser forbids them, has none, or answers nonsense", () => {
    const allow = [forbidStorage("localStorage"), forbidStorage("sessionStorage")];
    for (const shelf of ["machine", "tab"] as const) {
      store(shelf, "a", "x");
      store(shelf, "a", null);
      expect(readStored(shelf, "a")).toBeNull();
    }
    expect([recall(), joinedBefore()]).toEqual([null, null]);
    remember(lan);
    keepJoined({ id: "j", follows: true });
    for (const again of allow) again();
    vi.stubGlobal("localStorage", null);
    vi.stubGlobal("sessionStorage", undefined);
    remember(lan);
    keepJoined(null);
    expect([recall(), joinedBefore()]).toEqual([null, null]);
  });
});

test("the language is Vietnamese where no other can be remembered, and changes all the same", async () => {
  const allow = forbidStorage("localStorage");
  vi.stubGlobal("document", { documentElement: {} });
  const { language, setLanguage } = await import("./text/language.ts");
  expect(language()).toBe("vi");
  setLanguage("fr");
  expect(language()).toBe("fr");
  allow();
});

describe("who was last here", () => {
  test("is remembered over a reload, and forgotten by signing out", () => {
    remember(lan);
    expect(recall()).toEqual(lan);
    remember(huong);
    expect(recall()).toEqual(huong);
    remember(null);
    expect(recall()).toBeNull();
  });

  test("[P3] is nobody where there is no room: not whoever was here before", () => {
    remember(huong);
    machine.roomLetters = 30;
    remember(lan);
    expect(recall()).toBeNull();
  });

  test("is nobody where rubbish is stored", () => {
    const { actor } = lan;
    const others: unknown[] = [
      null,
      7,
      "lan",
      [],
      [lan],
      {},
      { actor },
      { ...lan, board: undefined },
      { ...lan, epoch: 3 },
    ];
    const wrong = [
      ...others,
      ...[{ id: "" }, { id: "x".repeat(65) }, { name: "" }, { role: "king" }, { office: "army" }].map((odd) => ({
        ...lan,
        actor: { ...actor, ...odd },
      })),
    ];
    for (const one of wrong) {
      machine.setItem("lien-thong.last", JSON.stringify(one));
      expect(recall(), JSON.stringify(one)).toBeNull();
    }
    for (const text of ["", "{", "undefined", '{"actor":', "\u0000", JSON.stringify(lan).slice(0, -1)]) {
      machine.setItem("lien-thong.last", text);
      expect(recall(), text).toBeNull();
    }
  });

  test("is read of what a newer page wrote, as far as it is known here", () => {
    machine.setItem("lien-thong.last", JSON.stringify({ ...lan, theme: "dark", actor: { ...lan.actor, face: "🙂" } }));
    expect(recall()).toEqual(lan);
  });
});

describe("the joint session that this tab has joined", () => {
  test("is stayed in over a reload, following or not, until it is left; another tab has not joined", () => {
    for (const joined of [{ id: "j-1", follows: true }, { id: "_J2", follows: false }, null]) {
      keepJoined(joined);
      expect(joinedBefore()).toEqual(joined);
    }
    keepJoined({ id: "j", follows: true });
    vi.stubGlobal("sessionStorage", new SmallStorage());
    expect(joinedBefore()).toBeNull();
  });

  test("is none where rubbish is stored: no id that others would be told", () => {
    const wrong = ["", "+", "-", "j", "*j", "+ j", "+j\n", "++j", `+${"j".repeat(65)}`, "+__proto__", "+họp", "true"];
    for (const text of wrong) {
      tab.setItem("lien-thong.joint", text);
      expect(joinedBefore(), text).toBeNull();
    }
  });
});
