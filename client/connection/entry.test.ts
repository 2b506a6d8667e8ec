import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { SmallStorage } from "../../test/world/small-storage.ts";
import { type Remembered, recall, remember } from "./remembered.ts";

type Entering = typeof import("./entry.ts");

const actorOf = (id: string) => ({ id, name: id, role: "officer", office: "party" }) as const;
const [lan, huong] = [actorOf("lan"), actorOf("huong")];
const [first, second] = [
  { board: "hanoi", epoch: "e1" },
  { board: "hanoi", epoch: "e2" },
];
const at = (actor: Remembered["actor"], facts: { board: string; epoch: string }): Remembered => ({ actor, ...facts });

/** What the server says at an address: an answer, a problem, or nothing at all. */
type Said = { readonly answer: unknown } | "a problem" | "a captive portal" | "nothing";
const silent = { who: "nothing", board: "nothing" } as const;

let storage: SmallStorage;
let entering: Entering;
beforeAll(async () => {
  // The language is remembered by the browser, and told to the page.
  vi.stubGlobal("localStorage", new SmallStorage());
  vi.stubGlobal("document", { documentElement: {} });
  entering = await import("./entry.ts");
});
beforeEach(() => {
  storage = new SmallStorage();
  vi.stubGlobal("localStorage", storage);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function serverSays({ who, board }: { readonly who: Said; readonly board: Said }): void {
  vi.stubGlobal("fetch", async (address: string | URL) => {
    const said = String(address).includes("/api/board") ? board : who;
    if (said === "nothing") throw new TypeError("Failed to fetch");
    if (said === "a captive portal")
      return new Response("<html>Wi-Fi</html>", { headers: { "content-type": "text/html" } });
    if (said === "a problem") return Response.json({ code: "store-unavailable" }, { status: 503 });
    return Response.json(said.answer);
  });
}

const isLan = { answer: { actor: lan } };
const isNobody = { answer: { actor: null } };

describe("with a server", () => {
  test("whoever is signed in opens the board, and is remembered with the life of its store", async () => {
    serverSays({ who: isLan, board: { answer: first } });
    expect(await entering.findEntry()).toEqual({ kind: "board", at: at(lan, first) });
    expect(recall()).toEqual(at(lan, first));
    serverSays({ who: isLan, board: { answer: second } });
    expect(await entering.findEntry()).toEqual({ kind: "board", at: at(lan, second) });
    expect(recall()?.epoch).toBe("e2");
  });

  test("nobody signed in is asked who they are, whoever was here before and whatever else the server cannot say", async () => {
    remember(at(huong, first));
    for (const board of [{ answer: first }, "a problem", "nothing"] as const) {
      serverSays({ who: isNobody, board });
      expect(await entering.findEntry()).toEqual({ kind: "sign-in" });
    }
  });

  test("a full storage keeps nobody out, and leaves nobody else behind", async () => {
    remember(at(huong, first));
    storage.roomLetters = 40;
    serverSays({ who: isLan, board: { answer: first } });
    expect(await entering.findEntry()).toEqual({ kind: "board", at: at(lan, first) });
    serverSays(silent);
    expect(await entering.findEntry()).toEqual({ kind: "unreachable" });
  });

  test("after signing in the board opens; where it cannot be asked for, whoever signs in is told", async () => {
    serverSays({ who: "nothing", board: { answer: first } });
    expect(await entering.enterAs(lan)).toEqual({ kind: "board", at: at(lan, first) });
    expect(recall()).toEqual(at(lan, first));
    serverSays({ who: isLan, board: "a problem" });
    await expect(entering.enterAs(huong)).rejects.toThrow("503");
    expect(recall()?.actor.id).toBe("lan");
  });
});

describe("[P3] without one", () => {
  const missing = ["nothing", "a problem", "a captive portal"] as const;

  test("whoever was last here goes on with what this machine keeps", async () => {
    remember(at(lan, first));
    for (const one of missing) {
      serverSays({ who: one, board: one });
      expect(await entering.findEntry(), one).toEqual({ kind: "board", at: at(lan, first) });
    }
    serverSays({ who: "nothing", board: { answer: second } });
    expect(await entering.findEntry()).toEqual({ kind: "board", at: at(lan, first) });
  });

  test("where nobody was, there is only waiting", async () => {
    for (const one of missing) {
      serverSays({ who: one, board: one });
      expect(await entering.findEntry(), one).toEqual({ kind: "unreachable" });
    }
    storage.setItem("lien-thong.last", "{rubbish");
    expect(await entering.findEntry()).toEqual({ kind: "unreachable" });
  });

  test("of which only the sign-in answers, nobody goes on under another's name", async () => {
    remember(at(huong, first));
    serverSays({ who: isLan, board: "a problem" });
    expect(await entering.findEntry()).toEqual({ kind: "unreachable" });
    expect(recall()?.actor.id).toBe("huong");
    remember(at(lan, first));
    expect(await entering.findEntry()).toEqual({ kind: "board", at: at(lan, first) });
  });
});
