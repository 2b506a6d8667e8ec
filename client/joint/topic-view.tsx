import { createMemo, For, Match, Show, Switch } from "solid-js";
import { partiesWithRole } from "../../shared/model/item.ts";
import type { JointSession, Offer, Verdict } from "../../shared/model/joint-session.ts";
import { type Overlap, sidesOf } from "../../shared/model/overlap.ts";
import { type PartyRef, partyKindOf } from "../../shared/model/ref.ts";
import { signOf } from "../../shared/rules/overlap-order.ts";
import { may } from "../../shared/rules/rights.ts";
import { overlapToWords } from "../../shared/text/overlap-words.ts";
import { certaintySign } from "../card/mark.tsx";
import { Icon } from "../parts/icon.tsx";
import { KindSign, SeveritySign } from "../settling/kind-sign.tsx";
import { decisionText } from "../settling/overlap-history.tsx";
import { momentText } from "../text/dates.ts";
import { itemWords } from "../text/item-words.ts";
import { jointWords } from "../text/joint-words.ts";
import { language } from "../text/language.ts";
import { walkWords } from "../text/walk-words.ts";
import { wordsOf } from "../text/words.ts";
import { ChangeList } from "./change-list.tsx";
import { leading } from "./leading-now.ts";
import { OfferList } from "./offer-list.tsx";
import type { Seating } from "./seating.ts";
import { TakeBack } from "./take-back.tsx";
import { difficultyOf, itemsAbout, overlapOf, type TopicEntry } from "./topics.ts";
import { VerdictActs } from "./verdict-acts.tsx";
import { WalkCard } from "./walk-card.tsx";

const words = wordsOf(walkWords);
const nouns = wordsOf(itemWords);
const joint = wordsOf(jointWords);

type Around = { readonly topic: TopicEntry; readonly session: JointSession; readonly seating: Seating };

/** One topic: the items side by side, why it is one, what was decided or can be. */
export function TopicView(props: Around) {
  const { board, leads } = props.seating;
  const overlap = createMemo(() => overlapOf(props.topic, board));
  const items = createMemo(() => itemsAbout(props.topic, props.session, board));
  const state = () => board.joint.topicState(props.session, props.topic).state;
  const isStep = () => props.session.step?.topic === props.topic.id;
  const offers = (): readonly Offer[] => (isStep() ? (props.session.step?.offers ?? []) : []);
  return (
    <>
      <Show when={overlap()}>
        {(found) => (
          <p class="walk-kind">
            <KindSign kind={found().kind} /> <SeveritySign severity={found().severity} />
          </p>
        )}
      </Show>
      <Show when={items().length > 0}>
        <div class="walk-pair">
          <For each={items()}>{(id) => <WalkCard id={id} seating={props.seating} />}</For>
        </div>
      </Show>
      <Why {...props} overlap={overlap()} isGone={state() === "gone"} />
      <Touches {...props} overlap={overlap()} />
      <Decided {...props} />
      <Show when={state() === "open"}>
        <OfferList
          offers={offers()}
          taking={isStep() ? (props.session.step?.taking ?? null) : null}
          topic={props.topic}
          seating={props.seating}
        />
        <Show
          when={leads() && isStep()}
          fallback={
            <Show when={!leads()}>
              <p class="walk-more">
                {may(board.actor, "meet") ? words().onlyLeader(props.session.lead.person.name) : joint().guest}
              </p>
            </Show>
          }
        >
          <Show when={offers().length === 0 && props.topic.of !== "difficulty"}>
            <p class="walk-more">{words().noOffers}</p>
          </Show>
          <VerdictActs topic={props.topic} overlap={overlap()} items={items()} seating={props.seating} />
        </Show>
      </Show>
    </>
  );
}

/** Why it is on the agenda, in the sentences of the board. */
function Why(props: Around & { readonly overlap: Overlap | null; readonly isGone: boolean }) {
  const { board } = props.seating;
  const goneWords = () => {
    switch (props.topic.of) {
      case "overlap":
        return words().goneSays.overlap;
      case "lacking":
        return board.store.item(props.topic.item) ? words().goneSays.lacking : words().goneSays.item;
      case "late":
      case "unexpected":
        return words().goneSays.item;
      case "difficulty":
        return words().goneSays.difficulty;
    }
  };
  return (
    <Switch>
      <Match when={props.isGone}>
        <p class="walk-more">{goneWords()}</p>
      </Match>
      <Match when={props.overlap}>
        {(overlap) => {
          const said = () => overlapToWords(overlap(), board.overlapContext(), language());
          const sign = () => signOf(overlap());
          return (
            <>
              <p class="walk-reason" data-certainty={sign()}>
                <span aria-hidden="true">{certaintySign[sign()]}</span> {said().reason || said().headline}
              </p>
              <Show when={said().assumption}>{(assumption) => <p class="walk-more">{assumption()}</p>}</Show>
              <Show when={said().advice}>{(advice) => <p class="walk-more">{advice()}</p>}</Show>
            </>
          );
        }}
      </Match>
      <Match when={props.topic.of === "lacking" ? props.topic : null}>
        {(topic) => (
          <p class="walk-reason" data-certainty="probable">
            {words().lacksSays(
              topic()
                .lacks.map((what) => words().lacks[what])
                .join(", "),
            )}
          </p>
        )}
      </Match>
      <Match when={props.topic.of === "late"}>
        <p class="walk-reason" data-certainty="probable">
          {words().lateSays}
        </p>
      </Match>
      <Match when={props.topic.of === "unexpected"}>
        <p class="walk-reason" data-certainty="probable">
          {words().unexpectedSays}
        </p>
      </Match>
      <Match when={difficultyOf(props.topic, props.session, board)}>
        {(difficulty) => (
          <>
            <p class="walk-said">{difficulty().words}</p>
            <p class="walk-more">
              {words().difficultyBy(nouns().officeShort[difficulty().office], difficulty().written.by.name)}
            </p>
          </>
        )}
      </Match>
    </Switch>
  );
}

const peopleMax = 8;

/** The people that a decision would touch: who is needed twice, and who chairs. */
function Touches(props: Around & { readonly overlap: Overlap | null }) {
  const { board } = props.seating;
  const people = createMemo(() => {
    const refs = new Set<PartyRef>();
    for (const side of props.overlap ? sidesOf(props.overlap) : []) {
      const last = side.path.steps.at(-1);
      if (last !== undefined && partyKindOf(last) === "person") refs.add(last);
    }
    for (const id of itemsAbout(props.topic, props.session, board)) {
      const item = board.store.item(id);
      for (const ref of item ? partiesWithRole(item, "chair", "prepare") : []) refs.add(ref);
    }
    return [...new Set([...refs].map((ref) => board.names().of(ref).name))];
  });
  return (
    <Show when={people().length > 0}>
      <p class="walk-touches">
        {words().touches}
        <For each={people().slice(0, peopleMax)}>{(name) => <span class="chip">{name}</span>}</For>
        <Show when={people().length > peopleMax}>
          <span class="chip">+{people().length - peopleMax}</span>
        </Show>
      </p>
    </Show>
  );
}

/** What was decided: here, or at another desk. */
function Decided(props: Around) {
  const { board, leads } = props.seating;
  const told = createMemo(() => board.joint.topicState(props.session, props.topic));
  const last = () => told().resolution;
  const saying = (verdict: Verdict) => {
    if (told().state !== "open") return words().decided;
    return verdict === "note" ? words().noted : words().reopened;
  };
  const elsewhere = () => {
    const overlap = overlapOf(props.topic, board);
    return overlap && board.settlements.isQuiet(overlap) ? board.settlements.of(overlap) : null;
  };
  return (
    <Switch>
      <Match when={last()}>
        {(line) => (
          <div class="walk-decided" data-state={told().state} role="status">
            <Icon name={told().state === "open" ? "redo" : "settled"} />
            <div>
              <b>{saying(line().verdict)}</b>
              <p>{words().decidedHere(words().verdict[line().verdict], line().by.name, momentText(line().atMs))}</p>
              <ChangeList changes={line().changes} seating={props.seating} />
              <Show when={line().why}>{(why) => <p>{why()}</p>}</Show>
            </div>
            <Show when={leads()}>
              <span class="walk-acts">
                <TakeBack line={line().id} />
                <button type="button" class="btn" data-size="small" onClick={() => leading()?.goOn()}>
                  {words().next} <kbd>Enter</kbd>
                </button>
              </span>
            </Show>
          </div>
        )}
      </Match>
      <Match when={elsewhere()}>
        {(settlement) => (
          <div class="walk-decided">
            <Icon name="settled" />
            <div>
              <b>{words().decided}</b>
              <p>
                {words().decidedHere(
                  decisionText(settlement().decision),
                  settlement().decision.by.name,
                  momentText(settlement().decision.atMs),
                )}
              </p>
            </div>
          </div>
        )}
      </Match>
    </Switch>
  );
}
