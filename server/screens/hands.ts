import * as v from "valibot";
import { presenceSchema } from "../../shared/protocol/presence.ts";
import type { Hand } from "./projection/mask.ts";

/** What those who have the board open hold in their hands, by the joint session they are in. Read only where one is shown. */
export class Hands {
  #states: () => readonly string[] = () => [];
  #bySession: ReadonlyMap<string, readonly Hand[]> | null = null;

  hear(states: () => readonly string[]): void {
    this.#states = states;
    this.#bySession = null;
  }

  of(session: string): readonly Hand[] {
    this.#bySession ??= read(this.#states());
    return this.#bySession.get(session) ?? [];
  }

  /** Another text where another thing is held. */
  versionOf(session: string): string {
    return this.of(session)
      .map(({ item, by, over }) => `${item} ${over} ${by}`)
      .join();
  }
}

function read(states: readonly string[]): ReadonlyMap<string, readonly Hand[]> {
  const found = new Map<string, Hand[]>();
  for (const json of states) {
    const state = v.safeParse(presenceSchema, parsed(json));
    if (!state.success) continue;
    const { joint, hand, over, user } = state.output;
    if (!joint || hand === undefined || over === undefined) continue;
    found.set(joint.id, [...(found.get(joint.id) ?? []), { item: hand, by: user.name, over }]);
  }
  return found;
}

/** A server wrote it, but what a tab said is in it: it may be anything. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
