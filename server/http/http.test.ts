import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wireVersion } from "../../shared/protocol/message.ts";
import { type GatedStore, gateStore } from "../../test/world/gated-store.ts";
import { type LiveBoard, startBoard, temporaryDir } from "../../test/world/live-board.ts";

let dir: ReturnType<typeof temporaryDir>;
let board: LiveBoard;
let store: GatedStore;

beforeAll(async () => {
  dir = temporaryDir();
  const clientDir = join(dir.path, "client");
  mkdirSync(join(clientDir, "assets"), { recursive: true });
  writeFileSync(join(clientDir, "index.html"), "<title>Liên Thông</title>");
  writeFileSync(join(clientDir, "screen.html"), "<title>Màn hình</title>");
  writeFileSync(join(clientDir, "assets/main-3f2a.js"), "plain");
  writeFileSync(join(clientDir, "assets/main-3f2a.js.br"), "squeezed");
  writeFileSync(join(clientDir, "sign.svg"), "<svg/>");
  board = await startBoard({
    dataDir: dir.path,
    clientDir,
    wrap: (real) => {
      store = gateStore(real);
      return store;
    },
  });
});
afterAll(async () => {
  await board.stop();
  dir.remove();
});

type Call = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };
type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly text: string };

/** Like fetch, but it may say what only browsers and proxies say. */
function call(path: string, { method = "GET", headers = {}, body }: Call = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${board.url}${path}`, { method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (data) => {
        text += data;
      });
      response.on("end", () => {
        const said = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(said), text });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const codeOf = ({ text }: Answer): unknown => JSON.parse(text).code;

describe("signing in", () => {
  test("the demo people are one officer and one head of each office, and a guest", async () => {
    const people = JSON.parse((await call("/api/sign-in/demo")).text);
    const kinds = people.map(({ role, office }: { role: string; office: string | null }) => `${role} ${office}`);
    expect(kinds.sort()).toEqual([
      "guest null",
      "head council",
      "head party",
      "head people",
      "officer council",
      "officer party",
      "officer people",
    ]);
  });

  test("one signs in as a demo person, is known by the cookie, and signs out", async () => {
    const signedIn = await post("/api/sign-in/demo", { as: "huong" });
    expect(JSON.parse(signedIn.text)).toEqual({
      actor: { id: "huong", name: "Trần Thị Hương", role: "officer", office: "party" },
    });
    expect(signedIn.headers["set-cookie"]).toMatch(/^lien-thong=[\w-]{32}; .*HttpOnly; SameSite=Strict/);
    const cookie = signedIn.headers["set-cookie"]?.split(";")[0] ?? "";
    expect(JSON.parse((await call("/api/sign-in", { headers: { cookie } })).text).actor.id).toBe("huong");
    const out = await call("/api/sign-in", { method: "DELETE", headers: { cookie } });
    expect(out.headers["set-cookie"]).toMatch(/Max-Age=0/);
    expect(JSON.parse((await call("/api/sign-in", { headers: { cookie } })).text)).toEqual({ actor: null });
  });

  test("nobody is signed in without a cookie, or with an invented one", async () => {
    for (const cookie of ["", "lien-thong=x", `lien-thong=${"a".repeat(32)}`, "lien-thong=%00"]) {
      expect(JSON.parse((await call("/api/sign-in", { headers: { cookie } })).text)).toEqual({ actor: null });
    }
  });

  test("an unknown person is told apart from a wrong body", async () => {
    expect(codeOf(await post("/api/sign-in/demo", { as: "nobody" }))).toBe("unknown-person");
    for (const body of [{}, { as: 5 }, [], "null", "{", ""]) {
      const answer = await post("/api/sign-in/demo", body);
      expect([answer.status, codeOf(answer)], JSON.stringify(body)).toEqual([400, "bad-input"]);
    }
    expect(codeOf(await post("/api/sign-in/demo", { as: "x".repeat(5000) }))).toBe("too-large");
  });

  test("there is no demo sign-in under a name that others may use", async () => {
    for (const host of ["board.example", "10.0.0.1:80", "127.0.0.1.evil.example"]) {
      const answer = await post("/api/sign-in/demo", { as: "huong" }, { host });
      expect([answer.status, codeOf(answer)]).toEqual([404, "no-demo-sign-in"]);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });
});

describe("what a page of another site may do", () => {
  test.each<Record<string, string>>([
    { origin: "http://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
  ])("with %o it changes nothing", async (headers) => {
    const answer = await post("/api/sign-in/demo", { as: "huong" }, headers);
    expect([answer.status, codeOf(answer)]).toEqual([403, "wrong-origin"]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("our own page and a script may", async () => {
    const own = { origin: board.url, "sec-fetch-site": "same-origin" };
    expect((await post("/api/sign-in/demo", { as: "lan" }, own)).status).toBe(200);
    expect((await post("/api/sign-in/demo", { as: "lan" })).status).toBe(200);
  });

  test("every answer forbids to load from elsewhere, to frame and to guess", async () => {
    for (const path of ["/", "/api/board", "/nothing", "/assets/main-3f2a.js"]) {
      const { headers } = await call(path);
      expect(headers["content-security-policy"], path).toMatch(
        /default-src 'self'; style-src 'self'; .*frame-ancestors 'none'/,
      );
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" });
      expect(headers["x-request-id"]).toMatch(/^[\w-]{16}$/);
    }
  });
});

describe("problems", () => {
  test("the title speaks the caller's language, the code stays the same", async () => {
    const titles = await Promise.all(
      ["", "en-GB,en;q=0.9", "fr", "de"].map((language) =>
        call("/api/none", { headers: { "accept-language": language } }),
      ),
    );
    expect(titles.map(({ text }) => JSON.parse(text).title)).toEqual([
      "Không có gì ở địa chỉ này.",
      "There is nothing here.",
      "Il n’y a rien à cette adresse.",
      "Không có gì ở địa chỉ này.",
    ]);
    for (const answer of titles) {
      expect(answer).toMatchObject({ status: 404 });
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      expect(codeOf(answer)).toBe("not-found");
    }
  });

  test("a store that fails is told as such, never as a stack", async () => {
    const put = store.put;
    store.put = () => Promise.reject(new Error("secret path /srv/x"));
    const answer = await post("/api/sign-in/demo", { as: "huong" });
    store.put = put;
    expect([answer.status, codeOf(answer)]).toEqual([500, "internal"]);
    expect(answer.text).not.toMatch(/secret|at |node_modules/);
  });
});

describe("the page", () => {
  test.each(["/", "/week/2026-W48", "/month/2026-11", "/day/2026-11-24", "/directory"])(
    "%s is the page, asked for each time",
    async (path) => {
      const { status, headers, text } = await call(path);
      expect({ status, text }).toEqual({ status: 200, text: "<title>Liên Thông</title>" });
      expect(headers["cache-control"]).toBe("no-cache");
    },
  );

  test("a meeting room's screen has a page of its own, with whatever is asked behind it", async () => {
    for (const path of ["/screen", "/screen/", "/screen?lang=vi"]) {
      const { status, headers, text } = await call(path);
      expect({ status, text }, path).toEqual({ status: 200, text: "<title>Màn hình</title>" });
      expect(headers["cache-control"]).toBe("no-cache");
    }
  });

  test("what has a hash in its name is kept for ever, and sent compressed where it may be", async () => {
    const plain = await call("/assets/main-3f2a.js");
    expect(plain).toMatchObject({ status: 200, text: "plain" });
    expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    const squeezed = await call("/assets/main-3f2a.js", { headers: { "accept-encoding": "gzip, br" } });
    expect(squeezed).toMatchObject({ text: "squeezed" });
    expect(squeezed.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
  });

  test("other files are sent, unknown addresses are not the page", async () => {
    expect(await call("/sign.svg")).toMatchObject({ status: 200, text: "<svg/>" });
    for (const path of [
      "/assets/gone.js",
      "/wp-login.php",
      "/../package.json",
      "/%2e%2e/lien-thong.sqlite",
      "/weeks",
    ]) {
      expect((await call(path)).status, path).toBe(404);
    }
  });
});

describe("an address that there is not", () => {
  const page = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

  test.each([
    ["vi", "Về chương trình tuần này"],
    ["en-GB", "To this week’s programme"],
    ["fr", "Au programme de cette semaine"],
  ])("tells a person so in their language (%s), with a way home", async (language, home) => {
    const answer = await call("/weeks", { headers: { accept: page, "accept-language": language } });
    expect(answer.status).toBe(404);
    expect(answer.headers["content-type"]).toContain("text/html");
    expect(answer.text).toContain(home);
    expect(answer.text).toContain('<a href="/"');
    expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
  });

  test("tells a program so as a problem, under /api also a browser", async () => {
    for (const [path, accept] of [
      ["/weeks", "*/*"],
      ["/api/weeks", page],
    ] as const) {
      const answer = await call(path, { headers: { accept } });
      expect([answer.status, codeOf(answer)]).toEqual([404, "not-found"]);
    }
    expect(codeOf(await call("/weeks", { method: "POST", headers: { accept: page } }))).toBe("not-found");
  });

  test("repeats nothing of what was asked for", async () => {
    const answer = await call("/<script>alert(1)</script>", { headers: { accept: page } });
    expect(answer.text).not.toContain("alert");
  });
});

describe("health", () => {
  test("it lives and can append", async () => {
    expect(await call("/healthz")).toMatchObject({ status: 200, text: '{"alive":true}' });
    expect(await call("/readyz")).toMatchObject({ status: 200, text: '{"ready":true,"warnings":[]}' });
  });

  test("a store that cannot append makes it not ready", async () => {
    const canAppend = store.canAppend;
    store.canAppend = async () => ({ can: false, why: "disk full" });
    expect(await call("/readyz")).toMatchObject({ status: 503, text: '{"ready":false,"why":"disk full"}' });
    store.canAppend = canAppend;
  });

  test("the board names itself, its offices and its version", async () => {
    const facts = JSON.parse((await call("/api/board")).text);
    expect(facts).toMatchObject({ board: "hanoi", version: "0", wireVersion });
    expect(facts.offices.map(({ id }: { id: string }) => id)).toEqual(["party", "council", "people"]);
  });
});

describe("reading a schedule", () => {
  const text = "Thứ Hai, ngày 23/11/2026\n08h00: Giao ban Thường trực Thành ủy. Địa điểm: Phòng họp số 2";

  test("a text becomes items, without a sign-in", async () => {
    const answer = await post("/api/schedules/read", { text });
    expect(answer.status).toBe(200);
    const { items, doubts } = JSON.parse(answer.text);
    expect(items[0]).toMatchObject({ date: "2026-11-23", start: "08:00", title: expect.stringContaining("Giao ban") });
    expect(Array.isArray(doubts)).toBe(true);
  });

  test("what is no text, and no year, is bad input, named by its place", async () => {
    for (const [body, place] of [
      [{}, "text"],
      [{ text: 5 }, "text"],
      [{ text, year: "2026" }, "year"],
      [{ text, year: 99999 }, "year"],
    ] as const) {
      expect(JSON.parse((await post("/api/schedules/read", body)).text)).toMatchObject({
        code: "bad-input",
        detail: place,
      });
    }
  });

  test("more than 1 MiB of text is too large, counted in bytes", async () => {
    const letters = "ế".repeat(400_000);
    expect(letters.length).toBeLessThan(1024 * 1024);
    const answer = await post("/api/schedules/read", { text: letters });
    expect([answer.status, codeOf(answer)]).toEqual([413, "too-large"]);
    const huge = await post("/api/schedules/read", { text: "x".repeat(9 * 1024 * 1024) });
    expect([huge.status, codeOf(huge)]).toEqual([413, "too-large"]);
  });

  test("a long reading does not hold up anybody else", async () => {
    const long = post("/api/schedules/read", { text: `${text}\n`.repeat(2000) });
    let isRead = false;
    void long.then(() => {
      isRead = true;
    });
    for (let turn = 0; turn < 5; turn++) await call("/healthz");
    expect(isRead).toBe(false);
    expect((await long).status).toBe(200);
  });
});

describe("finding overlaps", () => {
  const item = (line: number, start: string, end: string) => ({
    line,
    date: "2026-11-24",
    start,
    end,
    session: "morning",
    title: `Họp ${line}`,
    chair: ["PCT Nguyễn Văn An"],
    participants: [],
    location: null,
    preparing: [],
  });
  const items = [item(1, "08:00", "09:30"), item(2, "09:00", "10:00"), item(3, "14:00", "15:00")];

  test("who is needed in two places at once is found and explained, without a sign-in", async () => {
    const answer = await post("/api/overlaps/find", { items });
    expect(answer.status).toBe(200);
    const { overlaps } = JSON.parse(answer.text);
    expect(overlaps).toHaveLength(1);
    expect(overlaps[0]).toMatchObject({ a: { line: 1 }, b: { line: 2 }, kind: "person", certainty: "certain" });
    expect(overlaps[0].explanation).toContain("Nguyễn Văn An");
  });

  test("the explanation is in the language asked for, or else the caller's", async () => {
    const explain = async (body: object, language: string) =>
      JSON.parse((await post("/api/overlaps/find", body, { "accept-language": language })).text).overlaps[0]
        .explanation;
    const [vietnamese, english, french] = await Promise.all([
      explain({ items }, "vi"),
      explain({ items }, "en"),
      explain({ items, language: "fr" }, "en"),
    ]);
    expect(new Set([vietnamese, english, french]).size).toBe(3);
    expect(await explain({ items, language: "fr" }, "vi")).toBe(french);
  });

  test("no list of items is bad input; too many are too large", async () => {
    for (const body of [{}, { items: "x" }, { items: null }, []]) {
      expect(codeOf(await post("/api/overlaps/find", body)), JSON.stringify(body)).toBe("bad-input");
    }
    const many = { items: Array.from({ length: 5001 }, () => null) };
    expect(JSON.parse((await post("/api/overlaps/find", many)).text)).toMatchObject({
      code: "too-large",
      detail: "items",
    });
  });

  test("items and directories of any other shape clash with nothing", async () => {
    const odd = { items: [null, 5, "x", {}, { date: 7 }, items[0]], directory: { persons: 3, bodies: [[]] } };
    expect(JSON.parse((await post("/api/overlaps/find", odd)).text)).toEqual({ overlaps: [] });
  });
});
