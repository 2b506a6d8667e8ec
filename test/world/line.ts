import type { Page, WebSocketRoute } from "playwright-core";
import { messageType } from "../../shared/protocol/message.ts";

/** The line between one page and the server. A broken one is tried again by the page itself. */
export type Line = {
  /** It breaks, and stays broken. */
  isCut(): Promise<void>;
  isWhole(): void;
  /** What the page says arrives; what the server says does not. */
  isDeaf(): void;
  /** Resolves when a deaf line has swallowed a message of a type. */
  swallows(type: keyof typeof messageType): Promise<void>;
  /** Something goes out on it that is no message. */
  carriesRubbish(): void;
};

/** Any code that the page comes back from by itself. */
const brokenLine = 3000;

/** Puts a hand on the line of a page, before it goes anywhere. */
export async function takeLine(page: Page): Promise<Line> {
  let state: "whole" | "cut" | "deaf" = "whole";
  const swallowed = new Set<number>();
  const waiting = new Set<() => void>();
  const swallow = (message: string | Buffer) => {
    if (typeof message === "string") return;
    swallowed.add(message[0] ?? 0);
    for (const check of waiting) check();
  };
  const sockets = new Map<WebSocketRoute, WebSocketRoute>();
  await page.routeWebSocket(/\/sync\//, (ours) => {
    if (state === "cut") return void ours.close({ code: brokenLine });
    const theirs = ours.connectToServer();
    sockets.set(ours, theirs);
    theirs.onMessage((message) => {
      if (state === "deaf") swallow(message);
      else ours.send(message);
    });
    ours.onMessage((message) => theirs.send(message));
    ours.onClose(() => {
      sockets.delete(ours);
      void theirs.close();
    });
    theirs.onClose((code) => {
      sockets.delete(ours);
      void ours.close({ code: code ?? brokenLine });
    });
  });
  return {
    async isCut() {
      state = "cut";
      const broken = [...sockets];
      sockets.clear();
      await Promise.all(broken.flatMap(([ours, theirs]) => [ours.close({ code: brokenLine }), theirs.close()]));
    },
    isWhole: () => {
      state = "whole";
    },
    isDeaf: () => {
      state = "deaf";
    },
    swallows(type) {
      return new Promise((resolve) => {
        const check = () => {
          if (!swallowed.has(messageType[type])) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
    carriesRubbish() {
      for (const theirs of sockets.values()) theirs.send(Buffer.from([250, 250, 250]));
    },
  };
}
