import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import type { SeenById } from "../../shared/protocol/screen-feed.ts";
import { may } from "../../shared/rules/rights.ts";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import { ProblemError } from "./problem.ts";

export type ScreenSeenParts = {
  readonly signIns: Pick<SignIns, "find">;
  /** By the id of the screen; one that was never there is missing. */
  readonly seenScreens: () => Promise<SeenById>;
};

/** `GET /api/screens/seen`: when each paired screen was last there, for whoever may drive them. */
export function screenSeenRoutes({ signIns, seenScreens }: ScreenSeenParts) {
  return new Hono().get("/screens/seen", async (c) => {
    const actor = await signIns.find(getCookie(c, ticketCookie));
    if (!actor) throw new ProblemError("sign-in-needed");
    if (!may(actor, "drive-screen")) throw new ProblemError("may-not");
    c.header("Cache-Control", "private, no-store");
    return c.json({ screens: await seenScreens() });
  });
}
