import { Hono } from "hono";
import { compress } from "hono/compress";
import { getCookie } from "hono/cookie";
import { readDirectory } from "../../shared/document/directory-codec.ts";
import { type Days, itemsInDays } from "../../shared/document/items-in-days.ts";
import { addDays, dayParts, daysBetween, parseDay } from "../../shared/kit/day.ts";
import { documentNameToText, firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import type { Rooms } from "../live/rooms.ts";
import { ProblemError } from "./problem.ts";

type Parts = { readonly board: string; readonly signIns: SignIns; readonly glance: Rooms["glance"] };

/** A month on the screen is six weeks at most. */
const daysMax = 42;

/**
 * `GET /api/look/<first day>/<last day>`: the directory and what stands on these days, as data, so that a page shows them
 * while the documents themselves are still on their way. 204 while that would take longer than the documents.
 */
export function firstLookRoutes({ board, signIns, glance }: Parts) {
  return new Hono().use("/api/look/*", compress()).get("/api/look/:first/:last", async (c) => {
    if (!(await signIns.find(getCookie(c, ticketCookie)))) throw new ProblemError("sign-in-needed");
    const days = daysOf(c.req.param("first"), c.req.param("last"));
    const directoryName = documentNameToText({ kind: "directory", board });
    const glances = [
      glance(directoryName, "directory", (doc) => JSON.stringify(readDirectory(doc))),
      ...yearsOf(days).map((year) =>
        glance(documentNameToText({ kind: "programme", board, year }), `${days.first} ${days.last}`, (doc) =>
          itemsInDays(doc, days)
            .map((item) => JSON.stringify(item))
            .join(),
        ),
      ),
    ];
    c.header("Cache-Control", "private, no-store");
    const [directory, ...years] = await Promise.all(glances);
    if (directory == null || years.includes(null)) return c.body(null, 204);
    const items = years.filter((year) => year !== "").join();
    // Each part is JSON already, and the same text for all who ask.
    return c.body(`{"directory":${directory},"items":[${items}]}`, 200, { "Content-Type": "application/json" });
  });
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
