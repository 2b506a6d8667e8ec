import "../style/fonts.css";
import "./tokens.css";
import "./screen.css";
import { createMemo, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { render } from "solid-js/web";
import { every, later, nowMs, timeMs } from "../clock.ts";
import { language } from "../text/language.ts";
import { screenWords } from "../text/screen-words.ts";
import { durationText, hourAt } from "./durations.ts";
import { ageShownMs } from "./feed.ts";
import { Guarded } from "./guarded.tsx";
import { keepAwake, restCursor } from "./heal.ts";
import { createLink } from "./link.ts";
import { isNight } from "./night.ts";
import { PairingPage } from "./pairing-page.tsx";
import { Stage } from "./stage.tsx";

/** How long the name of whoever paired the screen stands. */
const greetingMs = 5_000;

/** The screen of a meeting room: a client of its own that shows what it is sent, and needs nobody. */
function ScreenPage() {
  const link = createLink();
  const [tick, setTick] = createSignal(nowMs());
  onCleanup(every(1_000, () => setTick(nowMs())));
  onCleanup(keepAwake());
  onCleanup(restCursor());

  /** The hour by the clock of the server, as far as one was heard: that of a box on a wall may say anything. */
  const atMs = () => {
    const heard = link.heard();
    return heard ? heard.atMs + (tick() - heard.onMs) : timeMs();
  };
  const lost = createMemo(() => {
    const heard = link.heard();
    const silentForMs = heard ? tick() - heard.onMs : 0;
    if (!heard || silentForMs < ageShownMs) return null;
    return { since: durationText(silentForMs), at: hourAt(heard.atMs) };
  });
  const isDark = createMemo(() => {
    const view = link.view();
    return view !== null && isNight(view, atMs());
  });
  const clock = createMemo(() => hourAt(atMs()));
  const [isGreeting, setIsGreeting] = createSignal(false);
  const onPaired = () => {
    setIsGreeting(true);
    link.paired();
  };

  return (
    <Switch fallback={<Waiting link={link} />}>
      <Match when={link.state() === "unpaired"}>
        <div data-theme="light">
          <PairingPage words={screenWords[language()]} onPaired={onPaired} />
        </div>
      </Match>
      <Match when={link.view()}>
        {(view) => (
          <Guarded view={view()} sorry={screenWords[view().setting.language].recovering}>
            {(shown) => (
              <>
                <Stage view={shown()} isDark={isDark()} clock={clock()} lost={lost()} />
                <Show when={isGreeting()}>
                  <Greeting
                    theme={shown().setting.theme}
                    words={screenWords[shown().setting.language].pairing.pairedBy(shown().driver.name)}
                    onOver={() => setIsGreeting(false)}
                  />
                </Show>
              </>
            )}
          </Guarded>
        )}
      </Match>
    </Switch>
  );
}

/** Before there is anything to be shown. */
function Waiting(props: { readonly link: ReturnType<typeof createLink> }) {
  const words = () => screenWords[language()];
  return (
    <div data-theme="light" class="alone">
      {props.link.state() === "away" ? words().unreachable : words().joining}
    </div>
  );
}

function Greeting(props: { readonly theme: string; readonly words: string; readonly onOver: () => void }) {
  onCleanup(later(greetingMs, () => props.onOver()));
  return (
    <div class="greeting" data-theme={props.theme} role="status">
      {props.words}
    </div>
  );
}

const root = document.getElementById("screen");
if (root) render(() => <ScreenPage />, root);
