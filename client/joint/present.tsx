import { For, Show } from "solid-js";
import { officeHue } from "../card/hue.ts";
import { initialsOf } from "../card/initials.ts";
import type { Companion } from "../document/joint.ts";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(jointWords);
const facesMax = 6;

/** Who else is here: a whole ring follows, a dashed one looks around alone. */
export function Present(props: { readonly people: readonly Companion[] }) {
  const followers = () => props.people.filter(({ follows, leads }) => follows && !leads).length;
  const others = () => props.people.filter(({ isHere }) => !isHere);
  const says = (one: Companion) => {
    if (one.leads) return words().leads(one.name);
    return one.follows ? words().follows(one.name) : words().looksAround(one.name);
  };
  return (
    <span class="joint-faces">
      {words().following(followers())}
      <ul>
        <For each={others().slice(0, facesMax)}>
          {(one) => (
            <li
              class="face"
              data-follows={one.follows || one.leads ? "yes" : "no"}
              data-leads={one.leads ? "" : undefined}
              style={{ background: officeHue(one.office) }}
              title={says(one)}
            >
              <span aria-hidden="true">{initialsOf(one.name)}</span>
              <span class="hidden-but-read">{says(one)}</span>
            </li>
          )}
        </For>
        <Show when={others().length > facesMax}>
          <li class="face" data-more="">
            +{others().length - facesMax}
          </li>
        </Show>
      </ul>
    </span>
  );
}
