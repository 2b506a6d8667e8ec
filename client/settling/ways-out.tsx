import "./ways-out.css";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { WayOut, WayOutKind } from "../../shared/model/slot.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { settledBy } from "../../shared/rules/resolving.ts";
import { agreedBy } from "../../shared/rules/stand-ins.ts";
import { overlapToGhost } from "../../shared/text/overlap-words.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { undoOffer } from "../document/undoing.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { language } from "../text/language.ts";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";
import { AgreedField } from "./agreed-field.tsx";
import { titleIn, wayToText, whyNotTaken } from "./way-text.ts";
import { createWays, isFree, isStill } from "./ways.ts";

const words = wordsOf(settlingWords);

const icons: Readonly<Record<WayOutKind, IconName>> = {
  move: "arrow-right",
  "other-room": "room",
  proxy: "user",
  shorten: "clock",
  merge: "link",
  "make-optional": "minus",
  swap: "swap",
  accept: "check",
};

/** The ways out of one overlap: each says what it changes and what would then be; nothing happens before its button. */
export function WaysOut(props: { readonly overlap: Overlap }) {
  const ways = createWays(useBoard(), () => props.overlap);
  return (
    <Show when={ways().length > 0} fallback={<p class="ways-none">{words().noWays}</p>}>
      <ul class="ways" aria-label={words().waysOut}>
        <For each={ways()}>{(way) => <WayRow way={way} overlap={props.overlap} />}</For>
      </ul>
    </Show>
  );
}

/** One way out with its button. */
export function WayRow(props: { readonly way: WayOut; readonly overlap: Overlap }) {
  const board = useBoard();
  const desk = useDesk();
  const textId = createUniqueId();
  const [agreed, setAgreed] = createSignal<PartyRef | null>(null);
  const text = createMemo(() => wayToText(props.way, props.overlap, board));
  const why = createMemo(() => whyNotTaken(props.way, board));
  const isHeavy = () => !isFree(props.way);
  const take = () => {
    if (!isStill(props.way, board)) return desk.say({ text: words().changedMeanwhile, tone: "warning" });
    const { edits, standIn, kind } = props.way;
    const [who, how] = [agreed(), settledBy[kind]];
    if (standIn === null || who === null)
      board.decisions.carryOut(props.overlap, edits, { state: "settled", how, why: text() });
    else {
      const why = `${text()} — ${words().agreed(board.names().of(who).name)}`;
      const accepted = edits.map((edit) => agreedBy(edit, standIn, who));
      board.decisions.carryOut(props.overlap, accepted, { state: "settled", how, why });
    }
    desk.say({ text: words().done(text()), action: undoOffer(board, desk) });
  };
  const propose = () => {
    board.decisions.decide(props.overlap, { state: "discussed", why: words().proposed(text()) });
    desk.say({ text: words().proposedNow, action: undoOffer(board, desk) });
  };
  return (
    <li class="way" data-kind={props.way.kind} data-heavy={isHeavy() ? "" : undefined}>
      <Icon name={icons[props.way.kind]} />
      <div class="way-says">
        <p class="way-text" id={textId}>
          {text()}
        </p>
        <After way={props.way} overlap={props.overlap} />
        <Show when={why()}>{(reason) => <p class="way-not">{reason()}</p>}</Show>
        <Show when={props.way.kind === "proxy" && !why()}>
          <AgreedField value={agreed()} onChange={setAgreed} />
        </Show>
      </div>
      <Show
        when={why()}
        fallback={
          <button type="button" class="btn" data-size="small" aria-describedby={textId} onClick={take}>
            {isHeavy() ? words().applyAnyway : words().apply}
          </button>
        }
      >
        <button type="button" class="btn" data-size="small" aria-describedby={textId} onClick={propose}>
          {words().propose}
        </button>
      </Show>
    </li>
  );
}

const shownMax = 3;

/** What would then be: what goes beside this overlap, what comes, whom it displaces. */
function After(props: { readonly way: WayOut; readonly overlap: Overlap }) {
  const board = useBoard();
  const after = () => props.way.after;
  const created = () => after().created.filter(({ severity }) => severity !== "hint");
  const also = () => after().gone.filter(({ key, severity }) => key !== props.overlap.key && severity !== "hint");
  const isEased = () => after().eased.some(({ key }) => key === props.overlap.key);
  const says = (overlap: Overlap) => overlapToGhost(overlap, board.overlapContext(props.way.item), language());
  return (
    <>
      <Show when={created().length === 0 && after().displaced.length === 0}>
        <p class="way-after" data-fit={isEased() ? "possible" : "free"}>
          {isEased() ? words().after.eases : words().after.clean}
        </p>
      </Show>
      <Show when={also().length > 0}>
        <p class="way-after" data-fit="free">
          {words().after.also(also().length)}
        </p>
      </Show>
      <Show when={created().length > 0}>
        <p class="way-after" data-fit="clash">
          {words().after.creates(created().length)}
        </p>
        <ul class="way-created">
          <For each={created().slice(0, shownMax)}>
            {(overlap) => <li data-certainty={signOf(overlap)}>{says(overlap)}</li>}
          </For>
          <Show when={created().length > shownMax}>
            <li>{words().after.more(created().length - shownMax)}</li>
          </Show>
        </ul>
      </Show>
      <Show when={after().displaced.length > 0}>
        <p class="way-after" data-fit="clash">
          {words().after.displaces(
            after()
              .displaced.map((id) => `“${titleIn(board.store.item(id))}”`)
              .join(", "),
          )}
        </p>
      </Show>
    </>
  );
}
