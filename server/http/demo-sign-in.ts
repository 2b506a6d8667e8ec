import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import * as v from "valibot";
import { ticketCookie } from "../access/cookie.ts";
import { demoPeople } from "../access/demo-people.ts";
import { isLoopback } from "../access/loopback.ts";
import { type SignIns, signInHoldMs } from "../access/sign-ins.ts";
import { inputBytes, jsonInput } from "./input.ts";
import { ProblemError } from "./problem.ts";

type Parts = { readonly signIns: SignIns; readonly demo: boolean };

const wish = v.object({ as: v.pipe(v.string(), v.maxLength(64)) });
const bodyBytesMax = 4 * 1024;

/**
 * Signing in as one of the demo people, without any proof: only where the operator allows it, and only by an address
 * that names this machine, so that neither a proxy nor a foreign name that resolves to 127.0.0.1 opens it to others.
 */
export function demoSignInRoutes({ signIns, demo }: Parts) {
  return new Hono()
    .use("/sign-in/demo", async (c, next) => {
      if (!demo || !isLoopback(new URL(c.req.url).hostname)) throw new ProblemError("no-demo-sign-in");
      await next();
    })
    .get("/sign-in/demo", (c) => c.json(demoPeople))
    .post("/sign-in/demo", inputBytes(bodyBytesMax), jsonInput(wish), async (c) => {
      const actor = demoPeople.find(({ id }) => id === c.req.valid("json").as);
      if (!actor) throw new ProblemError("unknown-person", "as");
      const ticket = await signIns.start(actor);
      const maxAge = signInHoldMs / 1000;
      setCookie(c, ticketCookie, ticket, { httpOnly: true, sameSite: "Strict", path: "/", maxAge });
      return c.json({ actor });
    });
}
