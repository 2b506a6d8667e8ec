import "./faces.css";
import { createMemo, For, Show } from "solid-js";
import { officeHue } from "../card/hue.ts";
import { initialsOf } from "../card/initials.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import type { Other } from "../document/presence.ts";
import { appWords } from "../text/app-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);
const nouns = wordsOf(itemWords);
const shownMax = 4;

/** Who is here: oneself last, with the way out. A face leads to what that person has open. */
export function Faces(props: { readonly onLeave: () => void }) {
  const { presence, actor, saving } = useBoard();
  const desk = useDesk();
  const people = createMemo(() => onePerPerson(presence.others(), actor.id));
  const whole = (person: Other) =>
    person.office ? `${person.name} · ${nouns().officeShort[person.office]}` : person.name;
  /** Unsaved work stays on this machine, but goes out only when the same person comes back: they should know. */
  const leave = () => {
    const now = saving();
    if (!("changes" in now) || now.changes === 0) return props.onLeave();
    desk.say({ text: words().leaving, tone: "warning", action: { label: words().signOut, run: props.onLeave } });
  };
  return (
    <div class="faces" role="group" aria-label={people().length > 0 ? words().here(people().length) : words().alone}>
      <For each={people().slice(0, shownMax)}>
        {(person) => (
          <button
            type="button"
            class="face"
            style={{ background: officeHue(person.office) }}
            title={whole(person)}
            disabled={person.open === null}
            onClick={() => desk.select(person.open)}
          >
            <span aria-hidden="true">{initialsOf(person.name)}</span>
            <span class="hidden-but-read">{whole(person)}</span>
          </button>
        )}
      </For>
      <Show when={people().length > shownMax}>
        <span class="face" data-more="">
          +{people().length - shownMax}
        </span>
      </Show>
      <button type="button" class="face-own" onClick={leave} title={`${actor.name} — ${words().signOut}`}>
        <span class="face" style={{ background: officeHue(actor.office) }} aria-hidden="true">
          {initialsOf(actor.name)}
        </span>
        <span class="hidden-but-read">
          {actor.name}: {words().signOut}
        </span>
      </button>
    </div>
  );
}

function onePerPerson(others: readonly Other[], own: string): Other[] {
  const found = new Map<string, Other>();
  for (const other of others) if (other.id !== own && !found.get(other.id)?.open) found.set(other.id, other);
  return [...found.values()];
}
