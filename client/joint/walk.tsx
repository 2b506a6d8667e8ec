import "./walk.css";
import "./walk-lists.css";
import { createEffect, createMemo, createSignal, Index, Match, on, onMount, Show, Switch } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { Icon } from "../parts/icon.tsx";
import { jointWords } from "../text/joint-words.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { AgendaList } from "./agenda-list.tsx";
import { DecisionLog } from "./decision-log.tsx";
import { leading } from "./leading-now.ts";
import { scopeName } from "./scope.ts";
import type { Seating } from "./seating.ts";
import { TopicView } from "./topic-view.tsx";
import { type TopicEntry, topicPlace } from "./topics.ts";

const words = wordsOf(walkWords);
const joint = wordsOf(jointWords);

/** The walk through the agenda: the topic, large; the agenda; what was decided. */
export function Walk(props: { readonly session: JointSession; readonly seating: Seating }) {
  const { board, leads, follows, unfollow } = props.seating;
  /** The topic one looks at by oneself; null: that of the walk. */
  const [looked, look] = createSignal<string | null>(null);
  const [isWide, setWide] = createSignal(false);
  let section!: HTMLElement; // set by ref before mounting
  const topics = () => props.session.topics;
  const stepTopic = createMemo(() => props.session.step?.topic ?? null);
  const shown = createMemo(() => topics().find(({ id }) => id === (looked() ?? stepTopic())) ?? null);
  const state = (topic: (typeof props.session.topics)[number]) => board.joint.topicState(props.session, topic).state;
  // Following, or leading on, one is back at the walk's own topic.
  createEffect(on([stepTopic, follows, leads], () => (leads() || follows()) && look(null)));
  onMount(() => section.focus({ preventScroll: true }));
  const shownId = createMemo(() => shown()?.id);
  createEffect(on(shownId, () => section.parentElement?.scrollTo({ top: 0 }), { defer: true }));
  /** After a click the keys are the walk's again: Enter settles what was chosen, and presses no button a second time. */
  const giveKeysBack = (event: MouseEvent) => {
    const held = document.activeElement;
    if (event.detail > 0 && held instanceof HTMLButtonElement && section.contains(held))
      section.focus({ preventScroll: true });
  };
  const goTo = (id: string) => {
    if (leads()) return leading()?.goTo(id);
    unfollow();
    look(id === stepTopic() ? null : id);
  };
  return (
    <section
      ref={section}
      class="walk"
      data-wide={isWide() ? "" : undefined}
      aria-label={words().title}
      tabindex="-1"
      on:click={giveKeysBack}
    >
      <WalkHead
        session={props.session}
        shown={shown()}
        isWide={isWide()}
        onWiden={() => setWide(!isWide())}
        seating={props.seating}
      />
      <div class="walk-main">
        <div class="walk-track" aria-hidden="true">
          <Index each={topics()}>
            {(topic) => <i data-state={state(topic())} data-now={topic().id === stepTopic() ? "" : undefined} />}
          </Index>
        </div>
        <Show when={looked() !== null}>
          <p class="walk-note">
            {words().looking}{" "}
            <button type="button" class="walk-link" onClick={() => look(null)}>
              {words().backToStep}
            </button>
          </p>
        </Show>
        <Switch fallback={<Between session={props.session} seating={props.seating} />}>
          <Match when={shown()}>
            {(topic) => <TopicView topic={topic()} session={props.session} seating={props.seating} />}
          </Match>
        </Switch>
      </div>
      <div class="walk-beside">
        <AgendaList session={props.session} shown={shown()?.id ?? null} seating={props.seating} onGo={goTo} />
        <DecisionLog session={props.session} seating={props.seating} />
      </div>
    </section>
  );
}

function WalkHead(props: {
  readonly session: JointSession;
  readonly shown: TopicEntry | null;
  readonly isWide: boolean;
  onWiden(): void;
  readonly seating: Seating;
}) {
  const { desk, leads } = props.seating;
  return (
    <div class="panel-bar">
      <h2 aria-live="polite">
        <Show when={props.shown} fallback={joint().title(scopeName(props.session.scope))}>
          {(topic) => <>{topicPlace(topic(), props.session.topics)}</>}
        </Show>
        <Show when={props.shown}>
          <small>{joint().title(scopeName(props.session.scope))}</small>
        </Show>
      </h2>
      <Show when={leads()}>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().before}
          title={words().before}
          onClick={() => leading()?.step(-1)}
        >
          <Icon name="chevron-left" />
        </button>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().after}
          title={words().after}
          onClick={() => leading()?.step(1)}
        >
          <Icon name="chevron-right" />
        </button>
      </Show>
      <button
        type="button"
        class="icon-btn walk-widen"
        aria-pressed={props.isWide}
        aria-label={props.isWide ? words().narrow : words().wide}
        title={props.isWide ? words().narrow : words().wide}
        onClick={() => props.onWiden()}
      >
        <Icon name="screen" />
      </button>
      <button
        type="button"
        class="icon-btn"
        aria-label={words().closePanel}
        title={words().closePanel}
        onClick={() => desk.showSide("none")}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Before the first topic, after the last, and where there is none. */
function Between(props: { readonly session: JointSession; readonly seating: Seating }) {
  const { board, leads } = props.seating;
  const states = createMemo(() =>
    props.session.topics.map((topic) => board.joint.topicState(props.session, topic).state),
  );
  const count = (state: string) => states().filter((one) => one === state).length;
  return (
    <div class="walk-between">
      <Switch>
        <Match when={props.session.topics.length === 0}>
          <p class="walk-between-title">{words().empty}</p>
        </Match>
        <Match when={props.session.step === null}>
          <p class="walk-between-title">{words().atStart}</p>
          <Show when={leads()} fallback={<p>{words().startWait(props.session.lead.person.name)}</p>}>
            <p>{words().startLead(props.session.topics.length)}</p>
            <button type="button" class="btn" data-tone="primary" onClick={() => leading()?.step(1)}>
              {words().start} <kbd>→</kbd>
            </button>
          </Show>
        </Match>
        <Match when={true}>
          <p class="walk-between-title">{words().atEnd}</p>
          <p>{words().endSays(count("decided"), count("open"))}</p>
        </Match>
      </Switch>
    </div>
  );
}
