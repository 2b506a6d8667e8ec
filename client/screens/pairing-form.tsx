import { createSignal, For, Match, onMount, Show, Switch } from "solid-js";
import type { Screen } from "../../shared/model/screen.ts";
import type { Answer } from "../../shared/protocol/problem.ts";
import type { PairingAsked } from "../../shared/protocol/screen-feed.ts";
import { freshId, timeMs } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { momentText } from "../text/dates.ts";
import { language } from "../text/language.ts";
import { screensWords } from "../text/screens-words.ts";
import { wordsOf } from "../text/words.ts";
import { codeIn, newDraft, type ScreenDraft, screenOf, wrongIn } from "./screen-draft.ts";
import { ScreenForm } from "./screen-form.tsx";

const words = wordsOf(screensWords);
const asNew = "new";

/** Letting a screen in by the code it shows: find it, see what it is, name it, or send it away. */
export function PairingForm(props: { readonly code: string; onPaired(name: string): void }) {
  const { screens } = useBoard();
  const [code, setCode] = createSignal(props.code);
  const [asked, setAsked] = createSignal<PairingAsked | null>(null);
  const [said, setSaid] = createSignal<string | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  let input!: HTMLInputElement; // set by ref before mounting

  /** Asks the server, one question at a time; says what went wrong. */
  const ask = async <Value,>(question: () => Promise<Answer<Value>>): Promise<Value | null> => {
    setBusy(true);
    setSaid(null);
    const answer = await question();
    setBusy(false);
    if (answer.kind === "answered") return answer.value;
    setSaid(answer.kind === "problem" ? answer.title : words().unreachable);
    return null;
  };
  const look = async () => {
    const letters = codeIn(code());
    if (letters === null) return setSaid(words().noCode);
    setAsked(await ask(() => screens.asked(letters)));
  };
  const again = (saying: string | null) => {
    setAsked(null);
    setCode("");
    setSaid(saying);
    input.focus();
  };
  onMount(() => (codeIn(props.code) === null ? input.focus() : void look()));
  return (
    <section class="screens-pairing" aria-label={words().pairNew}>
      <h2>{words().pairNew}</h2>
      <p>{words().noneHow(`${location.host}/screen`)}</p>
      <form
        class="screens-code"
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <label>
          {words().code}
          <input
            ref={input}
            class="field"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={12}
            placeholder={words().codeHint}
            value={code()}
            disabled={asked() !== null}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <Show
          when={asked()}
          fallback={
            <button type="submit" class="btn" data-tone="primary" disabled={isBusy()}>
              {isBusy() ? words().looking : words().look}
            </button>
          }
        >
          <button type="button" class="btn" onClick={() => again(null)}>
            {words().otherCode}
          </button>
        </Show>
      </form>
      <p class="screens-said" role="alert">
        {said()}
      </p>
      <Show when={asked()}>
        {(found) => (
          <LetIn
            asked={found()}
            isBusy={isBusy()}
            onPair={async (screen) => {
              if ((await ask(() => screens.letIn(codeIn(code()) ?? "", screen))) === null) return;
              again(null);
              props.onPaired(screen.name);
            }}
            onDeny={async () => {
              if ((await ask(() => screens.deny(codeIn(code()) ?? ""))) !== null) again(words().denied);
            }}
          />
        )}
      </Show>
    </section>
  );
}

type LetInProps = {
  readonly asked: PairingAsked;
  readonly isBusy: boolean;
  onPair(screen: Screen): void;
  onDeny(): void;
};

/** What asks to be let in, and as what. */
function LetIn(props: LetInProps) {
  const { screens, actor } = useBoard();
  const [draft, setDraft] = createSignal<ScreenDraft>(newDraft(language()));
  const [as, setAs] = createSignal(asNew);
  const old = () => screens.list().find(({ id }) => id === as());
  const pair = () => props.onPair(old() ?? screenOf(draft(), { id: freshId(), actor, atMs: timeMs() }));
  return (
    <div class="screens-asked">
      <h3>{words().asksIn}</h3>
      <p class="screens-warn">{words().onlyIfHere}</p>
      <dl>
        <dt>{words().device}</dt>
        <dd>{props.asked.device}</dd>
        <Show when={props.asked.size}>
          <dt>{words().size}</dt>
          <dd>{props.asked.size}</dd>
        </Show>
        <dt>{words().address}</dt>
        <dd>{props.asked.address}</dd>
        <dt>{words().asked}</dt>
        <dd>{momentText(props.asked.askedMs)}</dd>
      </dl>
      <Show when={screens.list().length > 0}>
        <label class="screens-as">
          {words().pairAs}
          <select class="field" value={as()} onChange={(event) => setAs(event.currentTarget.value)}>
            <option value={asNew}>{words().asNew}</option>
            <For each={screens.list()}>{({ id, name }) => <option value={id}>{words().asOld(name)}</option>}</For>
          </select>
        </label>
      </Show>
      <Show when={!old()}>
        <ScreenForm draft={draft()} onChange={(patch) => setDraft((before) => ({ ...before, ...patch }))} />
      </Show>
      <div class="screens-acts">
        <button
          type="button"
          class="btn"
          data-tone="primary"
          disabled={props.isBusy || (!old() && wrongIn(draft()) !== null)}
          onClick={pair}
        >
          <Switch fallback={words().pair}>
            <Match when={props.isBusy}>{words().pairing}</Match>
          </Switch>
        </button>
        <button type="button" class="btn" disabled={props.isBusy} onClick={() => props.onDeny()}>
          {words().deny}
        </button>
      </div>
    </div>
  );
}
