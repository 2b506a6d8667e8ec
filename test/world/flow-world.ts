/** A server, a browser, and the people who sit before it: one of each per file, nothing left open between tests. */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startChromium } from "./chromium.ts";
import { type FlowContent, type FlowServer, type FlowStore, startFlowServer } from "./flow-server.ts";
import { createPerson, type Person, type PersonId, type Screen } from "./person.ts";

export type FlowWorld = {
  readonly server: () => FlowServer;
  /** Somebody sits down before their own browser and is signed in. */
  enters(as: PersonId, screen?: Screen): Promise<Person>;
  /** Somebody with a browser that was never here. */
  comes(screen?: Screen): Promise<Person>;
  /** In this test the browsers may complain about answers that do not come, or come with an error. */
  mayMissAnswers(): void;
};

const viewports = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const desk: Screen = { size: "desk" };
/** A bound for what hangs: on a busy machine a page may open ten times slower than alone. */
const waitMaxMs = 45_000;
/** The last: the stock provider answers a message also on a line that is closing already, and Chromium says so. */
const isAboutNetwork =
  /Failed to load resource|WebSocket connection to|net::ERR_|Failed to fetch|ServiceWorker|WebSocket is already in CLOSING/;

/** Starts the world before the tests of a file and ends it after them. After each test, no browser may have complained. */
export function useFlowWorld(content: FlowContent = "small city", storeKind: FlowStore = "embedded"): FlowWorld {
  let server: FlowServer;
  let browser: Browser;
  let isAnswerMissed = false;
  /** Everybody keeps their browser over the tests of a file, as in life; each test begins with a new page in it. */
  const browserOf = new Map<string, BrowserContext>();
  const people: Person[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startFlowServer(content, storeKind), startChromium()]);
  });
  afterEach(async () => {
    const here = people.splice(0);
    await Promise.all(here.map(({ page }) => page.close()));
    // Whatever a test did not come to: the next one finds a server.
    await server.isStartedAgain();
    const allowed = isAnswerMissed ? isAboutNetwork : null;
    isAnswerMissed = false;
    const complaints = here.flatMap((person) => person.complaints);
    expect(complaints.filter((text) => !allowed?.test(text))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const newBrowser = async (screen: Screen) => {
    const isPhone = screen.size === "phone";
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: viewports[screen.size],
      locale: "vi-VN",
      hasTouch: isPhone,
      isMobile: isPhone,
      // Motion is for eyes: what moves cannot be measured or caught.
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(waitMaxMs);
    return context;
  };
  const signIn = async (context: BrowserContext, as: PersonId) => {
    const headers = { origin: server.url };
    const answer = await context.request.post("/api/sign-in/demo", { data: { as }, headers });
    expect(answer.status()).toBe(200);
  };
  const sits = async (context: BrowserContext, screen: Screen) => {
    const person = createPerson({ page: await context.newPage(), screen });
    people.push(person);
    return person;
  };

  return {
    server: () => server,
    mayMissAnswers: () => {
      isAnswerMissed = true;
    },
    comes: async (screen = desk) => sits(await newBrowser(screen), screen),
    async enters(as, screen = desk) {
      const known = browserOf.get(`${as} ${screen.size}`);
      if (known) return sits(known, screen);
      const context = await newBrowser(screen);
      browserOf.set(`${as} ${screen.size}`, context);
      await signIn(context, as);
      return sits(context, screen);
    },
  };
}
