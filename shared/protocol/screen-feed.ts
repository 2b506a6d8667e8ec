/**
 * What a paired screen is sent over `/screen-feed`: one JSON text frame each, down only (a screen says nothing but pings).
 * Every view is whole: a lost frame costs nothing, and a screen that comes back needs no history. Words are ready to be
 * shown, in the screen's own language: a screen knows neither directory nor document, and what is withheld was never put in.
 */

import type { ItemStatus } from "../model/item.ts";
import type { OfficeId } from "../model/office.ts";
import type { Certainty } from "../model/overlap.ts";
import type { ScreenMode } from "../model/screen.ts";

/** Raised whenever a frame changes its form; a screen of another version reloads. */
export const screenFeedVersion = 1;

export type ScreenFrame =
  /**
   * First of all. `build` names the client that the server has, as the screen's page names its own in `meta[name=build]`;
   * empty where there is no built client. A screen that runs another reloads itself.
   */
  | { readonly type: "hello"; readonly version: number; readonly build: string; readonly nowMs: number }
  /** What is to be seen now. At most {@link viewsPerSecondMax} a second. */
  | { readonly type: "view"; readonly nowMs: number; readonly view: ScreenView }
  /** Every {@link beatMs}: the line stands and nothing has changed. */
  | { readonly type: "beat"; readonly nowMs: number }
  /** The screen is no longer paired: it goes blank at once, forgets, and offers a new code. */
  | { readonly type: "revoked" };

/**
 * Why the server closes a `/screen-feed` socket. After every code but `unpaired` a screen keeps what it shows and comes back
 * by itself, after a moment of its own.
 */
export const feedCloseCode = {
  /** The server goes away or restarts. */
  restarting: 1012,
  /** The store cannot be asked who this is, or there are too many screens. */
  unavailable: 1013,
  /** No credential, or one that opens nothing (any more): the screen forgets what it has and offers a new code. */
  unpaired: 4401,
} as const;

export const viewsPerSecondMax = 10;
export const beatMs = 4_000;

/**
 * `distance`, `theme`, `night` as in `Screen`; `room` by name. In its night the server sends a screen `blank` (and what was
 * chosen after the night began), so `night` is only for a screen that has lost the server.
 */
export type ScreenSetting = {
  readonly name: string;
  readonly room: string | null;
  readonly language: "vi" | "en" | "fr";
  readonly theme: "light" | "dark";
  readonly distance: number;
  readonly night: { readonly fromMin: number; readonly toMin: number } | null;
};

export type ScreenView = {
  readonly setting: ScreenSetting;
  readonly mode: ScreenMode;
  /** Who chose this, and when. */
  readonly driver: { readonly name: string; readonly atMs: number };
  readonly isFrozen: boolean;
  readonly turn: number;
  readonly show: ScreenShow;
};

export type ScreenShow =
  | { readonly of: "blank" }
  | { readonly of: "calibrate" }
  | ProgrammeShow
  | TodayShow
  | OverlapsShow
  | JointShow
  /** Follows the joint session, and there is none. */
  | { readonly of: "no-session"; readonly next: ProgrammeShow | null };

/** A week, part by part: a day, or half of one. Parts without a line are there too. */
export type ProgrammeShow = {
  readonly of: "programme";
  /** "Chương trình công tác tuần 48". */
  readonly title: string;
  readonly parts: readonly Part[];
  /** Which part holds now; null when none does. */
  readonly now: number | null;
};

/** Two parts, lines that go on now and those that come next today. */
export type TodayShow = {
  readonly of: "today";
  readonly title: string;
  readonly now: readonly Line[];
  readonly next: readonly Line[];
};

export type Part = {
  readonly key: string;
  readonly title: string;
  readonly day: string;
  readonly lines: readonly Line[];
};

/** One item. `key` is the same while it is the same item. */
export type Line = {
  readonly key: string;
  /** "14:00", "14:00–16:30", "Chiều", "Cả ngày". */
  readonly hour: string;
  readonly office: OfficeId;
  readonly officeName: string;
  /** The matter; "Bận" where it is withheld. */
  readonly matter: string;
  /** Who chairs or comes, and where; null where nothing is said or may be. */
  readonly who: string | null;
  readonly where: string | null;
  readonly status: ItemStatus;
  readonly isUnexpected: boolean;
  readonly isWithheld: boolean;
  /** The worst overlap that is not settled. */
  readonly mark: Certainty | null;
  /** What was changed within the last minute: hour or place as they were, so that it can be shown old → new. */
  readonly was: {
    readonly atMs: number;
    readonly hour: string | null;
    readonly where: string | null;
    readonly who: string | null;
  } | null;
  /** Somebody in the joint session holds it, over this hour: a ghost, not yet a fact. `reason`: what it would clash with there. */
  readonly ghost: { readonly by: string; readonly hour: string; readonly reason: string | null } | null;
};

/** The overlaps still open, worst first. */
export type OverlapsShow = { readonly of: "overlaps"; readonly title: string; readonly rows: readonly OverlapRow[] };
export type OverlapRow = {
  readonly key: string;
  readonly certainty: Certainty;
  readonly word: string;
  /** The sentence of the reason; where one side is withheld, without a name. */
  readonly reason: string;
  readonly a: Line & { readonly day: string };
  readonly b: (Line & { readonly day: string }) | null;
};

/** One step of the joint session. */
export type JointShow = {
  readonly of: "joint";
  /** "Trùng lịch 2 / 8". */
  readonly title: string;
  /** "Họp chung tuần 48 · đ/c Thu Hằng dẫn". */
  readonly subtitle: string;
  readonly certainty: Certainty | null;
  readonly reason: string;
  readonly sides: readonly (Line & { readonly day: string })[];
  readonly offers: readonly {
    readonly number: number;
    readonly words: string;
    readonly isTaken: boolean;
    readonly isFree: boolean;
  }[];
  /** What was decided about this step already. */
  readonly decided: string | null;
  readonly decidedCount: number;
  readonly leftCount: number;
};

/**
 * Pairing (RFC 8628 in shape). `POST /api/screens/pairing` → {@link Pairing}; the screen shows `code` and the address, keeps
 * `secret` to itself and asks `POST /api/screens/pairing/token {"secret"}` every `intervalSeconds`: 400 with code `authorization-pending`,
 * `slow-down`, `expired-token` or `access-denied`; 200 `{"screen": id}` once, with the cookie of the screen.
 */
export type Pairing = {
  readonly secret: string;
  /** "BCD-FGH": six consonants; case and hyphen do not matter. */
  readonly code: string;
  /** Path that a signed-in person opens, code included. */
  readonly path: string;
  readonly expiresInSeconds: number;
  readonly intervalSeconds: number;
};

/** What a signed-in person is shown before letting a screen in: `GET /api/screens/pairing/<code>`. */
export type PairingAsked = {
  readonly device: string;
  readonly size: string | null;
  readonly address: string;
  readonly askedMs: number;
  readonly expiresMs: number;
};

/** When a paired screen was last there, where from, and whether it is there now. */
export type Seen = { readonly seenMs: number; readonly address: string; readonly isConnected: boolean };

/** The screens that were ever there, by id: `GET /api/screens/seen`. */
export type SeenById = Readonly<Record<string, Seen>>;
