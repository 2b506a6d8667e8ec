import "./minutes.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { minutesOf } from "../../shared/rules/minutes.ts";
import { may } from "../../shared/rules/rights.ts";
import { type MinutesText, minutesToText } from "../../shared/text/minutes-words.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { language } from "../text/language.ts";
import { minutesPageWords } from "../text/minutes-page-words.ts";
import { wordsOf } from "../text/words.ts";
import { placeOfScope } from "./scope.ts";

const words = wordsOf(minutesPageWords);

/** What a joint session decided, as a document: read here, printed, or taken along as a file. */
export function MinutesPage(props: { readonly year: number; readonly session: string }) {
  const board = useBoard();
  const session = () => board.joint.session(props.session);
  return (
    <Show
      when={session()}
      fallback={
        <p class="empty" role="status">
          {board.isOpening(props.year) ? words().opening : words().missing}
        </p>
      }
    >
      {(found) => <Minutes session={found()} year={props.year} />}
    </Show>
  );
}

function Minutes(props: { readonly session: JointSession; readonly year: number }) {
  const board = useBoard();
  const desk = useDesk();
  /** Printed and taken along it goes to others: what is withheld stays so until an editor wants it shown. */
  const [isShown, show] = createSignal(false);
  const textOf = (mayReadWithheld: boolean) => {
    const { session } = props;
    const difficulties = board.joint.difficulties.of(session.scope);
    const isOpen: Parameters<typeof minutesOf>[0]["isOpen"] = (topic) =>
      board.joint.topicState(session, topic).state === "open";
    const minutes = minutesOf({ session, difficulties, item: board.store.item, isOpen, mayReadWithheld });
    return minutesToText(minutes, { names: board.names(), language: language() });
  };
  const masked = createMemo(() => textOf(false));
  const whole = createMemo(() => (may(board.actor, "meet") ? textOf(true) : masked()));
  const hasWithheld = () => JSON.stringify(masked()) !== JSON.stringify(whole());
  const text = () => (isShown() ? whole() : masked());
  const isRunning = () => board.joint.running().some(({ id }) => id === props.session.id);
  const isOffline = () => board.saving().kind === "offline";
  const fileOf = (name: string) =>
    `/api/joint-sessions/${props.year}/${props.session.id}/${name}?language=${language()}${isShown() ? "&withheld=show" : ""}`;
  return (
    <section class="minutes" aria-label={words().title}>
      <div class="minutes-tools">
        <button type="button" class="btn" onClick={() => desk.go(placeOfScope(props.session.scope))}>
          <Icon name="chevron-left" /> {words().back}
        </button>
        <h2>{words().title}</h2>
        <Show when={hasWithheld()}>
          <label class="minutes-withheld">
            <input type="checkbox" checked={isShown()} onChange={(event) => show(event.currentTarget.checked)} />
            {words().withheld}
          </label>
        </Show>
        <button type="button" class="btn" data-tone="primary" onClick={() => window.print()}>
          <Icon name="print" /> {words().print}
        </button>
        <For each={["docx", "json"] as const}>
          {(kind) => (
            <a
              class="btn"
              href={isOffline() ? undefined : fileOf(`minutes.${kind}`)}
              download=""
              aria-disabled={isOffline() ? "true" : undefined}
              title={isOffline() ? words().offline : undefined}
            >
              {kind === "docx" ? words().docx : words().data}
            </a>
          )}
        </For>
      </div>
      <Show when={props.session.closed === null}>
        <p class="minutes-note" role="status">
          {isRunning() ? words().goesOn : words().left}
        </p>
      </Show>
      <Sheet text={text()} />
    </section>
  );
}

/** The sheet in the official form. */
function Sheet(props: { readonly text: MinutesText }) {
  return (
    <article class="minutes-sheet">
      <header class="minutes-head">
        <div class="minutes-offices minutes-rule">
          <For each={props.text.offices}>{(office) => <b>{office}</b>}</For>
        </div>
        <div>
          <b>{props.text.country}</b>
          <b class="minutes-motto">{props.text.motto}</b>
        </div>
        <p class="minutes-number">{props.text.number}</p>
        <p class="minutes-day">{props.text.placeAndDay}</p>
      </header>
      <div class="minutes-title">
        <h3>{props.text.title}</h3>
        <p class="minutes-rule">{props.text.about}</p>
      </div>
      <For each={props.text.sections}>
        {(section) => (
          <section class="minutes-section">
            <h4>{section.heading}</h4>
            <Show when={section.isNumbered} fallback={<For each={section.lines}>{(line) => <p>{line}</p>}</For>}>
              <ol>
                <For each={section.lines}>{(line) => <li>{line}</li>}</For>
              </ol>
            </Show>
          </section>
        )}
      </For>
      <footer class="minutes-foot">
        <div class="minutes-copies">
          <b>{words().recipients}</b>
          <For each={props.text.recipients}>{(line) => <p>{line}</p>}</For>
        </div>
        <For each={props.text.signers}>
          {(signer) => (
            <div class="minutes-signer">
              {signer.title}
              <span>{signer.name}</span>
            </div>
          )}
        </For>
      </footer>
    </article>
  );
}
