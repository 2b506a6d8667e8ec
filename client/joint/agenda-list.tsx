import { createMemo, For, Show } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Seating } from "./seating.ts";
import { type TopicEntry, topicKinds, topicTitle } from "./topics.ts";

const words = wordsOf(walkWords);

/** All topics by group, each with what became of it. A click goes there (who leads) or only looks. */
export function AgendaList(props: {
  readonly session: JointSession;
  /** The topic that is shown. */
  readonly shown: string | null;
  readonly seating: Seating;
  onGo(topic: string): void;
}) {
  const topics = () => props.session.topics;
  const groups = createMemo(() =>
    topicKinds.flatMap((of) => {
      const ids = topics().flatMap((topic) => (topic.of === of ? [topic.id] : []));
      return ids.length > 0 ? [{ of, ids }] : [];
    }),
  );
  const topicOf = (id: string) => topics().find((topic) => topic.id === id);
  return (
    <Show when={topics().length > 0}>
      <section class="walk-fold">
        <h3>
          {words().agenda} <b>{topics().length}</b>
        </h3>
        <div class="walk-list">
          <For each={groups().map(({ of }) => of)}>
            {(of) => (
              <>
                <h4>{words().group[of]}</h4>
                <For each={groups().find((group) => group.of === of)?.ids ?? []}>
                  {(id) => (
                    <Show when={topicOf(id)}>
                      {(topic) => <Row {...props} topic={topic()} number={topics().indexOf(topic()) + 1} />}
                    </Show>
                  )}
                </For>
              </>
            )}
          </For>
        </div>
      </section>
    </Show>
  );
}

const signs: Readonly<Record<TopicEntry["of"], IconName>> = {
  overlap: "certain",
  lacking: "question",
  late: "clock",
  unexpected: "bell",
  difficulty: "hint",
};

function Row(props: {
  readonly session: JointSession;
  readonly topic: TopicEntry;
  readonly number: number;
  readonly shown: string | null;
  readonly seating: Seating;
  onGo(topic: string): void;
}) {
  const { board, leads } = props.seating;
  const told = createMemo(() => board.joint.topicState(props.session, props.topic));
  const state = () => told().state;
  const title = () => topicTitle(props.topic, props.session, board);
  const says = () => {
    const verdict = told().resolution?.verdict;
    return verdict && state() !== "gone"
      ? `${words().state[state()]}: ${words().verdict[verdict]}`
      : words().state[state()];
  };
  return (
    <button
      type="button"
      class="walk-row"
      data-topic={props.topic.id}
      data-state={state()}
      aria-current={props.session.step?.topic === props.topic.id ? "step" : undefined}
      data-shown={props.shown === props.topic.id ? "" : undefined}
      title={leads() ? words().goTo(title()) : words().look(title())}
      onClick={() => props.onGo(props.topic.id)}
    >
      <span class="walk-row-number">{props.number}</span>
      <Icon name={state() === "open" ? signs[props.topic.of] : "settled"} />
      <span>
        {title()}
        <small>{says()}</small>
      </span>
    </button>
  );
}
