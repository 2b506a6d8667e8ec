/** A server, a browser, and the people who sit before it: one of each per file, nothing left open between tests. */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startChromium } from "./chromium.ts";
import { type FlowContent, type FlowServer, startFlowServer } from "./flow-server.ts";
import { createPerson, type Person, type PersonId, type Screen } from "./person.ts";

export type FlowWorld = {
  readonly server: () => FlowServer;
  /** Somebody signs in on a browser of their own. */
  enters(as: PersonId, screen?: Partial<Screen>): Promise<Person>;
  /** Somebody comes to the page and has not said who they are. */
  comes(screen?: Partial<Screen>): Promise<Person>;
  /** In this test the browsers may complain about answers that do not come, or come with an error. */
  mayMissAnswers(): void;
};

const viewports = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const waitMaxMs = 20_000;
const isAboutNetwork = /Failed to load resource|WebSocket connection to|net::ERR_|Failed to fetch|ServiceWorker/;

/** Starts the world before the tests of a file and ends it after them. After each test, no browser may have complained. */
export function useFlowWorld(content: FlowContent = "small city"): FlowWorld {
  let server: FlowServer;
  let browser: Browser;
  let isAnswerMissed = false;
  const contexts: BrowserContext[] = [];
  const people: Person[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startFlowServer(content), startChromium()]);
  });
  afterEach(async () => {
    const complaints = people.splice(0).flatMap((person) => person.complaints);
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    // Whatever a test did not come to: the next one finds a server.
    await server.isStartedAgain();
    const allowed = isAnswerMissed ? isAboutNetwork : null;
    isAnswerMissed = false;
    expect(complaints.filter((text) => !allowed?.test(text))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const comes: FlowWorld["comes"] = async (wish = {}) => {
    const screen: Screen = { size: "desk", ...wish };
    const isPhone = screen.size === "phone";
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: viewports[screen.size],
      locale: "vi-VN",
      hasTouch: isPhone,
      isMobile: isPhone,
      // Motion is for eyes: what moves cannot be measured or caught.
      reducedMotion: "reduce",
      bypassCSP: false,
    });
    contexts.push(context);
    context.setDefaultTimeout(waitMaxMs);
    if (screen.language) await context.addInitScript(chooseLanguage, screen.language);
    const person = createPerson({ context, page: await context.newPage(), screen });
    people.push(person);
    return person;
  };

  return {
    server: () => server,
    comes,
    mayMissAnswers: () => {
      isAnswerMissed = true;
    },
    async enters(as, screen) {
      const person = await comes(screen);
      const headers = { origin: server.url };
      const answer = await person.context.request.post("/api/sign-in/demo", { data: { as }, headers });
      expect(answer.status()).toBe(200);
      return person;
    },
  };
}

function chooseLanguage(language: string): void {
  localStorage.setItem("lien-thong.language", language);
}
