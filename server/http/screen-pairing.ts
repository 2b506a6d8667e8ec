import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import * as v from "valibot";
import { idSchema } from "../../shared/model/ref.ts";
import { may } from "../../shared/rules/rights.ts";
import { ticketCookie } from "../access/cookie.ts";
import { writeCredential } from "../access/screen-cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import { deviceOf } from "../screens/device.ts";
import type { Pairings } from "../screens/pairings.ts";
import { inputBytes, jsonInput } from "./input.ts";
import { ProblemError } from "./problem.ts";

export type ScreenPairingParts = {
  readonly signIns: Pick<SignIns, "find">;
  readonly pairings: Pairings;
  /** How often each person has lately named a code behind which nothing waits. */
  readonly tries: { areUsedUp(personId: string): boolean; missed(personId: string): void };
  /** Whether the directory has a screen of this id by now. */
  readonly hasScreen: (id: string) => Promise<boolean>;
  /** Where a request comes from, as far as the machine can tell. */
  readonly addressOf: (c: Context) => string;
};

const asking = v.object({ size: v.optional(v.pipe(v.string(), v.regex(/^\d{2,5}×\d{2,5}$/))) });
const polling = v.object({ secret: v.pipe(v.string(), v.maxLength(64)) });
const claiming = v.object({ screen: idSchema });
const bodyBytesMax = 4 * 1024;

/**
 * Pairing a screen by a code (RFC 8628 in shape). The first two are for the screen, which is nobody yet; the rest for
 * whoever lets it in: an officer or head who is signed in, and has put the screen into the directory before claiming it.
 */
export function screenPairingRoutes(parts: ScreenPairingParts) {
  const { pairings, hasScreen, addressOf } = parts;
  return new Hono()
    .post("/screens/pairing", inputBytes(bodyBytesMax), jsonInput(asking), async (c) => {
      const device = deviceOf(c.req.header("user-agent"));
      const pairing = await pairings.ask({ device, size: c.req.valid("json").size ?? null, address: addressOf(c) });
      if (!pairing) throw new ProblemError("too-many-pairings");
      return c.json(pairing);
    })
    .post("/screens/pairing/token", inputBytes(bodyBytesMax), jsonInput(polling), async (c) => {
      const polled = await pairings.poll(c.req.valid("json").secret);
      if (polled.state !== "handed") throw new ProblemError(problemByState[polled.state]);
      c.header("Set-Cookie", writeCredential(polled.credential));
      return c.json({ screen: polled.screen });
    })
    .get("/screens/pairing/:code", async (c) => {
      const person = await allowed(parts, c);
      const asked = await pairings.look(c.req.param("code"));
      if (!asked) throw missed(parts, person);
      return c.json(asked);
    })
    .post("/screens/pairing/:code/claim", inputBytes(bodyBytesMax), jsonInput(claiming), async (c) => {
      const person = await allowed(parts, c);
      const { screen } = c.req.valid("json");
      if (!(await hasScreen(screen))) throw new ProblemError("no-such-screen");
      if (!(await pairings.claim(c.req.param("code"), screen))) throw missed(parts, person);
      return c.json({ screen });
    })
    .post("/screens/pairing/:code/deny", async (c) => {
      const person = await allowed(parts, c);
      if (!(await pairings.deny(c.req.param("code")))) throw missed(parts, person);
      return c.json({});
    });
}

const problemByState = {
  pending: "authorization-pending",
  "too-fast": "slow-down",
  over: "expired-token",
  denied: "access-denied",
} as const;

/** The id of whoever may let a screen in and has not guessed too often. */
async function allowed({ signIns, tries }: ScreenPairingParts, c: Context): Promise<string> {
  const actor = await signIns.find(getCookie(c, ticketCookie));
  if (!actor) throw new ProblemError("sign-in-needed");
  if (!may(actor, "drive-screen")) throw new ProblemError("may-not");
  if (tries.areUsedUp(actor.id)) throw new ProblemError("too-many-tries");
  return actor.id;
}

function missed({ tries }: ScreenPairingParts, person: string): ProblemError {
  tries.missed(person);
  return new ProblemError("no-such-code");
}
