import { createHash } from "node:crypto";
import * as v from "valibot";
import { BugError } from "../../shared/kit/assert.ts";
import { type Chance, newId } from "../../shared/kit/id.ts";
import { idSchema } from "../../shared/model/ref.ts";
import type { Pairing, PairingAsked } from "../../shared/protocol/screen-feed.ts";
import type { Clock } from "../observe/clock.ts";
import type { KeyStore } from "../store/store.ts";
import { BegunPairings } from "./begun-pairings.ts";
import { newCode, readCode, shownCode } from "./codes.ts";
import type { Credentials } from "./credentials.ts";
import { answerHoldMs, codeDrawsMax, pairingHoldMs, pollEveryMs } from "./limits.ts";
import type { Device, Pairings, Polled } from "./pairings.ts";
import { Polls } from "./polls.ts";

type Parts = {
  readonly keys: KeyStore;
  readonly credentials: Pick<Credentials, "issue">;
  readonly clock: Clock;
  readonly chance: Chance;
};

/** What lies under a code while nobody has answered: taken by the one who does. */
const askedSchema = v.object({
  device: v.string(),
  size: v.nullable(v.string()),
  address: v.string(),
  askedMs: v.number(),
  expiresMs: v.number(),
  /** Under which the screen finds the answer: the code alone leads nobody to it. */
  answerKey: v.string(),
});
type Asked = v.InferOutput<typeof askedSchema>;

/** What lies under the hash of the secret: how far it has come. Taken by the one poll that it is handed to. */
const answerSchema = v.variant("state", [
  v.object({ state: v.literal("pending") }),
  v.object({ state: v.literal("denied") }),
  v.object({ state: v.literal("claimed"), screen: idSchema }),
]);
type Answer = v.InferOutput<typeof answerSchema>;

/** Pairings kept in `keys`, so that the screen may poll one process while it is claimed at another. */
export function createPairings({ keys, credentials, clock, chance }: Parts): Pairings {
  const begun = new BegunPairings(clock);
  const polls = new Polls(clock);

  /** A code that nobody uses. */
  async function keepUnderNewCode(asked: Asked): Promise<string> {
    for (let draw = 0; draw < codeDrawsMax; draw++) {
      const code = newCode(chance);
      if (await keys.putNew(codeKey(code), JSON.stringify(asked), asked.expiresMs)) return code;
    }
    throw new BugError("chance draws only codes in use");
  }

  async function answer(text: string, given: Answer): Promise<boolean> {
    const code = readCode(text);
    const asked = code && read(askedSchema, await keys.take(codeKey(code)));
    if (!asked) return false;
    const untilMs = Math.max(asked.expiresMs, clock.now() + answerHoldMs);
    await keys.put(asked.answerKey, JSON.stringify(given), untilMs);
    return true;
  }

  async function handOver(key: string): Promise<Polled> {
    const taken = read(answerSchema, await keys.take(key));
    // Another poll with the same secret was faster.
    if (taken?.state !== "claimed") return { state: "over" };
    return { state: "handed", screen: taken.screen, credential: await credentials.issue(taken.screen) };
  }

  return {
    async ask(device: Device): Promise<Pairing | null> {
      if (!begun.mayBegin(device.address)) return null;
      const secret = newId(chance) + newId(chance);
      const nowMs = clock.now();
      const [answerKey, expiresMs] = [answerKeyOf(secret), nowMs + pairingHoldMs];
      // First, so that whoever sees the code and answers at once writes over it.
      await keys.put(answerKey, JSON.stringify({ state: "pending" } satisfies Answer), expiresMs);
      const code = shownCode(await keepUnderNewCode({ ...device, askedMs: nowMs, expiresMs, answerKey }));
      return {
        secret,
        code,
        path: `/pair?code=${code}`,
        expiresInSeconds: pairingHoldMs / 1000,
        intervalSeconds: pollEveryMs / 1000,
      };
    },
    async poll(secret) {
      if (!/^[\w-]{32}$/.test(secret)) return { state: "over" };
      const key = answerKeyOf(secret);
      if (polls.isTooFast(key)) return { state: "too-fast" };
      const answer = read(answerSchema, await keys.get(key));
      switch (answer?.state) {
        case undefined:
          return { state: "over" };
        case "pending":
          return { state: "pending" };
        case "denied":
          await keys.delete(key);
          return { state: "denied" };
        case "claimed":
          return handOver(key);
      }
    },
    async look(text): Promise<PairingAsked | null> {
      const code = readCode(text);
      const asked = code && read(askedSchema, await keys.get(codeKey(code)));
      if (!asked) return null;
      const { answerKey: _secret, ...shown } = asked;
      return shown;
    },
    claim: (code, screen) => answer(code, { state: "claimed", screen }),
    deny: (code) => answer(code, { state: "denied" }),
  };
}

/** What a newer or older version of the program wrote may say something else: then there is nothing. */
function read<S extends v.GenericSchema>(schema: S, kept: string | null): v.InferOutput<S> | null {
  if (kept === null) return null;
  const parsed = v.safeParse(schema, JSON.parse(kept));
  return parsed.success ? parsed.output : null;
}

function codeKey(code: string): string {
  return `pairing:${code}`;
}

function answerKeyOf(secret: string): string {
  return `pairing-answer:${createHash("sha256").update(secret).digest("base64url")}`;
}
