import { createMemo, For, onCleanup, Show } from "solid-js";
import { nowMs } from "../clock.ts";
import { screenWords } from "../text/screen-words.ts";
import { BlockView } from "./block-view.tsx";
import type { Book } from "./book.ts";
import { compose } from "./composition.ts";
import { createPlayer } from "./create-player.ts";
import { createRoom } from "./create-room.ts";
import { Foot } from "./foot.tsx";
import type { Look } from "./line-row.tsx";
import { makeMeasurer } from "./measurer.ts";
import { actOfKey, type Digits, type RemoteAct } from "./remote-keys.ts";
import type { StageProps } from "./stage.tsx";
import { StepHead } from "./step.tsx";
import { bodyPx, layoutOf } from "./type-size.ts";

/** A book being paged through: its title, the page, and the line at the foot. */
export function BookPages(props: StageProps & { readonly book: Book }) {
  const words = () => screenWords[props.view.setting.language];
  let roomElement: HTMLElement | undefined;
  let host: HTMLDivElement | undefined;
  const room = createRoom(() => roomElement);
  const layout = createMemo(() => {
    const { widthPx, heightPx } = room();
    const emPx = bodyPx(props.view.setting.distance, window.innerHeight);
    return { widthPx, heightPx, emPx, form: layoutOf(widthPx, emPx), language: props.view.setting.language };
  });
  const measurer = createMemo(() => (layout().heightPx > 0 && host ? makeMeasurer(host) : null));

  const player = createPlayer({
    book: () => props.book,
    turn: () => props.view.turn,
    isFrozen: () => props.view.isFrozen,
    composed(book, wasOf) {
      const { heightPx } = layout();
      const ruler = measurer();
      // Fonts that came since: what was measured is no longer so.
      room().revision;
      if (!ruler) return { pages: [], tight: new Set() };
      const measuring: Look = { words: words(), wasOf };
      return compose(book, {
        measurer: ruler,
        roomPx: heightPx,
        wasOf,
        drawBlock: (block) => <BlockView block={block} look={measuring} />,
        drawHead: (show, isTight) => <StepHead show={show} look={measuring} isTight={isTight} />,
      });
    },
  });
  createRemote(player.act);

  const look: Look = {
    get words() {
      return words();
    },
    wasOf: player.wasOf,
  };
  const page = () => player.composition().pages[player.playing().index];
  const section = createMemo(() => props.book.sections.find(({ key }) => key === page()?.section));
  const blocks = createMemo(() => {
    const keys = new Set(page()?.keys);
    return section()?.blocks.filter(({ key }) => keys.has(key)) ?? [];
  });
  return (
    <>
      <header class="top">
        <h1 class="top-title" data-mark={section()?.head?.certainty ?? undefined}>
          {section()?.title}
        </h1>
        <span class="top-subtitle">{section()?.subtitle}</span>
      </header>
      <main class="room" data-layout={layout().form} ref={roomElement}>
        <div class="measure" ref={host} aria-hidden="true" />
        <Show when={player.playing().sinceMs + 1} keyed>
          {(_page) => (
            <div class="page">
              <Show when={section()?.head}>
                {(head) => (
                  <StepHead show={head()} look={look} isTight={player.composition().tight.has(section()?.key ?? "")} />
                )}
              </Show>
              <For each={blocks()}>{(block) => <BlockView block={block} look={look} />}</For>
            </div>
          )}
        </Show>
      </main>
      <Foot {...props} head={section()?.head ?? null} player={player} words={words()} />
    </>
  );
}

/** The remote control, for as long as the owner lives. */
function createRemote(act: (one: RemoteAct) => void): void {
  let digits: Digits | null = null;
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const found = actOfKey(event.key, digits, nowMs());
    if (!found) return;
    event.preventDefault();
    digits = found[1];
    act(found[0]);
  };
  window.addEventListener("keydown", onKey);
  onCleanup(() => window.removeEventListener("keydown", onKey));
}
