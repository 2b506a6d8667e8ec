/** A screen on a wall as the server knows one: it is paired by its code, keeps its cookie and hears its feed. */
import { WebSocket } from "ws";
import { screenEntries, setShow } from "../../shared/document/screens.ts";
import type { Screen, Show } from "../../shared/model/screen.ts";
import type { Pairing, ScreenFrame, ScreenView } from "../../shared/protocol/screen-feed.ts";
import type { LiveBoard, Tab } from "./live-board.ts";

type At = { readonly board: Pick<LiveBoard, "url"> };

/** `POST` with a JSON body, as a page of the server would. */
export async function post(url: string, body: unknown = {}, cookie = ""): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
}

export const huongDrives = { id: "huong", name: "Trần Thị Hương" } as const;

/** A screen's entry, as its officer writes it before claiming it. */
export function screenEntry(id: string, more: Partial<Screen> = {}): Screen {
  return {
    id,
    name: "Phòng họp 1",
    modes: ["session", "week", "today", "overlaps"],
    language: "vi",
    theme: "light",
    distance: 6,
    paired: { by: huongDrives, atMs: 1 },
    show: { mode: "week", by: "day", isFrozen: false, turn: 0, driver: huongDrives, atMs: 1 },
    ...more,
  };
}

/** Writes a screen's entry from a tab in which the directory is open; resolves once it is saved. */
export async function putScreen(directory: Tab, entry: Screen): Promise<void> {
  directory.doc.transact(() => screenEntries.put(directory.doc, entry));
  await directory.saved();
}

/** Chooses what a screen shows, as Hương does from her desk. */
export function drive(directory: Tab, id: string, show: Partial<Show>): void {
  const before = screenEntries.read(directory.doc).get(id)?.show ?? screenEntry(id).show;
  directory.doc.transact(() => setShow(directory.doc, id, { ...before, driver: huongDrives, ...show }));
}

/** Begins a pairing; the screen is let in as `screen` by whoever has `cookie`, and answers its own cookie. */
export async function pair({ board, cookie, screen }: At & { readonly cookie: string; readonly screen: string }) {
  const pairing = (await (await post(`${board.url}/api/screens/pairing`)).json()) as Pairing;
  const claimed = await post(`${board.url}/api/screens/pairing/${pairing.code}/claim`, { screen }, cookie);
  if (!claimed.ok) throw new Error(`not claimed: ${await claimed.text()}`);
  const handed = await post(`${board.url}/api/screens/pairing/token`, { secret: pairing.secret });
  return handed.headers.get("set-cookie")?.split(";")[0] ?? "";
}

export type WallScreen = {
  readonly socket: WebSocket;
  /** Every text that came, as it came. */
  readonly texts: readonly string[];
  /** Cookies that came with the answer to the upgrade. */
  readonly renewed: Promise<readonly string[]>;
  /** Resolves with the close code. */
  readonly ended: Promise<number>;
  /** The newest view, null before the first. */
  view(): ScreenView | null;
  /** Resolves with the first frame, of those that came and those that come, for which it holds. */
  until(holds: (frame: ScreenFrame) => boolean): Promise<ScreenFrame>;
  /** Resolves with the newest view once it holds of it. */
  shows(holds: (view: ScreenView) => boolean): Promise<ScreenView>;
};

export function openFeed({ board, cookie }: At & { readonly cookie: string }): WallScreen {
  const socket = new WebSocket(`${board.url.replace("http", "ws")}/screen-feed`, { headers: cookie ? { cookie } : {} });
  const texts: string[] = [];
  const frames: ScreenFrame[] = [];
  const waiting = new Set<() => void>();
  socket.on("message", (data: Buffer) => {
    texts.push(data.toString());
    frames.push(JSON.parse(data.toString()) as ScreenFrame);
    for (const look of waiting) look();
  });
  socket.on("error", () => {});
  const soon = <T>(find: () => T | null): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find();
        if (found === null) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const view = () => {
    const last = frames.findLast((frame) => frame.type === "view");
    return last?.type === "view" ? last.view : null;
  };
  return {
    socket,
    texts,
    view,
    renewed: new Promise((resolve) => socket.once("upgrade", ({ headers }) => resolve(headers["set-cookie"] ?? []))),
    ended: new Promise((resolve) => socket.once("close", resolve)),
    until: (holds) => soon(() => frames.find(holds) ?? null),
    shows: (holds) =>
      soon(() => {
        const now = view();
        return now && holds(now) ? now : null;
      }),
  };
}
