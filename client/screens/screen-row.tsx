import { createSignal, Match, Show, Switch } from "solid-js";
import type { Screen, ScreenMode } from "../../shared/model/screen.ts";
import type { SeenById } from "../../shared/protocol/screen-feed.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { momentText } from "../text/dates.ts";
import { screensWords } from "../text/screens-words.ts";
import { wordsOf } from "../text/words.ts";
import { DistanceField } from "./distance-field.tsx";
import { draftOf, withDraft, wrongIn } from "./screen-draft.ts";
import { ScreenForm } from "./screen-form.tsx";

const words = wordsOf(screensWords);

type Doing = "settings" | "repair" | "revoke" | "calibrate" | null;

/** One paired screen: how it stands, and what can be done with it. */
export function ScreenRow(props: { readonly screen: Screen; readonly seen: SeenById | null }) {
  const board = useBoard();
  const [doing, setDoing] = createSignal<Doing>(null);
  const toggle = (what: Exclude<Doing, null>) => setDoing((before) => (before === what ? null : what));
  const room = () => (props.screen.room ? board.names().of(`room:${props.screen.room}`).name : null);
  /** The screen shows the page to measure by for as long as somebody sets it here, then what it showed. */
  let modeBefore: ScreenMode = "blank";
  const calibrate = () => {
    const begins = doing() !== "calibrate";
    if (begins) modeBefore = props.screen.show.mode === "calibrate" ? "blank" : props.screen.show.mode;
    board.screens.show(props.screen.id, { mode: begins ? "calibrate" : modeBefore });
    toggle("calibrate");
  };
  return (
    <li class="screens-row" data-connected={props.seen?.[props.screen.id]?.isConnected ? "" : undefined}>
      <div class="screens-row-head">
        <Icon name="screen" />
        <h2>{props.screen.name}</h2>
        <Show when={room()}>{(name) => <span>{name()}</span>}</Show>
        <SeenState id={props.screen.id} seen={props.seen} />
      </div>
      <p class="screens-row-show">
        {words().modes[props.screen.show.mode]}
        <Show when={props.screen.show.isFrozen}> · {words().frozen}</Show> ·{" "}
        {props.screen.show.driver.id === board.actor.id
          ? words().youDrive
          : words().drives(props.screen.show.driver.name)}
      </p>
      <div class="screens-acts">
        <Act label={words().settings} isOn={doing() === "settings"} onClick={() => toggle("settings")} />
        <Act label={words().calibrate} isOn={doing() === "calibrate"} onClick={calibrate} />
        <Act label={words().repair} isOn={doing() === "repair"} onClick={() => toggle("repair")} />
        <Act label={words().revoke} isOn={doing() === "revoke"} tone="danger" onClick={() => toggle("revoke")} />
      </div>
      <Switch>
        <Match when={doing() === "settings"}>
          <Settings screen={props.screen} onDone={() => setDoing(null)} />
        </Match>
        <Match when={doing() === "calibrate"}>
          <div class="screens-doing">
            <p>{words().calibrateHint}</p>
            <DistanceField
              value={props.screen.distance}
              onChange={(distance) => board.screens.put({ ...props.screen, distance })}
            />
            <button type="button" class="btn" data-tone="primary" onClick={calibrate}>
              {words().calibrateDone}
            </button>
          </div>
        </Match>
        <Match when={doing() === "repair"}>
          <p class="screens-doing">{words().repairHow(`${location.host}/screen`)}</p>
        </Match>
        <Match when={doing() === "revoke"}>
          <Revoke screen={props.screen} onNot={() => setDoing(null)} />
        </Match>
      </Switch>
    </li>
  );
}

function Act(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly tone?: "danger";
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="btn"
      data-size="small"
      data-tone={props.tone}
      aria-expanded={props.isOn}
      onClick={() => props.onClick()}
    >
      {props.label}
    </button>
  );
}

function SeenState(props: { readonly id: string; readonly seen: SeenById | null }) {
  const text = () => {
    if (!props.seen) return words().seenUnknown;
    const own = props.seen[props.id];
    if (!own) return words().neverSeen;
    return own.isConnected ? words().connected : words().lastSeen(momentText(own.seenMs));
  };
  return <span class="screens-seen">{text()}</span>;
}

function Settings(props: { readonly screen: Screen; onDone(): void }) {
  const { screens } = useBoard();
  const [draft, setDraft] = createSignal(draftOf(props.screen));
  const save = () => {
    screens.put(withDraft(props.screen, draft()));
    props.onDone();
  };
  return (
    <form
      class="screens-doing"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ScreenForm draft={draft()} onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))} />
      <div class="screens-acts">
        <button type="submit" class="btn" data-tone="primary" disabled={wrongIn(draft()) !== null}>
          {words().save}
        </button>
        <button type="button" class="btn" onClick={() => props.onDone()}>
          {words().cancel}
        </button>
      </div>
    </form>
  );
}

/** Cannot be taken back: the screen would have to be paired again. So it asks. */
function Revoke(props: { readonly screen: Screen; onNot(): void }) {
  const { screens } = useBoard();
  const desk = useDesk();
  const revoke = () => {
    const { id, name } = props.screen;
    screens.remove(id);
    desk.say({ text: words().revoked(name) });
  };
  return (
    <div class="screens-doing" role="alertdialog" aria-label={words().revoke}>
      <p>{words().revokeAsk(props.screen.name)}</p>
      <div class="screens-acts">
        <button type="button" class="btn" data-tone="danger" onClick={revoke}>
          {words().revokeYes}
        </button>
        <button type="button" class="btn" onClick={() => props.onNot()}>
          {words().cancel}
        </button>
      </div>
    </div>
  );
}
