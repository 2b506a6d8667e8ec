import { Match, Show, Switch } from "solid-js";
import type { JointShow } from "../../shared/protocol/screen-feed.ts";
import { nowMs } from "../clock.ts";
import type { ScreenWords } from "../text/screen-words.ts";
import type { Player } from "./create-player.ts";
import type { StageProps } from "./stage.tsx";

export type FootProps = StageProps & {
  readonly head: JointShow | null;
  readonly player: Player;
  readonly words: ScreenWords;
};

/** In larger letters a step leaves no room for the name of a room in which everybody sits. */
const placeUpTo = 6.5;

/** Where the screen hangs, how far one is, who drives, how late it is; and, before all of these, that the line is lost. */
export function Foot(props: FootProps) {
  const pages = () => props.player.composition().pages.length;
  const isHeld = () => props.player.playing().isHeld;
  return (
    <footer class="foot">
      <Show when={!props.head || props.view.setting.distance <= placeUpTo}>
        <span class="foot-place">{props.view.setting.room ?? props.view.setting.name}</span>
      </Show>
      <Show when={props.head}>
        {(head) => <span>{props.words.progress(head().decidedCount, head().leftCount)}</span>}
      </Show>
      <Show when={pages() > 1}>
        <span>
          {props.player.playing().index + 1} / {pages()}
        </span>
      </Show>
      <Bar {...props} pages={pages()} />
      <Switch>
        <Match when={props.view.isFrozen}>
          <span class="foot-sign">{props.words.frozen}</span>
        </Match>
        <Match when={isHeld()}>
          <span class="foot-sign">{props.words.held}</span>
        </Match>
      </Switch>
      <Show when={props.lost} fallback={<span class="foot-driver">{props.words.driving(props.view.driver.name)}</span>}>
        {(lost) => (
          <span class="foot-lost" role="status">
            {props.words.lost(lost().since, lost().at)}
          </span>
        )}
      </Show>
      <span class="foot-clock">{props.clock}</span>
    </footer>
  );
}

/** In the session, how much of the agenda is decided; otherwise, when the next page comes. Nothing where nothing moves. */
function Bar(props: FootProps & { readonly pages: number }) {
  const runs = () => props.pages > 1 && !props.view.isFrozen && !props.player.playing().isHeld;
  const share = () => {
    const { decidedCount = 0, leftCount = 0 } = props.head ?? {};
    return decidedCount + leftCount === 0 ? 0 : decidedCount / (decidedCount + leftCount);
  };
  const span = () => {
    const { sinceMs, dueMs } = props.player.playing();
    return `${sinceMs} ${dueMs}`;
  };
  return (
    <div class="bar" data-empty={!props.head && !runs() ? "" : undefined}>
      <Switch>
        <Match when={props.head}>
          <div class="bar-fill" style={{ transform: `scaleX(${share()})` }} />
        </Match>
        <Match when={runs() && span()} keyed>
          {(_span) => <Run sinceMs={props.player.playing().sinceMs} dueMs={props.player.playing().dueMs} />}
        </Match>
      </Switch>
    </div>
  );
}

/** Fills in hundred steps: a picture that changes sixty times a second is work for a small machine, and nothing to see. */
function Run(props: { readonly sinceMs: number; readonly dueMs: number }) {
  const begunMs = () => Math.max(0, nowMs() - props.sinceMs);
  return (
    <div
      class="bar-fill"
      data-runs=""
      style={{
        "animation-duration": `${Math.max(1, props.dueMs - props.sinceMs)}ms`,
        "animation-delay": `${-begunMs()}ms`,
      }}
    />
  );
}
