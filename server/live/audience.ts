import type { CloseCode } from "../../shared/protocol/close-code.ts";
import { updateFrame } from "./frame.ts";
import type { Member } from "./member.ts";

/** Everybody who has one document open. A frame for many is encoded once. */
export class Audience {
  readonly #members = new Set<Member>();
  #isHeld = false;

  get members(): ReadonlySet<Member> {
    return this.#members;
  }

  add(member: Member) {
    this.#members.add(member);
    if (this.#isHeld) member.hold("store");
  }

  remove(member: Member) {
    this.#members.delete(member);
  }

  has(member: Member): boolean {
    return this.#members.has(member);
  }

  /** An edit that has just become durable, to all who have the document and did not make it. */
  tellEdit(update: Uint8Array, except: Member | null) {
    const frame = updateFrame(update);
    for (const member of this.#members) if (member !== except && member.listens) member.send(frame);
  }

  /** An edit that is in the log: also to those whose document is on its way, behind it. */
  tellLogged(update: Uint8Array) {
    const frame = updateFrame(update);
    for (const member of this.#members) member.tell(frame);
  }

  send(frame: Uint8Array) {
    for (const member of this.#members) member.send(frame);
  }

  /** Lets go what waited for the log to be durable up to `durable`. */
  release(durable: number) {
    for (const member of this.#members) member.release(durable);
  }

  /** Whether to read nothing from anybody for now, also from those who come meanwhile. */
  hold(isHeld: boolean) {
    this.#isHeld = isHeld;
    for (const member of this.#members) {
      if (isHeld) member.hold("store");
      else member.letGoOn("store");
    }
  }

  close(code: CloseCode) {
    for (const member of this.#members) member.close(code, "");
  }
}
