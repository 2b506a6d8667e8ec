import type { Day } from "../../shared/kit/day.ts";
import type { Directory } from "../../shared/model/directory.ts";
import type { ScreenShow } from "../../shared/protocol/screen-feed.ts";
import type { Rooms } from "../live/rooms.ts";
import type { Clock } from "../observe/clock.ts";
import { Hands } from "./hands.ts";
import { scopeIdleMs } from "./limits.ts";
import { withChanges } from "./projection/changes.ts";
import { momentAt } from "./projection/moment.ts";
import { project, type Wish } from "./projection/project.ts";
import { Scope } from "./scope.ts";
import { scopeDaysOf } from "./scope-days.ts";

type Parts = {
  readonly rooms: Pick<Rooms, "follow">;
  readonly board: string;
  readonly clock: Clock;
  /** Something that is shown may be another now. */
  readonly onChange: () => void;
};

/** A show, encoded once for all screens that see it. */
export type Shown = {
  readonly json: string;
  /** When it has to be looked at again although nobody changed anything. */
  readonly untilMs: number;
  /** Grows when something that could be spoken of no longer may. */
  readonly withheldCount: number;
};

type Computed = Shown & { readonly show: ScreenShow; readonly version: string; readonly showsHands: boolean };

/**
 * What is shown, computed once for all screens that show the same in one language, and again only when what it was made
 * from has changed or its time is over.
 */
export class Shows {
  readonly #parts: Parts;
  readonly #scopes = new Map<string, { readonly scope: Scope; usedMs: number }>();
  readonly #computed = new Map<string, Computed & { usedMs: number }>();
  readonly #hands = new Hands();
  #directory: Directory | null = null;
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  setDirectory(directory: Directory): void {
    this.#directory = directory;
    for (const { scope } of this.#scopes.values()) scope.setDirectory(directory);
    this.#parts.onChange();
  }

  /** Those who have the board open say something else of themselves. */
  hear(states: () => readonly string[]): void {
    this.#hands.hear(states);
    if (this.#showsHands) this.#parts.onChange();
  }

  /** What a wish looks like now; null while it is not known. */
  see(wish: Wish): Shown | null {
    if (wish.mode === "blank" || wish.mode === "calibrate") return plain[wish.mode];
    const at = momentAt(this.#parts.clock.now());
    const base = this.#scopeOf(scopeDaysOf({ mode: "week", day: wish.day ?? at.today }), at.today);
    if (!base?.isThere) return null;
    // What people in a session have in hand is seen on every page; nobody else's is.
    const running = base.runningSessions(at.nowMs, wish.day)[0] ?? null;
    const session = wish.mode === "session" ? running : null;
    const scope = session ? this.#scopeOf(scopeDaysOf({ mode: "session", scope: session.scope }), at.today) : base;
    if (!scope?.isThere) return null;
    const key = JSON.stringify(wish);
    const before = this.#computed.get(key) ?? null;
    const handsVersion = running ? this.#hands.versionOf(running.id) : "";
    const version = `${scope.version} ${base.version} ${session?.id ?? ""} ${wish.day ?? at.today} ${handsVersion}`;
    if (before && before.version === version && at.nowMs < before.untilMs) {
      before.usedMs = at.nowMs;
      return before;
    }
    this.#count++;
    const projected = project(scope.board(session, running ? this.#hands.of(running.id) : []), wish, at);
    const { show, untilMs } = withChanges(projected, before?.show ?? null, at.nowMs);
    const computed = {
      show,
      untilMs,
      json: JSON.stringify(show),
      version,
      withheldCount: scope.withheldCount,
      showsHands: running !== null,
    };
    this.#computed.set(key, { ...computed, usedMs: at.nowMs });
    return computed;
  }

  /** How often something was computed. */
  get computedCount(): number {
    return this.#count;
  }

  get #showsHands(): boolean {
    return this.#computed.values().some(({ showsHands }) => showsHands);
  }

  /** Lets go of what no screen has shown for a while; `wishes` are those of the screens that are there, changed or not. */
  tidy(wishes: Iterable<Wish>): void {
    for (const wish of wishes) this.see(wish);
    const sinceMs = this.#parts.clock.now() - scopeIdleMs;
    for (const [key, { usedMs }] of this.#computed) if (usedMs < sinceMs) this.#computed.delete(key);
    for (const [key, { scope, usedMs }] of this.#scopes) {
      if (usedMs >= sinceMs) continue;
      scope.stop();
      this.#scopes.delete(key);
    }
  }

  stop(): void {
    for (const { scope } of this.#scopes.values()) scope.stop();
    this.#scopes.clear();
    this.#computed.clear();
  }

  #scopeOf(days: { readonly first: Day; readonly last: Day }, today: Day): Scope | null {
    if (!this.#directory) return null;
    const { rooms, board, clock, onChange } = this.#parts;
    const key = `${days.first} ${days.last}`;
    const known = this.#scopes.get(key);
    if (known) {
      known.usedMs = clock.now();
      known.scope.setToday(today);
      return known.scope;
    }
    const scope = new Scope({ rooms, board, days, directory: this.#directory, today, onChange });
    this.#scopes.set(key, { scope, usedMs: clock.now() });
    return scope;
  }
}

/** These need to know nothing of the board. */
const plain = {
  blank: { json: '{"of":"blank"}', untilMs: Number.POSITIVE_INFINITY, withheldCount: 0 },
  calibrate: { json: '{"of":"calibrate"}', untilMs: Number.POSITIVE_INFINITY, withheldCount: 0 },
} as const satisfies Readonly<Record<string, Shown>>;
