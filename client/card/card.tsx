import "./card.css";
import { createMemo, For, Show } from "solid-js";
import type { Item } from "../../shared/model/item.ts";
import { isPlaced } from "../../shared/model/when.ts";
import { announcedWayOf } from "../../shared/rules/notice-rule.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import { useDesk } from "../document/desk.ts";
import { isLocked, whyFixed } from "../document/permission.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { announcedWords } from "../text/announced-words.ts";
import { boardWords } from "../text/board-words.ts";
import { dateShort, hourText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { officeHue } from "./hue.ts";
import { Mark } from "./mark.tsx";
import { type Mention, preparingOf, venueOf, whoOf, worstOf } from "./summary.ts";

const words = wordsOf(itemWords);
const board$ = wordsOf(boardWords);
const announced$ = wordsOf(announcedWords);

/**
 * One item on the board: hour first, then the matter, then who, where, who prepares. Its office is `known` by the column
 * it stands in; where cards of several offices stand in one list it is `named`, for hue alone tells nobody.
 */
export function Card(props: { readonly id: string; readonly office: "known" | "named" }) {
  const { store } = useBoard();
  return <Show when={store.item(props.id)}>{(item) => <CardOf item={item()} office={props.office} />}</Show>;
}

function CardOf(props: { readonly item: Item; readonly office: "known" | "named" }) {
  const { store, settlements, names, presence, actor } = useBoard();
  const desk = useDesk();
  const whyLocked = createMemo(() => (isLocked(actor, props.item) ? whyFixed(actor, props.item) : null));
  const worst = createMemo(() => worstOf(store.overlaps.of(props.item.id), settlements.isQuiet), null, {
    equals: isSameWorst,
  });
  const others = createMemo(() => presence.at(props.item.id));
  const holder = () => others().find((other) => other.hand === props.item.id);
  const first = () => holder() ?? others()[0];
  const spot = () => (desk.spot()?.item === props.item.id ? desk.spot() : null);
  /** Whose colour and name the ring carries: whoever leads a joint session and points here, else who has it open or in hand. */
  const ring = () => spot() ?? first();
  const ringSays = (name: string) => {
    if (spot()) return board$().pointsAt(name);
    return holder() ? board$().inHand(name) : board$().hasOpen(name);
  };
  return (
    <button
      type="button"
      class="card"
      data-card={props.item.id}
      data-office={props.item.office}
      data-state={props.item.status}
      data-fixed={may(actor, "edit", props.item) ? undefined : ""}
      data-ov={worst()?.sign}
      data-sel={desk.selected() === props.item.id ? "" : undefined}
      data-lit={desk.lit().includes(props.item.id) ? "" : undefined}
      data-held={desk.held()?.id === props.item.id ? "" : undefined}
      data-ring={spot() ? "spot" : first() ? (holder() ? "hand" : "open") : undefined}
      data-glow={glowTurn(store.foreignEditsOf(props.item.id))}
      style={{ "--h": ring() ? officeHue(ring()?.office ?? null) : undefined }}
    >
      <Show when={ring()}>{(by) => <span class="card-hand">{ringSays(by().name)}</span>}</Show>
      <Show when={worst()}>{(mark) => <Mark sign={mark().sign} count={mark().count} />}</Show>
      <Show when={props.item.unexpected}>
        <span class="chip" data-tone="hot">
          {words().unexpected}
        </span>{" "}
      </Show>
      <span class="card-hour">{hourText(props.item.when)}</span>{" "}
      <span class="card-matter">{props.item.title || words().untitled}</span>
      <Show when={!isUsual(props.item.status)}>
        {" "}
        <span class="chip">{words().status[props.item.status]}</span>
      </Show>
      <Show when={props.item.venue?.online?.points}>
        {(points) => (
          <>
            {" "}
            <span class="chip">{words().points(points())}</span>
          </>
        )}
      </Show>
      <Show when={announcedOf(props.item)}>
        {(text) => (
          <span class="card-sign card-told" title={text()}>
            <Icon name="mail" />
          </span>
        )}
      </Show>
      <Show when={props.item.withheld}>
        <span class="card-sign" title={words().withheld}>
          <Icon name="withheld" />
        </span>
      </Show>
      <Show when={whyLocked()}>
        {(why) => (
          <span class="card-sign card-lock" title={why()}>
            <Icon name="lock" />
          </span>
        )}
      </Show>
      <span class="card-more">
        <Show when={props.office === "named"}>
          <span class="card-office" aria-hidden="true">
            {words().officeShort[props.item.office]}
          </span>
        </Show>
        <Mentions icon="user" mentions={whoOf(props.item, names())} />
        <Mentions icon="room" mentions={[venueOf(props.item, names())].filter((one) => one !== null)} />
        <Mentions icon="pencil" mentions={preparingOf(props.item, names())} />
      </span>
      <span class="hidden-but-read">{toldBySigns(props.item, worst(), whyLocked())}</span>
    </button>
  );
}

function Mentions(props: { readonly icon: IconName; readonly mentions: readonly Mention[] }) {
  return (
    <Show when={props.mentions.length > 0}>
      <span class="card-part">
        <Icon name={props.icon} />
        <For each={props.mentions}>
          {(mention, at) => (
            <>
              {at() > 0 ? ", " : ""}
              <span
                data-loose={mention.isLoose ? "" : undefined}
                title={mention.isLoose ? board$().unresolved : undefined}
              >
                {mention.text}
              </span>
            </>
          )}
        </For>
      </span>
    </Show>
  );
}

/** What a card shows by column, paper and mark alone, in words for who does not see them. */
function toldBySigns(item: Item, worst: ReturnType<typeof worstOf>, whyLocked: string | null): string {
  const parts = [words().office[item.office]];
  if (isUsual(item.status)) parts.push(words().status[item.status]);
  if (worst) parts.push(worst.open > 0 ? board$().overlapsOn(worst.open) : board$().overlapsSettled);
  const announced = announcedOf(item);
  if (announced) parts.push(announced);
  if (item.withheld) parts.push(words().withheld);
  if (whyLocked) parts.push(whyLocked);
  return parts.join(", ");
}

/** That people have been told of it as it stands; null where they have not, or of another day: that is an overlap. */
function announcedOf({ kind, announced, when }: Item): string | null {
  if (!announced || !isPlaced(when) || when.day !== announced.of) return null;
  return announced$().onCard[announcedWayOf({ kind })](dateShort(announced.on));
}

/** A status that goes without saying on the board. */
function isUsual(status: Item["status"]): boolean {
  return status === "approved" || status === "held";
}

/** Two names in turn, so that the glow begins anew with each edit. */
function glowTurn(edits: number): string | undefined {
  if (edits === 0) return undefined;
  return edits % 2 === 0 ? "even" : "odd";
}

function isSameWorst(a: ReturnType<typeof worstOf>, b: ReturnType<typeof worstOf>): boolean {
  return a?.sign === b?.sign && a?.count === b?.count && a?.open === b?.open;
}
