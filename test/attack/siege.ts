/** A siege: shot after shot at one document, with everything that must still hold looked at after each. */
import * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { allowances } from "../../server/live/limits.ts";
import { LiveDocument } from "../../server/live/live-document.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { settlementsOf } from "../../shared/document/settlements.ts";
import { type AimName, aims } from "./aims.ts";
import { expectUntouched, readLawful } from "./law.ts";
import { expectLed, type Joint, readLawfulJoint } from "./law-of-joint.ts";
import { expectSigned, readLawfulSettlements, type Settlements } from "./law-of-settlements.ts";
import { encodeRaw } from "./raw-update.ts";
import type { Aim } from "./shots.ts";
import { Target } from "./target.ts";

export type Outcome = "taken" | "taken in part" | "nothing of it taken" | "nothing new" | "gap" | "sent away";
export type Tally = Record<AimName, Partial<Record<Outcome, number>>>;

const names = Object.keys(aims) as AimName[];
/** An honest edit in between, every so often. */
const honestEvery = 25;
/** A document grows with what it takes; after so many shots another one stands there. */
const shotsPerDocument = 300;

/** What comes within 22 ms in a busy hour. */
const longestRun = 6;

/** An id whose clocks ran this far can soon write no more. */
const spoiltClock = 1_000_000;

export function newTally(): Tally {
  return Object.fromEntries(names.map((name) => [name, {}])) as Tally;
}

/** Throws what broke, with the shots that broke it. Answers how many were later taken as one change with others. */
export function besiege(dice: Dice, shots: number, tally: Tally): number {
  let joined = 0;
  for (let left = shots; left > 0; left -= shotsPerDocument) {
    const siege = new Siege(dice, tally);
    for (let count = Math.min(left, shotsPerDocument); count > 0; count--) siege.shoot(count % honestEvery === 0);
    siege.end();
    joined += takeAgainInRuns(siege.target, dice);
  }
  return joined;
}

/**
 * What came to the document is taken again by another, as much as may be as one change with its neighbours: it must come to
 * the same, and others hear the same of it. Answers how many updates shared a change with the one before.
 */
function takeAgainInRuns({ handedIn, doc }: Target, dice: Dice): number {
  const [live, peer] = [new LiveDocument("programme"), new Y.Doc()];
  const { caps } = allowances.update;
  let shared = 0;
  const tell = (news: Uint8Array | null) => news && Y.applyUpdate(peer, news);
  for (let at = 0; at < handedIn.length; ) {
    const [from, until] = [at, Math.min(handedIn.length, at + 1 + dice.below(longestRun))];
    const joins = ({ update, actor }: Handed) => live.join(update, { actor, caps }) !== "alone";
    tell(
      live.together(() => {
        for (let next = handedIn[at]; next && at < until && joins(next); next = handedIn[at]) at++;
      }),
    );
    shared += Math.max(0, at - from - 1);
    const alone = at < until ? handedIn[at++] : undefined;
    const taken = alone && live.take(alone.update, { actor: alone.actor, caps, when: "sure" });
    if (taken?.verdict === "broken") throw taken.error;
    if (taken?.verdict === "taken") tell(taken.news);
  }
  const wanted = pictureOf(doc);
  for (const other of [live.see((one) => one), peer])
    if (pictureOf(other) !== wanted) throw new Error("taken together it comes to something else");
  return shared;
}

type Handed = Target["handedIn"][number];

/** Everything in it, how far each writer came, and what is gone. */
function pictureOf(doc: Y.Doc): string {
  const { sv, ds } = Y.snapshot(doc);
  const gone = [...ds.clients].map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]);
  const roots = [itemsOf(doc).toJSON(), settlementsOf(doc).toJSON()].map(sorted);
  const byClient = (one: readonly unknown[], other: readonly unknown[]) => Number(one[0]) - Number(other[0]);
  return JSON.stringify([roots, [...sv].sort(byClient), gone.sort(byClient)]);
}

class Siege {
  readonly #dice: Dice;
  readonly #tally: Tally;
  readonly target: Target;
  readonly #lives: number[] = [];
  #settlements: Settlements;
  #joint: Joint;
  #standing: ReturnType<typeof readLawful>;

  constructor(dice: Dice, tally: Tally) {
    this.#dice = dice;
    this.#tally = tally;
    this.target = new Target(dice);
    this.#standing = readLawful(this.target.doc);
    this.#settlements = readLawfulSettlements(this.target.doc);
    this.#joint = readLawfulJoint(this.target.doc);
  }

  shoot(isHonestNext: boolean) {
    const { attackers } = this.target;
    const who = this.#dice.below(attackers.length);
    const actor = attackers[who];
    if (!actor) return;
    const name = this.#dice.pick(names);
    const aim: Aim = aims[name];
    const shot = { target: this.target, dice: this.#dice, own: this.#ownId(who) };
    const update = encodeRaw(aim(shot));
    try {
      const outcome = outcomeOf(this.target.take(update, actor));
      this.#tally[name][outcome] = (this.#tally[name][outcome] ?? 0) + 1;
      const now = readLawful(this.target.doc);
      expectUntouched(this.#standing, now, actor);
      this.#standing = now;
      const settlements = readLawfulSettlements(this.target.doc);
      expectSigned(this.#settlements, settlements, actor);
      this.#settlements = settlements;
      const joint = readLawfulJoint(this.target.doc);
      expectLed(this.#joint, joint, actor);
      this.#joint = joint;
      if (isHonestNext) this.#goOn();
    } catch (error) {
      const bytes = Buffer.from(update).toString("hex");
      throw new Error(`${actor.id} ${name}: ${error instanceof Error ? error.message : error}\n${bytes}`, {
        cause: error,
      });
    }
  }

  /** Client ids of their own, a new one when an aim has spoilt the last. */
  #ownId(who: number): number {
    const id = 2_000_000 + 10_000 * who + 10 * (this.#lives[who] ?? 0);
    if (this.target.stateOf(id) < spoiltClock) return id;
    this.#lives[who] = (this.#lives[who] ?? 0) + 1;
    return this.#ownId(who);
  }

  /** Everybody who was told has what the server has. */
  end() {
    const { doc, peer, victim } = this.target;
    const wanted = JSON.stringify(sorted(itemsOf(doc).toJSON()));
    for (const other of [peer, victim.doc])
      if (JSON.stringify(sorted(itemsOf(other).toJSON())) !== wanted)
        throw new Error("the others have another document");
  }

  /** Who was attacked goes on working, and is not disturbed in it. */
  #goOn() {
    const { updates, title } = this.target.victim.goesOn();
    for (const update of updates) {
      const taken = this.target.take(update, this.target.victim.actor);
      if (taken.verdict !== "taken" || taken.refusals.length > 0)
        throw new Error(`the honest edit is ${taken.verdict}`);
    }
    this.#standing = readLawful(this.target.doc);
    if (this.#standing.get("victim")?.item.title !== title) throw new Error("the honest edit did not stay");
  }
}

function outcomeOf(taken: ReturnType<Target["take"]>): Outcome {
  switch (taken.verdict) {
    case "taken":
      if (taken.refusals.length === 0) return "taken";
      return taken.news ? "taken in part" : "nothing of it taken";
    case "nothing":
      return "nothing new";
    case "gap":
      return "gap";
    case "refuse":
      return "sent away";
    case "broken":
      throw taken.error;
    case "doubt":
      throw new Error("it is sure, and doubts");
  }
}

function sorted(value: Record<string, unknown>): unknown {
  return Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
}
