import "./screens.css";
import { createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import type { Screen } from "../../shared/model/screen.ts";
import type { SeenById } from "../../shared/protocol/screen-feed.ts";
import { may } from "../../shared/rules/rights.ts";
import { every } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import type { Screens } from "../document/screens.ts";
import { Icon } from "../parts/icon.tsx";
import { thisWeek } from "../place.ts";
import { screensWords } from "../text/screens-words.ts";
import { wordsOf } from "../text/words.ts";
import { PairingForm } from "./pairing-form.tsx";
import { ScreenRow } from "./screen-row.tsx";

const words = wordsOf(screensWords);
const seenEveryMs = 5_000;

/** The paired screens: what each shows, who drives it, whether it is there; and letting a new one in. */
export function ScreensPage(props: { readonly code: string | null }) {
  const { screens, actor } = useBoard();
  const desk = useDesk();
  const mayDrive = may(actor, "drive-screen");
  const seen = mayDrive ? createSeen(screens) : () => null;
  const [paired, setPaired] = createSignal<string | null>(null);
  const ids = createMemo(() => screens.list().map(({ id }) => id), [], { equals: isSameList });
  const screenOf = (id: string) => screens.list().find((screen) => screen.id === id);
  return (
    <section class="screens-page" aria-label={words().title}>
      <div class="screens-head">
        <h1>{words().title}</h1>
        <button type="button" class="btn" onClick={() => desk.go(thisWeek())}>
          <Icon name="chevron-left" />
          {words().back}
        </button>
      </div>
      <Show when={mayDrive} fallback={<p class="empty">{words().guest}</p>}>
        <PairingForm
          code={props.code ?? ""}
          onPaired={(name) => {
            setPaired(name);
            desk.go({ view: "screens", code: null });
          }}
        />
        <p class="screens-done" role="status">
          <Show when={paired()}>{(name) => words().paired(name())}</Show>
        </p>
        <Show when={ids().length > 0} fallback={<p class="empty">{words().none}</p>}>
          <ul class="screens-list">
            <For each={ids()}>
              {(id) => <Show when={screenOf(id)}>{(screen) => <ScreenRow screen={screen()} seen={seen()} />}</Show>}
            </For>
          </ul>
        </Show>
      </Show>
    </section>
  );
}

/** Who of them is there, asked every few seconds while somebody looks; null until it is known. */
function createSeen(screens: Screens) {
  const [seen, setSeen] = createSignal<SeenById | null>(null);
  const look = async () => {
    const answer = await screens.seen();
    setSeen(answer.kind === "answered" ? answer.value : null);
  };
  void look();
  onCleanup(every(seenEveryMs, () => void look()));
  return seen;
}

function isSameList(a: readonly Screen["id"][], b: readonly Screen["id"][]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
