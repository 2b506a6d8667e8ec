import { type Accessor, createSignal, onCleanup } from "solid-js";
import type { ScreenFrame, ScreenView } from "../../shared/protocol/screen-feed.ts";
import { later, nowMs, randomBetween, timeMs } from "../clock.ts";
import { type FeedState, renewEveryMs } from "./feed.ts";
import { type FeedLine, makeFeedLine } from "./feed-line.ts";
import { forgetView, keepView, keptView, mayReload, rememberReload } from "./view-keep.ts";

/** The line of this page to the server, as signals. */
export type Link = {
  readonly state: Accessor<FeedState["at"]>;
  /** The newest view; null before there was one, and once the screen is no longer paired. */
  readonly view: Accessor<ScreenView | null>;
  /** When something was last heard: by a clock that never goes back, and as milliseconds since 1970 by the server's clock. */
  readonly heard: Accessor<{ readonly onMs: number; readonly atMs: number } | null>;
  readonly paired: () => void;
};

/** Lives as long as its owner. */
export function createLink(): Link {
  const kept = keptView();
  const keptForMs = kept ? Math.max(0, timeMs() - kept.keptAtMs) : 0;
  const [state, setState] = createSignal<FeedState["at"]>("joining");
  const [view, setView] = createSignal<ScreenView | null>(kept?.view ?? null);
  const [heard, setHeard] = createSignal(kept ? { onMs: nowMs() - keptForMs, atMs: kept.heardAtMs } : null);

  let isUnkept = false;
  const keep = () => {
    const [now, last] = [view(), heard()];
    if (isUnkept && now && last) keepView({ view: now, heardAtMs: last.atMs, keptAtMs: timeMs() });
    isUnkept = false;
  };
  const frame = (one: ScreenFrame) => {
    if (one.type === "revoked") return;
    setHeard({ onMs: nowMs(), atMs: one.nowMs });
    if (one.type === "view") {
      const isFirst = view() === null;
      setView(one.view);
      isUnkept = true;
      // Ten views a second are not ten writes a second: the rest is kept with the next beat, and when the page goes.
      if (isFirst) keep();
    }
    if (one.type === "beat") keep();
  };
  const forget = () => {
    isUnkept = false;
    setView(null);
    setHeard(null);
    forgetView();
  };

  const line = makeFeedLine({
    open: openSocket,
    isAlive,
    mayRenew: (build) => isOther(build) && mayReload(`build ${build}`, timeMs(), renewEveryMs),
    reload(build) {
      rememberReload(`build ${build}`, timeMs());
      keep();
      location.reload();
    },
    later,
    between: (leastMs, belowMs) => randomBetween(leastMs, belowMs),
    told: { state: ({ at }) => setState(at), frame, forget },
  });
  onCleanup(wakes(line));
  onCleanup(() => line.stop());
  addEventListener("pagehide", keep);
  onCleanup(() => removeEventListener("pagehide", keep));
  return { state, view, heard, paired: line.paired };
}

/** Whether the server answers: asked before every reload, since a reload that nobody answers is an empty wall for good. */
export async function isAlive(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** In development nothing is stamped, and nothing is loaded anew for it. */
function isOther(build: string): boolean {
  const own = document.querySelector<HTMLMetaElement>("meta[name=build]")?.content ?? "unbuilt";
  return own !== "unbuilt" && build !== "" && own !== build;
}

function openSocket(heard: { onFrame(text: string): void; onLost(code: number): void }): () => void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/screen-feed`);
  socket.onmessage = ({ data }) => heard.onFrame(String(data));
  socket.onclose = ({ code }) => heard.onLost(code);
  return () => socket.close();
}

function wakes(line: FeedLine): () => void {
  const woken = () => document.visibilityState === "visible" && line.woken();
  addEventListener("online", woken);
  document.addEventListener("visibilitychange", woken);
  return () => {
    removeEventListener("online", woken);
    document.removeEventListener("visibilitychange", woken);
  };
}
