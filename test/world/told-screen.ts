/** A screen in a real browser whose server is the test: it is sent what the test says, and nothing else. */
import type { Page, WebSocketRoute } from "playwright-core";
import { type ScreenFrame, type ScreenView, screenFeedVersion } from "../../shared/protocol/screen-feed.ts";
import { noon, viewFrame } from "./screen-views.ts";

export type ToldScreen = {
  readonly page: Page;
  says(frame: ScreenFrame): void;
  shows(view: ScreenView, nowMs?: number): void;
  /** The line breaks; what is opened after it is not answered until `answers`. */
  breaks(): Promise<void>;
  answers(): void;
  /** How often the page has asked for a line. */
  readonly asked: () => number;
};

/** Opens `/screen` in a page of the flow world. `build`: what the server calls the client that it has. */
export async function tellScreen(page: Page, build = ""): Promise<ToldScreen> {
  let line: WebSocketRoute | null = null;
  let isAnswering = true;
  let asked = 0;
  let last: ScreenFrame | null = null;
  const says = (frame: ScreenFrame) => line?.send(JSON.stringify(frame));
  await page.routeWebSocket(/\/screen-feed$/, (opened) => {
    asked += 1;
    if (!isAnswering) return void opened.close({ code: 1012, reason: "restarting" });
    line = opened;
    says({ type: "hello", version: screenFeedVersion, build, nowMs: noon });
    if (last) says(last);
  });
  await page.goto("/screen");
  return {
    page,
    says,
    shows(view, nowMs = noon) {
      last = viewFrame(view, nowMs);
      says(last);
    },
    async breaks() {
      isAnswering = false;
      await line?.close({ code: 1012, reason: "restarting" });
      line = null;
    },
    answers() {
      isAnswering = true;
    },
    asked: () => asked,
  };
}
