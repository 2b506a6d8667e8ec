import { closeCode } from "../../shared/protocol/close-code.ts";
import type { Clock } from "../observe/clock.ts";
import type { Meters } from "../observe/meters.ts";
import type { Stop } from "../observe/stop.ts";
import { epochFrame, stepOneFrame } from "./frame.ts";
import type { Intake } from "./intake.ts";
import { buildAfterMs, fruitlessAsksMax } from "./limits.ts";
import type { LiveDocument } from "./live-document.ts";
import type { LogEnd } from "./log-end.ts";
import type { Member } from "./member.ts";
import type { Presence } from "./presence.ts";

type Parts = {
  readonly clock: Clock;
  readonly meters: Meters;
  readonly document: Pick<LiveDocument, "isBuilt" | "build" | "stateVector">;
  readonly logEnd: LogEnd;
  readonly intake: Intake<Member>;
  readonly presence: Presence<Member>;
  /** The life of the document as its members were told; null as long as nobody has ever written in it. */
  readonly epoch: () => string | null;
  readonly isHere: (member: Member) => boolean;
  readonly orFail: (act: () => void) => void;
};

/** How a socket and the document come to know of each other: which life it is, and what the one has that the other lacks. */
export class Greeting {
  readonly #parts: Parts;
  #stopBuilding: Stop = () => {};

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Who holds something of another life is sent away before a byte of theirs is read: it must not be mixed with this. */
  greet(member: Member) {
    const { logEnd, intake } = this.#parts;
    const epoch = this.#parts.epoch();
    if (epoch === null && member.isOfAnotherLife(epoch) && logEnd.mayBeAhead) {
      return void intake.suspend(member, () => this.#greetOnceKnown(member));
    }
    this.#greetAt(member, epoch);
  }

  /** Asks for what the document lacks. An answer that leaves the gap open is allowed a few times: it may cross another edit. */
  askAgain(member: Member, as: "answer" | "update") {
    this.#parts.meters.gap();
    if (as === "update" && member.owesAnswer) return;
    const isFruitless = as === "answer" && ++member.fruitlessAsks > fruitlessAsksMax;
    if (isFruitless) member.close(closeCode.malformed, "the gap stays open");
    else this.#ask(member);
  }

  stop() {
    this.#stopBuilding();
  }

  /** Another process may have begun the document meanwhile: then the log says whether this is its life. */
  async #greetOnceKnown(member: Member) {
    const { logEnd, isHere, epoch } = this.#parts;
    await logEnd.reach(() => isHere(member));
    if (isHere(member)) this.#greetAt(member, epoch());
  }

  #greetAt(member: Member, epoch: string | null) {
    if (member.isOfAnotherLife(epoch)) return member.close(closeCode.staleEpoch, "another epoch");
    this.#buildSoon();
    if (epoch !== null) member.send(epochFrame(epoch));
    this.#ask(member);
    this.#parts.presence.greet(member);
  }

  #ask(member: Member) {
    member.owesAnswer = true;
    member.send(stepOneFrame(this.#parts.document.stateVector()));
  }

  /** Ahead of the first edit, where people are at work: when a moment has passed in which nobody else came. */
  #buildSoon() {
    const { clock, document, orFail } = this.#parts;
    this.#stopBuilding();
    if (!document.isBuilt) this.#stopBuilding = clock.after(buildAfterMs, () => orFail(() => document.build()));
  }
}
