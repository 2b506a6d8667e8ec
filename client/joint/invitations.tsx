import { createMemo, createSignal, For, Show } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { Icon } from "../parts/icon.tsx";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";
import { scopeName } from "./scope.ts";
import type { Seating } from "./seating.ts";

const words = wordsOf(jointWords);

/** Sessions that somebody has joined and one has neither joined nor put off; beside one's own there may be another. */
export function Invitations(props: { readonly seating: Seating }) {
  const { board, arrive, session: joined } = props.seating;
  const [putOff, setPutOff] = createSignal<readonly string[]>([]);
  const inviting = createMemo(() =>
    board.joint
      .running()
      .filter(({ id }) => id !== joined()?.id && !putOff().includes(id) && board.joint.companions(id).length > 0),
  );
  const join = (id: string) => {
    board.joint.join(id);
    arrive();
  };
  const says = ({ lead, opened, scope }: JointSession) =>
    lead.person.id === opened.by.id
      ? words().invites(opened.by.name, scopeName(scope))
      : words().goesOn(scopeName(scope), lead.person.name);
  return (
    <div role="status" aria-live="polite">
      <For each={inviting().map(({ id }) => id)}>
        {(id) => (
          <Show when={board.joint.session(id)}>
            {(session) => (
              <div class="joint-bar" data-kind="invited">
                <Icon name="people" />
                <span class="joint-says">{says(session())}</span>
                <span class="joint-space" />
                <span class="joint-acts">
                  <button type="button" class="btn" data-tone="primary" onClick={() => join(id)}>
                    {words().join}
                  </button>
                  <button type="button" class="btn" onClick={() => setPutOff([...putOff(), id])}>
                    {words().later}
                  </button>
                </span>
              </div>
            )}
          </Show>
        )}
      </For>
    </div>
  );
}
