import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import {
  addTopics,
  attend,
  closeJointSession,
  goToStep,
  openJointSession,
  setLead,
} from "../../shared/document/joint-sessions.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { JointSession, Scope, WalkStep } from "../../shared/model/joint-session.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { type AgendaTopic, newTopics, type TopicState } from "../../shared/rules/agenda.ts";
import { may, mayLead } from "../../shared/rules/rights.ts";
import { isRunning } from "../../shared/rules/running.ts";
import { yearOfScope } from "../../shared/rules/scope.ts";
import { freshId, later, timeMs } from "../clock.ts";
import { type Joined, joinedBefore, keepJoined } from "../connection/joined-keep.ts";
import type { AgendaNow } from "./agenda-now.ts";
import type { Decisions } from "./decisions.ts";
import { createDifficulties, type Difficulties } from "./difficulties.ts";
import type { JointReading } from "./joint-reading.ts";
import type { PresenceStore } from "./presence.ts";
import type { Programmes } from "./programmes.ts";
import type { History } from "./undo.ts";

/** One tab in a joint session; several tabs of one person are one. `isHere`: it is this person. */
export type Companion = {
  readonly id: string;
  readonly name: string;
  readonly office: OfficeId | null;
  readonly follows: boolean;
  readonly leads: boolean;
  readonly isHere: boolean;
};

/** The joint sessions of the open programmes, and what one may do in them. Steps, lead and attendance are in nobody's undo; decisions are. */
export type Joint = {
  /** Those that are going on, the last opened first. */
  readonly running: Accessor<readonly JointSession[]>;
  /** All of the open programmes, ended ones too, the last opened first. */
  readonly all: Accessor<readonly JointSession[]>;
  session(id: string): JointSession | undefined;
  /** How far a topic has come. Reactive. */
  topicState(session: JointSession, topic: AgendaTopic): TopicState;
  /** What would be on the agenda of a scope now. Reactive as far as its days are looked at. */
  agenda(scope: Scope): readonly AgendaTopic[];
  /** Who is in a session now, whoever leads first; empty for one that nobody has joined. */
  companions(id: string): readonly Companion[];
  /** The item that whoever leads points at, when it is somebody else. */
  spotOf(id: string): string | null;
  /** The session that this tab has joined. */
  readonly joined: Accessor<Joined | null>;
  readonly difficulties: Difficulties;
  /** Opens a session, leads and joins it. Answers its id. */
  open(scope: Scope): string;
  /** Joins, following whoever leads. */
  join(id: string): void;
  leave(): void;
  /** Goes along with whoever leads, or does not. */
  follow(follows: boolean): void;
  /** Takes the lead. */
  takeLead(id: string): void;
  handOver(id: string, person: Pick<Companion, "id" | "name">): void;
  /** Goes to a topic, with what is offered there and which of it is about to be taken; null: to none. Only whoever leads. */
  goTo(id: string, step: Pick<WalkStep, "topic" | "offers" | "taking">): void;
  /** Shows which offer is about to be taken, by its number from 1; null: none. */
  take(id: string, number: number | null): void;
  /** Ends it for everybody. Only whoever leads. */
  close(id: string): void;
  readonly resolve: Decisions["resolve"];
  /** Whether a line of the log is one's own last action, that undo would take back. */
  isLast(line: string): boolean;
};

type Parts = {
  readonly actor: Actor;
  readonly reading: JointReading;
  readonly agendaNow: AgendaNow;
  readonly programmes: Pick<Programmes, "docOf">;
  readonly presence: PresenceStore;
  readonly decisions: Decisions;
  readonly history: History;
  /** Whether the documents are here: nothing is added to an agenda while a year is still coming. */
  readonly isFilled: Accessor<boolean>;
};

/** What others do in the same moment comes on the agenda together. */
const gatherMs = 1_500;

export function createJoint(parts: Parts): Joint {
  const { actor, reading, agendaNow, presence } = parts;
  const by = { id: actor.id, name: actor.name };
  const [joined, setJoined] = createSignal<Joined | null>(joinedBefore());
  const now = () => timeMs();
  const running = createMemo(() => reading.all().filter((session) => isRunning(session, now())));
  const isLed = (id: string) => {
    const session = reading.session(id);
    return session !== undefined && session.closed === null && mayLead(actor, session);
  };

  const write = (id: string, act: (doc: Doc) => void) => {
    const doc = reading.docOf(id);
    if (doc && may(actor, "meet")) doc.transact(() => act(doc));
  };
  const writeLed = (id: string, act: (doc: Doc) => void) => void (isLed(id) && write(id, act));
  const beThere = (id: string, isThere: boolean) => {
    const before = reading.session(id)?.present.find(({ person }) => person.id === actor.id);
    if (!isThere && !before) return;
    const there = { person: by, office: actor.office, joinedMs: before?.joinedMs ?? now() };
    write(id, (doc) => attend(doc, id, isThere ? there : { ...there, leftMs: Math.max(now(), there.joinedMs) }));
  };
  const setPlace = (next: Joined | null) => {
    const before = joined();
    if (before && before.id !== next?.id) beThere(before.id, false);
    setJoined(next);
    keepJoined(next);
    presence.showJoint(next);
    if (next && next.id !== before?.id) beThere(next.id, true);
  };

  const arrive = ({ id, present }: JointSession) => {
    if (!present.some(({ person }) => person.id === actor.id)) beThere(id, true);
  };
  keepPlace({ joined, reading, presence, arrive, leave: () => setPlace(null) });
  keepAgenda(parts, (id, added) => writeLed(id, (doc) => addTopics(doc, id, added)));

  return {
    running,
    all: reading.all,
    session: reading.session,
    topicState: agendaNow.stateOf,
    agenda: agendaNow.of,
    companions: (id) => companionsOf({ id, actor, joined: joined(), reading, presence }),
    spotOf(id) {
      const lead = reading.session(id)?.lead.person.id;
      if (lead === actor.id) return null;
      return presence.others().find((other) => other.id === lead && other.joint?.id === id && other.spot)?.spot ?? null;
    },
    joined,
    difficulties: createDifficulties({ ...parts, by }),
    open(scope) {
      const id = freshId();
      const doc = parts.programmes.docOf(yearOfScope(scope));
      const topics = untrack(() => agendaNow.whole(scope));
      doc.transact(() => openJointSession(doc, { id, scope, opened: { by, atMs: now() }, topics }));
      setPlace({ id, follows: true });
      return id;
    },
    join: (id) => setPlace({ id, follows: true }),
    leave: () => setPlace(null),
    follow(follows) {
      const at = joined();
      if (at && at.follows !== follows) setPlace({ ...at, follows });
    },
    takeLead: (id) => write(id, (doc) => setLead(doc, id, { person: by, by, atMs: now() })),
    handOver: (id, { id: next, name }) =>
      writeLed(id, (doc) => setLead(doc, id, { person: { id: next, name }, by, atMs: now() })),
    goTo: (id, step) => writeLed(id, (doc) => goToStep(doc, id, { ...step, by, atMs: now() })),
    take(id, number) {
      const step = reading.session(id)?.step;
      if (!step) return;
      const { taking: _taking, ...rest } = step;
      const next = { ...rest, by, atMs: now(), ...(number !== null && { taking: number }) };
      writeLed(id, (doc) => goToStep(doc, id, next));
    },
    close(id) {
      const session = reading.session(id);
      const isOpen = (topic: AgendaTopic) => session && agendaNow.stateOf(session, topic).state === "open";
      const open = session?.topics.filter(isOpen).map((topic) => topic.id) ?? [];
      writeLed(id, (doc) => closeJointSession(doc, id, { by, atMs: now(), open }));
    },
    resolve: parts.decisions.resolve,
    isLast: (line) => parts.history.next()?.line === line,
  };
}

type Doc = ReturnType<Programmes["docOf"]>;

type Place = Pick<Parts, "reading" | "presence"> & {
  readonly joined: Accessor<Joined | null>;
  leave(): void;
  arrive(session: JointSession): void;
};

/**
 * A reload stays in the session it was in; one that has ended lets everybody go. Who joins before the year is there is
 * written down once it is.
 */
function keepPlace({ joined, reading, presence, arrive, leave }: Place): void {
  const at = untrack(joined);
  if (at) presence.showJoint(at);
  createEffect(() => {
    const id = joined()?.id;
    const hasEnded = id !== undefined && (reading.session(id)?.closed ?? null) !== null;
    if (hasEnded) untrack(leave);
  });
  createEffect(() => {
    const id = joined()?.id;
    const session = id === undefined ? undefined : reading.session(id);
    if (session?.closed === null && reading.docOf(session.id)) untrack(() => arrive(session));
  });
}

/** While one leads, what has become undecided since comes on the agenda by itself. */
function keepAgenda({ actor, reading, agendaNow, isFilled }: Parts, add: (id: string, topics: AgendaTopic[]) => void) {
  const led = createMemo(
    () => reading.all().find((one) => isRunning(one, timeMs()) && mayLead(actor, one))?.id ?? null,
  );
  const missing = () => {
    const id = led();
    const session = id === null || !isFilled() ? undefined : reading.session(id);
    return session ? newTopics(session, agendaNow.of(session.scope)) : [];
  };
  createEffect(
    on(
      () =>
        missing()
          .map((topic) => topic.id)
          .join(),
      (ids) => {
        if (ids === "") return;
        onCleanup(
          later(gatherMs, () => {
            const id = untrack(led);
            if (id !== null) add(id, untrack(missing));
          }),
        );
      },
    ),
  );
}

type Asked = Pick<Parts, "actor" | "reading" | "presence"> & { readonly id: string; readonly joined: Joined | null };

function companionsOf({ id, actor, joined, reading, presence }: Asked): readonly Companion[] {
  const lead = reading.session(id)?.lead.person.id;
  const found = new Map<string, Companion>();
  const own = joined?.id === id ? [{ ...actor, follows: joined.follows, isHere: true }] : [];
  const others = presence
    .others()
    .flatMap(({ joint, ...other }) => (joint?.id === id ? [{ ...other, follows: joint.follows, isHere: false }] : []));
  for (const { id: person, name, office, follows, isHere } of [...own, ...others]) {
    const before = found.get(person);
    const leads = person === lead;
    found.set(person, {
      ...{ id: person, name, office, leads },
      ...{ follows: follows || before?.follows === true, isHere: isHere || before?.isHere === true },
    });
  }
  return [...found.values()].sort((a, b) => Number(b.leads) - Number(a.leads));
}
