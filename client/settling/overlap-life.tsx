import "./overlap-life.css";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Day } from "../../shared/kit/day.ts";
import type { Overlap } from "../../shared/model/overlap.ts";
import type { SettlementWay } from "../../shared/model/settlement.ts";
import { may } from "../../shared/rules/rights.ts";
import { useBoard } from "../document/board.ts";
import type { Outcome } from "../document/decisions.ts";
import { useDesk } from "../document/desk.ts";
import { undoOffer } from "../document/undoing.ts";
import { Icon } from "../parts/icon.tsx";
import { momentText } from "../text/dates.ts";
import { settlingWords } from "../text/settling-words.ts";
import { wordsOf } from "../text/words.ts";
import { DecisionForm } from "./decision-form.tsx";
import { OtherProxy } from "./other-proxy.tsx";
import { decisionText, OverlapHistory } from "./overlap-history.tsx";
import { WaysOut } from "./ways-out.tsx";

const words = wordsOf(settlingWords);

type Unfolded = "ways" | "accepted" | "no-clash" | null;

/** How far one overlap has come and what one may do about it: ways out, a decision with its reason, its history. */
export function OverlapLife(props: { readonly overlap: Overlap }) {
  const board = useBoard();
  const desk = useDesk();
  const [unfolded, unfold] = createSignal<Unfolded>(null);
  const settlement = () => board.settlements.of(props.overlap);
  const state = () => board.settlements.stateOf(props.overlap);
  const maySettle = () => may(board.actor, "settle") && !board.store.isRemembering();
  const decide = (outcome: Outcome, text: string) => {
    board.decisions.decide(props.overlap, outcome);
    unfold(null);
    desk.say({ text, action: undoOffer(board, desk) });
  };
  const settle = (how: SettlementWay, said: { readonly why: string; readonly until: Day | null }) =>
    decide({ state: "settled", how, ...said }, words().settledNow(words().how[how]));
  const toggle = (which: Unfolded) => unfold(unfolded() === which ? null : which);

  return (
    <div class="life" data-state={state()}>
      <Show when={settlement()}>
        {(found) => (
          <Show when={state() !== "open"}>
            <div class="life-said">
              <Icon name={state() === "settled" ? "settled" : state() === "discussed" ? "people" : "redo"} />
              <div>
                <b>{words().state[state()]}</b>
                <p>
                  {words().settledBy(
                    decisionText(found().decision),
                    found().decision.by.name,
                    momentText(found().decision.atMs),
                  )}
                </p>
                <Show when={found().decision.why}>{(why) => <p class="life-why">{why()}</p>}</Show>
              </div>
            </div>
          </Show>
        )}
      </Show>
      <Show when={maySettle()}>
        <div class="life-acts">
          <Show
            when={state() !== "settled"}
            fallback={
              <button
                type="button"
                class="btn"
                data-size="small"
                onClick={() => decide({ state: "open" }, words().reopenedNow)}
              >
                {words().reopen}
              </button>
            }
          >
            <button
              type="button"
              class="btn"
              data-size="small"
              data-tone="primary"
              aria-expanded={unfolded() === "ways"}
              onClick={() => toggle("ways")}
            >
              {unfolded() === "ways" ? words().hideWays : words().waysOut}
            </button>
            <button
              type="button"
              class="btn"
              data-size="small"
              aria-expanded={unfolded() === "accepted"}
              onClick={() => toggle("accepted")}
            >
              {words().accept}
            </button>
            <Show when={state() !== "discussed"}>
              <button
                type="button"
                class="btn"
                data-size="small"
                onClick={() => decide({ state: "discussed" }, words().discussedNow)}
              >
                {words().discuss}
              </button>
            </Show>
            <button
              type="button"
              class="btn"
              data-size="small"
              aria-expanded={unfolded() === "no-clash"}
              onClick={() => toggle("no-clash")}
            >
              {words().noClash}
            </button>
          </Show>
        </div>
        <Show when={state() !== "settled"}>
          <Switch>
            <Match when={unfolded() === "ways"}>
              <WaysOut overlap={props.overlap} />
              <OtherProxy overlap={props.overlap} />
            </Match>
            <Match when={unfolded() === "accepted"}>
              <DecisionForm
                title={words().accept}
                onRecord={(said) => settle("accepted", said)}
                onCancel={() => unfold(null)}
              />
            </Match>
            <Match when={unfolded() === "no-clash"}>
              <DecisionForm
                title={words().noClash}
                onRecord={(said) => settle("no-clash", said)}
                onCancel={() => unfold(null)}
              />
            </Match>
          </Switch>
        </Show>
      </Show>
      <Show when={settlement()}>{(found) => <OverlapHistory settlement={found()} />}</Show>
    </div>
  );
}
