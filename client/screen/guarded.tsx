import { createSignal, ErrorBoundary, type JSX, onCleanup, Show } from "solid-js";
import type { ScreenView } from "../../shared/protocol/screen-feed.ts";
import { every, later, timeMs } from "../clock.ts";
import { isAlive } from "./link.ts";
import { mayReload, rememberReload } from "./view-keep.ts";

/** A view that has stood for so long without an error is one to go back to. */
const goodAfterMs = 2_000;
const askEveryMs = 15_000;
/** A fault that comes back after a reload is not mended by the next one. */
const reloadEveryMs = 10 * 60_000;

/**
 * Draws a view. Where that fails, the last view that could be drawn stands instead, the next one is tried, and the page loads
 * itself anew once the server answers. Only where there never was a good one, a sentence says so.
 */
export function Guarded(props: {
  readonly view: ScreenView;
  readonly sorry: string;
  readonly children: (view: () => ScreenView) => JSX.Element;
}) {
  const [bad, setBad] = createSignal<ScreenView | null>(null);
  let good: ScreenView | null = null;
  let stopProving = () => {};
  onCleanup(() => stopProving());
  const prove = (view: ScreenView) => {
    stopProving();
    stopProving = later(goodAfterMs, () => {
      good = view;
    });
  };
  const shown = () => (props.view === bad() ? good : props.view);
  onCleanup(every(askEveryMs, () => bad() && void reloadOnceAlive()));
  return (
    <Show when={shown()} fallback={<div class="alone">{props.sorry}</div>}>
      {(view) => (
        <ErrorBoundary
          fallback={(error, reset) => {
            reportError(error);
            stopProving();
            // A good view that cannot be drawn any more is none.
            if (view() === good) good = null;
            setBad(props.view);
            queueMicrotask(reset);
            return null;
          }}
        >
          <Proving view={view()} prove={prove} />
          {props.children(view)}
        </ErrorBoundary>
      )}
    </Show>
  );
}

function Proving(props: { readonly view: ScreenView; readonly prove: (view: ScreenView) => void }) {
  const proved = () => {
    props.prove(props.view);
    return null;
  };
  return <>{proved()}</>;
}

async function reloadOnceAlive(): Promise<void> {
  if (!mayReload("error", timeMs(), reloadEveryMs) || !(await isAlive())) return;
  rememberReload("error", timeMs());
  location.reload();
}
