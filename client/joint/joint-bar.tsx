import "./joint-bar.css";
import { createEffect, createMemo, createSignal, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { may } from "../../shared/rules/rights.ts";
import { later } from "../clock.ts";
import type { Companion } from "../document/joint.ts";
import { Ask } from "../parts/ask.tsx";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";
import { createFollowing } from "./following.ts";
import { Invitations } from "./invitations.tsx";
import { createWalkKeys } from "./key-listener.ts";
import { createLeading } from "./leading.ts";
import { showLeading } from "./leading-now.ts";
import { Present } from "./present.tsx";
import { scopeName } from "./scope.ts";
import { sayEnds, sayLeads } from "./seat.ts";
import { type Seating, useSeating } from "./seating.ts";
import { createSpotlight } from "./spotlight.ts";

const words = wordsOf(jointWords);

/** The line below the header while a joint session is on: the invitation, or who leads and where the walk is. */
export function JointBar(props: { readonly joinedBefore: string | null }) {
  const seating = useSeating();
  sayEnds(seating, props.joinedBefore);
  sayLeads(seating);
  createFollowing(seating);
  createSpotlight(seating);
  const leading = createLeading(seating);
  createWalkKeys(seating, leading);
  showLeading(leading);
  onCleanup(() => showLeading(null));
  return (
    <>
      <Show when={seating.session()}>{(session) => <Joined session={session()} seating={seating} />}</Show>
      <Invitations seating={seating} />
    </>
  );
}

type Asked = "take" | "close" | null;

function Joined(props: { readonly session: JointSession; readonly seating: Seating }) {
  const { board } = props.seating;
  const [asked, ask] = createSignal<Asked>(null);
  const people = createMemo(() => board.joint.companions(props.session.id));
  const isLost = createLeaderLost(props.seating, people);
  const counts = createMemo(() => {
    const states = props.session.topics.map((topic) => board.joint.topicState(props.session, topic).state);
    return {
      decided: states.filter((state) => state === "decided").length,
      left: states.filter((state) => state === "open").length,
    };
  });
  const at = () => props.session.topics.findIndex(({ id }) => id === props.session.step?.topic) + 1;
  const leader = () => props.session.lead.person;
  const hasLeft = () =>
    props.session.present.some(({ person, leftMs }) => person.id === leader().id && leftMs !== undefined);
  const takeQuestion = () => {
    if (!isLost()) return words().takeLeadAsk(leader().name);
    return hasLeft() ? words().takeLeftLead(leader().name) : words().takeLostLead(leader().name);
  };
  const isOffline = () => board.saving().kind === "offline";
  return (
    <div class="joint-bar" data-kind="joined" data-leads={props.seating.leads() ? "" : undefined}>
      <Icon name="people" />
      <span class="joint-says" role="status">
        <b>{words().title(scopeName(props.session.scope))}</b> ·{" "}
        {props.seating.leads() ? words().youLead : words().leads(leader().name)}
      </span>
      <Show when={isLost() && !isOffline()}>
        <span class="joint-lost" role="status">
          {hasLeft() ? words().leaderLeft : words().leaderLost}
        </span>
      </Show>
      <span class="joint-progress">
        <Show when={at() > 0}>{words().progress(at(), props.session.topics.length)} · </Show>
        {words().counts(counts().decided, counts().left)}
      </span>
      <Show when={isOffline()}>
        <span class="joint-lost" role="status">
          {words().offline}
        </span>
      </Show>
      <span class="joint-space" />
      <Present people={people()} />
      <Acts session={props.session} seating={props.seating} people={people()} isLost={isLost()} ask={ask} />
      <Switch>
        <Match when={asked() === "take"}>
          <Ask
            question={takeQuestion()}
            yes={words().takeLead}
            no={words().cancel}
            onYes={() => {
              ask(null);
              board.joint.takeLead(props.session.id);
              props.seating.arrive();
            }}
            onNo={() => ask(null)}
          />
        </Match>
        <Match when={asked() === "close"}>
          <Ask
            question={words().closeAsk(counts().left)}
            yes={words().closeNow}
            no={words().cancel}
            onYes={() => {
              ask(null);
              board.joint.close(props.session.id);
            }}
            onNo={() => ask(null)}
          />
        </Match>
      </Switch>
    </div>
  );
}

function Acts(props: {
  readonly session: JointSession;
  readonly seating: Seating;
  readonly people: readonly Companion[];
  readonly isLost: boolean;
  ask(what: Asked): void;
}) {
  const { board, desk, leads, follows, follow, unfollow, leave } = props.seating;
  const mayMeet = () => may(board.actor, "meet");
  const heirs = () => props.people.filter(({ office, isHere }) => office !== null && !isHere);
  const handOver = (one: Companion) => board.joint.handOver(props.session.id, one);
  return (
    <span class="joint-acts">
      <Show
        when={leads()}
        fallback={
          <button
            type="button"
            class="btn"
            data-tone={follows() ? undefined : "primary"}
            title={follows() ? "Esc" : "F"}
            onClick={() => (follows() ? unfollow() : follow())}
          >
            {follows() ? words().unfollow : words().followAgain} <kbd>{follows() ? "Esc" : "F"}</kbd>
          </button>
        }
      >
        <Menu
          class="btn"
          entries={
            heirs().length === 0
              ? [{ kind: "act", label: words().nobodyElse, run: () => {} }]
              : heirs().map((one) => ({ kind: "act", label: words().handOverTo(one.name), run: () => handOver(one) }))
          }
        >
          {words().handOver}
        </Menu>
      </Show>
      <Show when={mayMeet() && !leads()}>
        <button
          type="button"
          class="btn"
          data-tone={props.isLost ? "primary" : undefined}
          onClick={() => props.ask("take")}
        >
          {words().takeLead}
        </button>
      </Show>
      <Show when={desk.side() !== "joint"}>
        <button type="button" class="btn" onClick={() => desk.showSide("joint")}>
          {words().showWalk}
        </button>
      </Show>
      <Show when={leads()}>
        <button type="button" class="btn" onClick={() => props.ask("close")}>
          {words().close}
        </button>
      </Show>
      <button type="button" class="btn" onClick={leave}>
        {words().leave}
      </button>
    </span>
  );
}

/** A page that is loaded anew is gone for a moment; that is no lost leader. */
const graceMs = 4_000;

function createLeaderLost({ board }: Seating, people: () => readonly Companion[]) {
  const [isLost, setLost] = createSignal(false);
  const isHere = createMemo(() => people().some(({ leads }) => leads));
  createEffect(
    on([isHere, () => board.saving().kind], ([here]) => {
      if (here) setLost(false);
      else onCleanup(later(graceMs, () => setLost(true)));
    }),
  );
  return isLost;
}
