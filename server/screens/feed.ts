/**
 * The screens of this process: who may come in, what each is sent, and when it is told that it is no longer paired. Views
 * are made from durable documents, and only while a screen is there to see them.
 */
import type { WebSocket } from "ws";
import type { Screen } from "../../shared/model/screen.ts";
import { documentNameToText } from "../../shared/protocol/document-name.ts";
import type { SeenById } from "../../shared/protocol/screen-feed.ts";
import { beatMs, feedCloseCode, viewsPerSecondMax } from "../../shared/protocol/screen-feed.ts";
import type { Rooms } from "../live/rooms.ts";
import type { Clock } from "../observe/clock.ts";
import { credentialUnknown, screenRevoked } from "../observe/events.ts";
import type { Log } from "../observe/log.ts";
import { gaugeText, totalText } from "../observe/measures.ts";
import { type Meters, named } from "../observe/meters.ts";
import { type Stop, together } from "../observe/stop.ts";
import type { KeyStore } from "../store/store.ts";
import type { Credentials } from "./credentials.ts";
import { FeedLine } from "./feed-line.ts";
import { FrozenShows } from "./frozen-shows.ts";
import { confirmEveryMs, linesPerScreenMax, scopeIdleMs, screensMax, seenEveryMs } from "./limits.ts";
import { ListedScreens } from "./listed-screens.ts";
import { momentAt } from "./projection/moment.ts";
import type { Wish } from "./projection/project.ts";
import { modeOf, roomNameOf, viewToJson } from "./screen-view.ts";
import { SeenScreens } from "./seen-screens.ts";
import { Shows } from "./shows.ts";

export type FeedParts = {
  readonly rooms: Pick<Rooms, "follow" | "glance" | "reachEnd">;
  readonly board: string;
  readonly keys: KeyStore;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
  /** The script of the screen's page (`ScreenFrame`, hello). */
  readonly build: string;
};

/** Whose socket it is. `nobody`: no screen (any more). `unknown`: nobody can say now. */
export type Admission = { readonly screen: string; readonly credential: string } | "nobody" | "unknown";

const viewEveryMs = 1_000 / viewsPerSecondMax;

export class ScreenFeed {
  readonly #parts: FeedParts;
  readonly #listed: ListedScreens;
  readonly #shows: Shows;
  readonly #seen: SeenScreens;
  readonly #frozen = new FrozenShows();
  readonly #lines = new Map<string, Set<FeedLine>>();
  readonly #stop: Stop;
  #isOpen = true;
  #stopFlush: Stop | null = null;
  #stopTimer: Stop = () => {};
  #flushedMs = Number.NEGATIVE_INFINITY;
  #neededMs = 0;
  #notedMs = 0;
  #viewCount = 0;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    const { rooms, board, clock, keys } = parts;
    this.#shows = new Shows({ rooms, board, clock, onChange: () => this.#changed() });
    this.#seen = new SeenScreens({ keys, clock });
    this.#listed = new ListedScreens({
      ...{ rooms, clock, document: documentNameToText({ kind: "directory", board }) },
      onDirectory: (directory) => this.#shows.setDirectory(directory),
      onScreens: (gone) => this.#screensChanged(gone),
      onPresence: (states) => this.#shows.hear(states),
    });
    this.#stop = together([
      clock.every(beatMs, () => this.#beat()),
      () => this.#listed.stop(),
      () => this.#shows.stop(),
    ]);
  }

  /** Hears which screens are given another credential elsewhere. Rejects as the store does. */
  hearOfOthers(): Promise<Stop> {
    return this.#parts.credentials.onIssue((screen) => void this.#checkCredentials(screen));
  }

  async admit(credential: string | undefined): Promise<Admission> {
    try {
      const screen = await this.#parts.credentials.find(credential);
      return screen !== null && credential !== undefined ? { screen, credential } : "nobody";
    } catch (error) {
      credentialUnknown(this.#parts.log, { why: String(error) });
      return "unknown";
    }
  }

  /** Lets a socket in, or closes it with the reason. */
  enter(socket: WebSocket, admission: Admission, address: string) {
    if (admission === "nobody") return socket.close(feedCloseCode.unpaired, "not paired");
    if (admission === "unknown") return socket.close(feedCloseCode.unavailable, "the store cannot be asked");
    if (!this.#isOpen) return socket.close(feedCloseCode.restarting, "the server restarts");
    if (this.lineCount >= screensMax) {
      this.#parts.meters.turnedAway("process-full");
      return socket.close(feedCloseCode.unavailable, "too many screens");
    }
    const { clock, log, meters, build } = this.#parts;
    const line = new FeedLine(socket, { ...admission, address, clock, log, meters });
    this.#add(line);
    socket.on("close", (code) => {
      meters.closed(code);
      this.#remove(line);
    });
    line.hello(build);
    this.#need();
    if (this.#listed.has(line.screen) === false) void this.#confirm(line.screen);
    this.#changed();
  }

  /** Whether the directory has a screen by now. */
  hasScreen(id: string): Promise<boolean> {
    this.#need();
    return this.#listed.appears(id);
  }

  /** When each screen of the directory was last there. Rejects as the store does. */
  async seen(): Promise<SeenById> {
    this.#need();
    return this.#seen.of(await this.#listed.all());
  }

  get lineCount(): number {
    return this.#lines.values().reduce((sum, lines) => sum + lines.size, 0);
  }

  /** Sends every screen elsewhere; nobody comes in after. */
  close(): void {
    this.#isOpen = false;
    for (const line of this.#all()) {
      // Now, and not when the socket is closed: the store may be by then.
      this.#seen.note(line.screen, line.address, false);
      line.close(feedCloseCode.restarting, "the server restarts");
    }
    this.#stopFlush?.();
    this.#stopTimer();
    this.#stop();
  }

  /** For `/metrics`. */
  text(): string {
    return [
      gaugeText(named("screens", "Screens connected."), this.lineCount),
      totalText(named("screen_views_total", "Views sent to screens."), this.#viewCount),
      totalText(named("screen_shows_total", "Shows computed for them."), this.#shows.computedCount),
    ].join("");
  }

  #all(): FeedLine[] {
    return [...this.#lines.values()].flatMap((lines) => [...lines]);
  }

  /** A screen has one page open, or two for a moment: of more the oldest is a mistake. */
  #add(line: FeedLine): void {
    const lines = this.#lines.get(line.screen) ?? new Set();
    this.#lines.set(line.screen, lines.add(line));
    const [oldest] = lines;
    if (lines.size > linesPerScreenMax) oldest?.close(feedCloseCode.restarting, "opened elsewhere");
    this.#seen.note(line.screen, line.address, true);
  }

  #remove(line: FeedLine): void {
    const lines = this.#lines.get(line.screen);
    if (!lines?.delete(line) || lines.size > 0) return;
    this.#lines.delete(line.screen);
    if (this.#isOpen && this.#listed.has(line.screen) !== false) this.#seen.note(line.screen, line.address, false);
  }

  /** The directory is followed from now on, and for a while after it was last needed. */
  #need(): void {
    this.#neededMs = this.#parts.clock.now();
    if (this.#isOpen) this.#listed.begin();
  }

  #screensChanged(gone: readonly string[]): void {
    for (const id of gone) this.#revoke(id);
    this.#frozen.keepOnly((id) => this.#listed.get(id)?.show.isFrozen === true);
    for (const id of this.#lines.keys()) if (this.#listed.has(id) === false) void this.#confirm(id);
    this.#changed();
  }

  /** A screen that came, or a directory that was read anew, may be ahead of what is known here. */
  async #confirm(id: string): Promise<void> {
    if (await this.#listed.isGone(id)) return this.#revoke(id);
    if (this.#lines.has(id) && this.#listed.has(id) === false)
      this.#parts.clock.after(confirmEveryMs, () => void this.#confirm(id));
  }

  #revoke(id: string): void {
    const { credentials, log } = this.#parts;
    const lines = [...(this.#lines.get(id) ?? [])];
    for (const line of lines) line.revoke();
    screenRevoked(log, { screen: id, lines: lines.length });
    this.#seen.forget(id);
    // When it cannot be ended now, whoever comes with it is sent away again, by its entry that is not there.
    credentials.end(id).catch((error) => credentialUnknown(log, { why: String(error) }));
  }

  async #checkCredentials(screen: string): Promise<void> {
    for (const line of this.#lines.get(screen) ?? []) {
      const isCurrent = await this.#parts.credentials.isCurrent(line.credential, screen);
      if (isCurrent === false) line.revoke();
    }
  }

  /** The first change after a pause is shown at once; then they gather. */
  #changed(): void {
    if (this.#stopFlush || !this.#isOpen || this.#lines.size === 0) return;
    const waitMs = Math.max(0, this.#flushedMs + viewEveryMs - this.#parts.clock.now());
    this.#stopFlush = this.#parts.clock.after(waitMs, () => {
      this.#stopFlush = null;
      this.#flush();
    });
  }

  #flush(): void {
    const { clock } = this.#parts;
    this.#flushedMs = clock.now();
    let untilMs = Number.POSITIVE_INFINITY;
    for (const [id, lines] of this.#lines) {
      const view = this.#viewOf(id);
      if (!view) continue;
      untilMs = Math.min(untilMs, view.untilMs);
      for (const line of lines) if (line.show(view.json)) this.#viewCount++;
    }
    this.#stopTimer();
    // Timers hold 24 days at most.
    const waitMs = Math.min(untilMs - clock.now(), 86_400_000);
    this.#stopTimer = clock.after(Math.max(viewEveryMs, waitMs), () => this.#changed());
  }

  #viewOf(id: string): { readonly json: string; readonly untilMs: number } | null {
    const wished = this.#wishOf(id);
    const seen = wished && this.#shows.see(wished.wish);
    if (!seen) return null;
    const { screen, wish, nightMs } = wished;
    const shown = screen.show.isFrozen ? this.#frozen.hold(id, wish, seen) : this.#frozen.letGo(id, seen);
    const room = roomNameOf(screen, this.#listed.directory);
    const untilMs = Math.min(seen.untilMs, nightMs ?? Number.POSITIVE_INFINITY);
    return { json: viewToJson(screen, { mode: wish.mode, show: shown.json, room }), untilMs };
  }

  /** Null for a screen whose entry cannot be read, as after an update of the program that went wrong: it keeps what it shows. */
  #wishOf(id: string): { readonly screen: Screen; readonly wish: Wish; readonly nightMs: number | null } | null {
    const screen = this.#listed.get(id);
    if (!screen) return null;
    const { mode, untilMs: nightMs } = modeOf(screen, momentAt(this.#parts.clock.now()));
    const { day, by } = screen.show;
    const wish = { mode, day, by, language: screen.language, mayShowWeek: screen.modes.includes("week") };
    return { screen, wish, nightMs };
  }

  #beat(): void {
    const nowMs = this.#parts.clock.now();
    for (const line of this.#all()) line.beat();
    if (this.#all().some(({ isBehind }) => isBehind)) this.#changed();
    this.#shows.tidy([...this.#lines.keys()].flatMap((id) => this.#wishOf(id)?.wish ?? []));
    if (this.#lines.size > 0) this.#neededMs = nowMs;
    else if (nowMs - this.#neededMs > scopeIdleMs) this.#listed.stop();
    if (nowMs - this.#notedMs < seenEveryMs) return;
    this.#notedMs = nowMs;
    for (const line of this.#all()) this.#seen.note(line.screen, line.address, true);
  }
}
