import type { WebSocket } from "ws";
import { beatMs, feedCloseCode, type ScreenFrame, screenFeedVersion } from "../../shared/protocol/screen-feed.ts";
import { TokenBucket } from "../live/token-bucket.ts";
import type { Clock } from "../observe/clock.ts";
import { screenCut } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import type { CutReason, Meters } from "../observe/meters.ts";
import { screenBufferedMax, screenPingMs, screenRate, screenSilenceMs, screenStalledMs } from "./limits.ts";

type Parts = {
  readonly screen: string;
  readonly credential: string;
  readonly address: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
};

/** One socket of a screen: it is sent views and beats, and nothing that it says is listened to. */
export class FeedLine {
  readonly screen: string;
  readonly credential: string;
  readonly address: string;
  readonly #socket: WebSocket;
  readonly #parts: Parts;
  readonly #said: TokenBucket;
  #isEnded = false;
  /** The view that it was sent last, without its time. */
  #view: string | null = null;
  #heardMs: number;
  #pingedMs: number;
  #fullSinceMs: number | null = null;
  #isBehind = false;

  constructor(socket: WebSocket, parts: Parts) {
    this.screen = parts.screen;
    this.credential = parts.credential;
    this.address = parts.address;
    this.#socket = socket;
    this.#parts = parts;
    this.#heardMs = parts.clock.now();
    this.#pingedMs = this.#heardMs;
    this.#said = new TokenBucket(screenRate, this.#heardMs);
    socket.on("message", () => this.#noise());
    socket.on("ping", () => this.#noise());
    socket.on("pong", () => this.#hear());
  }

  /** A view was left out. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  hello(build: string): void {
    this.#send({ type: "hello", version: screenFeedVersion, build, nowMs: this.#parts.clock.now() });
  }

  /**
   * Shows it a view, given as JSON; answers whether it was sent. One that it has is not sent again. On a line that does
   * not keep up it is left out: the next one is whole as well, and {@link beat} says when there is room.
   */
  show(view: string): boolean {
    if (view === this.#view) return false;
    this.#isBehind = this.#isFull();
    if (this.#isBehind) return false;
    this.#view = view;
    this.#sendText(`{"type":"view","nowMs":${this.#parts.clock.now()},"view":${view}}`);
    return true;
  }

  /** Every {@link beatMs}: the line stands. A dead or stalled one is cut. */
  beat() {
    const nowMs = this.#parts.clock.now();
    if (nowMs - this.#heardMs > screenSilenceMs) return this.#cut("silent");
    if (this.#isFull()) {
      if (nowMs - (this.#fullSinceMs ?? nowMs) > screenStalledMs) this.#cut("stalled");
      return;
    }
    this.#send({ type: "beat", nowMs });
    if (nowMs - this.#pingedMs < screenPingMs - beatMs / 2) return;
    this.#pingedMs = nowMs;
    this.#socket.ping();
  }

  /** Blank, at once and for good. */
  revoke(): void {
    this.#send({ type: "revoked" });
    this.close(feedCloseCode.unpaired, "no longer paired");
  }

  close(code: number, why: string): void {
    this.#isEnded = true;
    this.#socket.close(code, why);
  }

  #send(frame: ScreenFrame): void {
    this.#sendText(JSON.stringify(frame));
  }

  #sendText(text: string): void {
    if (!this.#isEnded && this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
  }

  #isFull(): boolean {
    const isFull = this.#socket.bufferedAmount > screenBufferedMax;
    if (!isFull) this.#fullSinceMs = null;
    else this.#fullSinceMs ??= this.#parts.clock.now();
    return isFull;
  }

  #hear(): void {
    this.#heardMs = this.#parts.clock.now();
  }

  /** Ignored; but who says much is no screen. */
  #noise(): void {
    this.#hear();
    this.#said.take(1, this.#heardMs);
    if (this.#said.owedMs(this.#heardMs) > 0) this.#cut("flood");
  }

  #cut(why: CutReason): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#parts.meters.cut(why);
    screenCut(this.#parts.log, { why });
    this.#socket.terminate();
  }
}
