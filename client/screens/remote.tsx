import "./remote.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Screen, ScreenMode } from "../../shared/model/screen.ts";
import { timeMs, todayInHanoi } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { daysShown } from "../document/days-shown.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { SelectField } from "../parts/select-field.tsx";
import { screensWords } from "../text/screens-words.ts";
import { wordsOf } from "../text/words.ts";
import { modesOf, modeWish, otherDriver, type Wish, wishOfKey } from "./driving.ts";

const words = wordsOf(screensWords);

/** The remote control: which screen, what it shows, pages, freeze, blank. It stays beside the board while one works. */
export function Remote(props: { readonly onClose: () => void }) {
  const { screens } = useBoard();
  const desk = useDesk();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const screen = createMemo(() => screens.list().find(({ id }) => id === chosen()) ?? screens.list()[0]);
  let root!: HTMLElement; // set by ref before mounting
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    props.onClose();
  };
  return (
    <section ref={root} class="remote" aria-label={words().cast} on:keydown={close}>
      <div class="remote-head">
        <Icon name="screen" />
        <h2>{words().cast}</h2>
        <button type="button" class="icon-btn" aria-label={words().close} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </div>
      <Show
        when={screen()}
        fallback={
          <>
            <p>{words().none}</p>
            <p>{words().noneHow(`${location.host}/screen`)}</p>
          </>
        }
      >
        {(found) => (
          <>
            <Show when={screens.list().length > 1} fallback={<b class="remote-name">{found().name}</b>}>
              <SelectField
                label={words().title}
                value={found().id}
                options={screens.list().map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setChosen}
              />
            </Show>
            <Driving screen={found()} />
          </>
        )}
      </Show>
      <button
        type="button"
        class="remote-manage"
        onClick={() => {
          props.onClose();
          desk.go({ view: "screens", code: null });
        }}
      >
        {screens.list().length > 0 ? words().manage : words().pairNew}
      </button>
    </section>
  );
}

/** What one screen shows. Somebody else who drives it is asked for once, before anything is changed. */
function Driving(props: { readonly screen: Screen }) {
  const board = useBoard();
  const desk = useDesk();
  /** What was to be done when somebody else was found driving. */
  const [asked, setAsked] = createSignal<{ readonly wish: Wish; readonly name: string } | null>(null);
  let modeBefore: ScreenMode = "today";
  const show = (wish: Wish) => {
    setAsked(null);
    const { mode } = props.screen.show;
    if (mode !== "blank") modeBefore = mode;
    board.screens.show(props.screen.id, wish);
  };
  const wants = (wish: Wish) => {
    const name = otherDriver(props.screen, board.actor.id, timeMs());
    if (name === null) show(wish);
    else setAsked({ wish, name });
  };
  const choose = (mode: ScreenMode) => {
    const today = todayInHanoi();
    const { joined, running } = board.joint;
    const session = running().find(({ id }) => id === joined()?.id) ?? running()[0];
    const lookedAt = daysShown(desk.place())[0] ?? today;
    wants(modeWish(mode, { lookedAt, session: session?.scope ?? null, today }));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) return;
    const wish = wishOfKey(event.key, props.screen, modeBefore);
    if (!wish) return;
    event.preventDefault();
    event.stopPropagation();
    wants(wish);
  };
  const press = (key: string) => {
    const wish = wishOfKey(key, props.screen, modeBefore);
    if (wish) wants(wish);
  };
  // Nothing is disabled while blank: a button that loses the focus would take the keys with it.
  const isBlank = () => props.screen.show.mode === "blank";
  return (
    <div class="remote-screen" role="group" aria-label={props.screen.name} on:keydown={onKey}>
      <p class="remote-driver">
        {props.screen.show.driver.id === board.actor.id
          ? words().youDrive
          : words().drives(props.screen.show.driver.name)}
        <Show when={board.saving().kind === "offline"}>
          <span role="status"> · {words().notSaved}</span>
        </Show>
      </p>
      <Show when={asked()}>
        {(taking) => (
          <div class="remote-ask" role="alertdialog" aria-label={words().take}>
            <p>{words().takeAsk(taking().name)}</p>
            <button type="button" class="btn" data-tone="primary" onClick={() => show(taking().wish)}>
              {words().take}
            </button>
            <button type="button" class="btn" onClick={() => setAsked(null)}>
              {words().cancel}
            </button>
          </div>
        )}
      </Show>
      <div class="remote-modes" role="group" aria-label={words().mayShow}>
        <For each={modesOf(props.screen)}>
          {(mode) => (
            <button
              type="button"
              class="btn"
              aria-pressed={props.screen.show.mode === mode}
              title={mode === "week" ? words().weekShown : undefined}
              onClick={() => choose(mode)}
            >
              {words().modes[mode]}
            </button>
          )}
        </For>
      </div>
      <Show when={props.screen.show.mode === "week"}>
        <SelectField
          label={words().by}
          value={props.screen.show.by}
          options={(["day", "half-day"] as const).map((value) => ({
            value,
            label: `${words().by} ${words().bys[value]}`,
          }))}
          onChange={(by) => wants({ by })}
        />
      </Show>
      <div class="remote-pages">
        <button type="button" class="btn" aria-label={words().before} onClick={() => press("ArrowLeft")}>
          <Icon name="chevron-left" />
        </button>
        <button type="button" class="btn" aria-label={words().next} onClick={() => press("ArrowRight")}>
          <Icon name="chevron-right" />
        </button>
        <button type="button" class="btn" aria-pressed={props.screen.show.isFrozen} onClick={() => press("f")}>
          {words().freeze}
        </button>
        <button type="button" class="btn" aria-pressed={isBlank()} onClick={() => press("b")}>
          {isBlank() ? words().unblank : words().blank}
        </button>
      </div>
      <p class="remote-keys">{words().keys}</p>
    </div>
  );
}
