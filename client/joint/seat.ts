import { createEffect, untrack } from "solid-js";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { yearOfScope } from "../../shared/rules/scope.ts";
import { jointWords } from "../text/joint-words.ts";
import { wordsOf } from "../text/words.ts";
import { scopeName } from "./scope.ts";
import type { Seating } from "./seating.ts";

const words = wordsOf(jointWords);

/**
 * Says how the session ended that one had joined, and shows the way to its minutes. `before`: the one joined before this
 * page was loaded; it may have ended while one was away.
 */
export function sayEnds({ board, desk }: Seating, before: string | null): void {
  let last = before;
  let sawItOpen = false;
  createEffect(() => {
    const joined = board.joint.joined();
    if (joined && joined.id !== last) sawItOpen = false;
    last = joined?.id ?? last;
    const session = last === null ? undefined : board.joint.session(last);
    if (session?.closed) {
      last = null;
      untrack(() => end(session));
    } else if (session && joined) sawItOpen = true;
    else if (session) last = null; // left, and it goes on
  });

  function end({ id, scope, closed }: JointSession): void {
    desk.light([]);
    if (desk.side() === "joint") desk.showSide("none");
    const run = () => desk.go({ view: "minutes", year: yearOfScope(scope), session: id });
    // Whoever closes it goes on to the minutes; the others are shown the way.
    if (sawItOpen && closed?.by.id === board.actor.id) run();
    else {
      desk.say({ text: words().ended(scopeName(scope)), tone: "warning", action: { label: words().minutes, run } });
    }
  }
}

/** Says when the lead goes to somebody else; who it comes to is told what to do with it. */
export function sayLeads({ board, desk, session, sayYouLead }: Seating): void {
  let before: { readonly id: string; readonly lead: string } | null = null;
  createEffect(() => {
    const now = session();
    const lead = now?.lead.person;
    if (now && lead && before?.id === now.id && before.lead !== lead.id && now.lead.by.id !== board.actor.id) {
      const isOwn = lead.id === board.actor.id;
      untrack(() => (isOwn ? sayYouLead() : desk.say({ text: words().leadTaken(lead.name) })));
    }
    before = now && lead ? { id: now.id, lead: lead.id } : null;
  });
}
