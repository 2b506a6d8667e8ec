import "./lobby.css";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { JointSession, Scope } from "../../shared/model/joint-session.ts";
import { may } from "../../shared/rules/rights.ts";
import { daysOfScope, yearOfScope } from "../../shared/rules/scope.ts";
import { yearsOf } from "../document/days-shown.ts";
import { Ask } from "../parts/ask.tsx";
import { Icon } from "../parts/icon.tsx";
import { momentText } from "../text/dates.ts";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";
import { Difficulties } from "./difficulties.tsx";
import { scopeName, scopeOfPlace } from "./scope.ts";
import type { Seating } from "./seating.ts";
import { topicKinds } from "./topics.ts";

const words = wordsOf(jointWords);

/** Where joint sessions begin: those that are on, the one that could be opened for what is looked at, and those before. */
export function Lobby(props: { readonly seating: Seating }) {
  const { board, desk } = props.seating;
  const scope = createMemo(() => scopeOfPlace(desk.place()), null, { equals: (a, b) => a?.period === b?.period });
  return (
    <section class="lobby" aria-label={words().lobby.title} tabindex="-1">
      <div class="panel-bar">
        <h2>{words().lobby.title}</h2>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().lobby.closePanel}
          onClick={() => desk.showSide("none")}
        >
          <Icon name="close" />
        </button>
      </div>
      <Show when={board.joint.running().length > 0}>
        <section>
          <h3>{words().lobby.now}</h3>
          <ul>
            <For each={board.joint.running()}>{(session) => <LiveRow session={session} seating={props.seating} />}</For>
          </ul>
        </section>
      </Show>
      <Show when={scope()} fallback={<p class="empty">{words().lobby.elsewhere}</p>} keyed>
        {(about) => (
          <>
            <Opening scope={about} seating={props.seating} />
            <Difficulties scope={about} seating={props.seating} />
          </>
        )}
      </Show>
      <Past seating={props.seating} />
    </section>
  );
}

function LiveRow(props: { readonly session: JointSession; readonly seating: Seating }) {
  const { opened } = props.session;
  return (
    <li class="lobby-session">
      <div>
        <b>{words().title(scopeName(props.session.scope))}</b>
        <small>
          {words().leads(props.session.lead.person.name)} ·{" "}
          {words().lobby.opened(opened.by.name, momentText(opened.atMs))}
        </small>
      </div>
      <button
        type="button"
        class="btn"
        data-tone="primary"
        onClick={() => {
          props.seating.board.joint.join(props.session.id);
          props.seating.arrive();
        }}
      >
        {words().join}
      </button>
    </li>
  );
}

/** The agenda counted beforehand, and the way to open a session about it. */
function Opening(props: { readonly scope: Scope; readonly seating: Seating }) {
  const { board, arrive } = props.seating;
  const [isAsked, ask] = createSignal(false);
  const agenda = createMemo(() => board.joint.agenda(props.scope));
  const counts = () =>
    topicKinds.flatMap((of) => {
      const count = agenda().filter((topic) => topic.of === of).length;
      return count > 0 ? [{ of, count }] : [];
    });
  const isOn = () => board.joint.running().some(({ scope }) => scope.period === props.scope.period);
  const isOpening = () => yearsOf(daysOfScope(props.scope)).some(board.isOpening);
  const open = () => {
    ask(false);
    board.joint.open(props.scope);
    arrive();
  };
  return (
    <section>
      <h3>{words().title(scopeName(props.scope))}</h3>
      <Show when={!isOpening()} fallback={<p role="status">{words().lobby.opening}</p>}>
        <Show when={agenda().length > 0} fallback={<p class="lobby-lead">{words().lobby.nothing}</p>}>
          <ul class="lobby-counts" aria-label={words().lobby.agenda}>
            <For each={counts()}>{({ of, count }) => <li data-of={of}>{words().lobby.counts[of](count)}</li>}</For>
          </ul>
        </Show>
        <Show
          when={may(board.actor, "meet") && !board.store.isRemembering()}
          fallback={<p class="lobby-lead">{words().lobby.noRight}</p>}
        >
          <Show when={!isOn()} fallback={<p class="lobby-lead">{words().lobby.isOpen}</p>}>
            <button type="button" class="btn" data-tone="primary" onClick={() => ask(true)}>
              <Icon name="people" /> {words().lobby.open(scopeName(props.scope))}
            </button>
          </Show>
        </Show>
      </Show>
      <Show when={isAsked()}>
        <Ask
          question={words().lobby.ask(scopeName(props.scope))}
          yes={words().lobby.openNow}
          no={words().cancel}
          onYes={open}
          onNo={() => ask(false)}
        />
      </Show>
    </section>
  );
}

const pastMax = 12;

function Past(props: { readonly seating: Seating }) {
  const { board, desk } = props.seating;
  const past = createMemo(() =>
    board.joint
      .all()
      .filter(({ closed }) => closed !== null)
      .slice(0, pastMax),
  );
  return (
    <section>
      <h3>{words().lobby.past}</h3>
      <Show when={past().length > 0} fallback={<p class="lobby-lead">{words().lobby.noPast}</p>}>
        <ul>
          <For each={past()}>
            {(session) => (
              <li class="lobby-session">
                <div>
                  <b>{words().title(scopeName(session.scope))}</b>
                  <small>{words().lobby.held(momentText(session.opened.atMs), session.resolutions.length)}</small>
                </div>
                <button
                  type="button"
                  class="btn"
                  data-size="small"
                  onClick={() => desk.go({ view: "minutes", year: yearOfScope(session.scope), session: session.id })}
                >
                  {words().minutes}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
