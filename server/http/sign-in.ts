import { Hono } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";

/** Who am I, and signing out. Nobody being signed in is no error: the page asks this before it knows. */
export function signInRoutes(signIns: SignIns) {
  return new Hono()
    .get("/sign-in", async (c) => c.json({ actor: await signIns.find(getCookie(c, ticketCookie)) }))
    .delete("/sign-in", async (c) => {
      await signIns.end(getCookie(c, ticketCookie));
      deleteCookie(c, ticketCookie, { path: "/" });
      return c.json({ actor: null });
    });
}
