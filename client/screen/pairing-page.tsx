import "./standalone.css";
import { createMemo, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { every, nowMs } from "../clock.ts";
import type { ScreenWords } from "../text/screen-words.ts";
import { durationText } from "./durations.ts";
import { createPairing } from "./pairing-line.ts";
import { qrPath } from "./qr.ts";

/** A screen that nobody knows yet: a code for whoever lets it in. It needs no hand at the screen. */
export function PairingPage(props: { readonly words: ScreenWords; readonly onPaired: () => void }) {
  const state = createPairing(() => props.onPaired());
  const [now, setNow] = createSignal(nowMs());
  onCleanup(every(1_000, () => setNow(nowMs())));
  const shown = () => {
    const current = state();
    return current.at === "shown" ? current : null;
  };
  const pairing = createMemo(() => shown()?.pairing ?? null);
  const isUnheard = () => state().at === "waiting" || shown()?.isHeard === false;
  const words = () => props.words.pairing;
  return (
    <Show when={pairing()} fallback={<div class="alone">{isUnheard() ? words().unheard : words().asking}</div>}>
      {(one) => (
        <main class="pairing">
          <div>
            <h1 class="pairing-title">{words().title}</h1>
            <p>
              {words().how} <span class="pairing-address">{`${location.host}/pair`}</span> {words().type}
            </p>
            <p class="pairing-code">{one().code}</p>
            <Switch>
              <Match when={isUnheard()}>
                <p class="pairing-note" data-tone="lost">
                  {words().unheard}
                </p>
              </Match>
              <Match when={shown()}>
                {(code) => (
                  <p class="pairing-note">{words().left(durationText(Math.max(0, code().untilMs - now())))}</p>
                )}
              </Match>
            </Switch>
          </div>
          <QrCode text={location.origin + one().path} />
        </main>
      )}
    </Show>
  );
}

function QrCode(props: { readonly text: string }) {
  const code = createMemo(() => qrPath(props.text));
  return (
    <svg class="pairing-qr" viewBox={`0 0 ${code().size} ${code().size}`} role="img" aria-label="QR">
      <path d={code().path} />
    </svg>
  );
}
