import { createMemo, For, Show } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { momentText } from "../text/dates.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { ChangeList } from "./change-list.tsx";
import type { Seating } from "./seating.ts";
import { TakeBack } from "./take-back.tsx";
import { topicTitle } from "./topics.ts";

const words = wordsOf(walkWords);

type Line = JointSession["resolutions"][number];

/** What the session has decided, latest first: who, when, before and after; one's own can be taken back. */
export function DecisionLog(props: { readonly session: JointSession; readonly seating: Seating }) {
  const lines = createMemo(() => props.session.resolutions.toReversed());
  return (
    <section class="walk-fold">
      <h3>
        {words().log} <b>{lines().length}</b>
      </h3>
      <Show when={lines().length > 0} fallback={<p class="walk-more">{words().logEmpty}</p>}>
        <ol class="walk-log" aria-live="polite">
          <For each={lines().map(({ id }) => id)}>
            {(id) => (
              <Show when={lines().find((line) => line.id === id)}>
                {(line) => <Row line={line()} session={props.session} seating={props.seating} />}
              </Show>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}

function Row(props: { readonly line: Line; readonly session: JointSession; readonly seating: Seating }) {
  const { board } = props.seating;
  const topic = () => props.session.topics.find(({ id }) => id === props.line.topic);
  const about = () => {
    const found = topic();
    return found ? topicTitle(found, props.session, board) : "";
  };
  return (
    <li>
      <div>
        <p>
          <b>{words().verdict[props.line.verdict]}</b> · {about()}
        </p>
        <ChangeList changes={props.line.changes} seating={props.seating} />
        <Show when={props.line.why}>{(why) => <p class="walk-change">{why()}</p>}</Show>
        <p class="walk-by">
          {props.line.by.name} · {momentText(props.line.atMs)}
        </p>
      </div>
      <TakeBack line={props.line.id} />
    </li>
  );
}
