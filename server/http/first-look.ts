import { Hono } from "hono";
import { compress } from "hono/compress";
import { getCookie } from "hono/cookie";
import { readDirectory } from "../../shared/document/directory-codec.ts";
import { type Days, itemsInDays } from "../../shared/document/items-in-days.ts";
import { readJointSessions } from "../../shared/document/joint-sessions.ts";
import { addDays, type Day, dayParts, daysBetween, parseDay } from "../../shared/kit/day.ts";
import type { JointSession } from "../../shared/model/joint-session.ts";
import { documentNameToText, firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import { daysOfScope } from "../../shared/rules/scope.ts";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import type { Rooms } from "../live/rooms.ts";
import { ProblemError } from "./problem.ts";

type Doc = Parameters<typeof readDirectory>[0];
type Parts = { readonly board: string; readonly signIns: SignIns; readonly glance: Rooms["glance"] };

/** A month on the screen is six weeks at most. */
const daysMax = 42;

/**
 * `GET /api/look/<first day>/<last day>`: the directory, what stands on these days and the joint sessions about them that have
 * not ended, as data, so that a page shows them while the documents themselves are still on their way. 204 while that would take longer than the documents.
 */
export function firstLookRoutes({ board, signIns, glance }: Parts) {
  return new Hono().use("/api/look/*", compress()).get("/api/look/:first/:last", async (c) => {
    if (!(await signIns.find(getCookie(c, ticketCookie)))) throw new ProblemError("sign-in-needed");
    const days = daysOf(c.req.param("first"), c.req.param("last"));
    const directoryName = documentNameToText({ kind: "directory", board });
    const inYears = (what: string, look: (doc: Doc) => readonly unknown[]) =>
      Promise.all(
        yearsOf(days).map((year) =>
          glance(documentNameToText({ kind: "programme", board, year }), `${what} ${days.first} ${days.last}`, (doc) =>
            look(doc)
              .map((one) => JSON.stringify(one))
              .join(),
          ),
        ),
      );
    c.header("Cache-Control", "private, no-store");
    const [directory, items, sessions] = await Promise.all([
      glance(directoryName, "directory", (doc) => JSON.stringify(readDirectory(doc))),
      inYears("items", (doc) => itemsInDays(doc, days)),
      inYears("sessions", (doc) => openSessions(doc, days)),
    ]);
    if (directory == null || items.includes(null) || sessions.includes(null)) return c.body(null, 204);
    const list = (texts: readonly (string | null)[]) => `[${texts.filter((text) => text !== "").join()}]`;
    // Each part is JSON already, and the same text for all who ask.
    const look = `{"directory":${directory},"items":${list(items)},"sessions":${list(sessions)}}`;
    return c.body(look, 200, { "Content-Type": "application/json" });
  });
}

function openSessions(doc: Doc, { first, last }: Days): JointSession[] {
  const isAbout = (days: readonly Day[]) => days.some((day) => day >= first && day <= last);
  return [...readJointSessions(doc).values()].filter(
    ({ scope, closed }) => closed === null && isAbout(daysOfScope(scope)),
  );
}

function daysOf(from: string, to: string): Days {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (!first || !last || last < first || addDays(first, daysMax) <= last) throw new ProblemError("bad-input", "days");
  const isPlanned = dayParts(first).year >= firstYear && dayParts(last).year <= lastYear;
  if (!isPlanned) throw new ProblemError("bad-input", "days");
  return { first, last };
}

function yearsOf({ first, last }: Days): number[] {
  return [...new Set(daysBetween(first, last).map((day) => dayParts(day).year))];
}
