import { createMemo, For, onCleanup, Show } from "solid-js";
import type { ScreenSetting } from "../../shared/protocol/screen-feed.ts";
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
  /** What sizes hang on. The same value while nothing of it has changed: with another, everything is measured anew. */
  const layout = createMemo(
    () => {
      const { distance, language } = props.view.setting;
      const form = layoutOf(room().widthPx, bodyPx(distance, window.innerHeight));
      return { ...room(), distance, language, form };
    },
    undefined,
    { equals: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  const measurer = createMemo(() => {
    if (layout().heightPx === 0 || !host) return null;
    // What is measured must be set as it will be shown, and attributes are written after everything has been computed.
    dress(host, layout());
    return makeMeasurer(host);
  });

  const player = createPlayer({
    book: () => props.book,
    turn: () => props.view.turn,
    isFrozen: () => props.view.isFrozen,
    composed(book, wasOf) {
      const { heightPx } = layout();
      const ruler = measurer();
      if (!ruler) return { pages: [], fits: new Map(), blocks: new Map() };
      const measuring: Look = { words: words(), wasOf };
      return compose(book, {
        measurer: ruler,
        roomPx: heightPx,
        wasOf,
        drawBlock: (block) => <BlockView block={block} look={measuring} />,
        drawHead: (show, fit) => <StepHead show={show} look={measuring} fit={fit} />,
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
  const fit = () => player.composition().fits.get(page()?.section ?? "") ?? "roomy";
  const head = () => (fit() === "apart" ? null : (section()?.head ?? null));
  const blocks = createMemo(() => {
    const keys = new Set(page()?.keys);
    return (
      player
        .composition()
        .blocks.get(page()?.section ?? "")
        ?.filter(({ key }) => keys.has(key)) ?? []
    );
  });
  return (
    <>
      <header class="top">
        <h1 class="top-title">{section()?.title}</h1>
        <span class="top-subtitle">{section()?.subtitle}</span>
      </header>
      <main class="room" data-layout={layout().form} ref={roomElement}>
        <div class="measure" ref={host} aria-hidden="true" />
        <Show when={player.playing().sinceMs + 1} keyed>
          {(_page) => (
            <div class="page">
              <Show when={head()}>{(one) => <StepHead show={one()} look={look} fit={fit()} />}</Show>
              <For each={blocks()}>{(block) => <BlockView block={block} look={look} />}</For>
            </div>
          )}
        </Show>
      </main>
      <Foot {...props} head={section()?.head ?? null} player={player} words={words()} />
    </>
  );
}

type Dress = Pick<ScreenSetting, "language" | "distance"> & { readonly form: string };

/** The attributes that sizes hang on, as the stage and its room have them. */
function dress(host: HTMLElement, { language, distance, form }: Dress): void {
  const stage = host.closest<HTMLElement>(".stage");
  if (!stage || !host.parentElement) return;
  stage.dataset.language = language;
  stage.style.setProperty("--k", String(distance));
  host.parentElement.dataset.layout = form;
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
