import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { difficultyEntries } from "../../shared/document/difficulties.ts";
import { readDirectory } from "../../shared/document/directory-codec.ts";
import { readItem } from "../../shared/document/item-reading.ts";
import { jointSessionsOf, readJointSession } from "../../shared/document/joint-sessions.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { hanoiAt } from "../../shared/kit/hanoi.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { documentNameToText, firstYear, lastYear } from "../../shared/protocol/document-name.ts";
import { type Minutes, minutesOf } from "../../shared/rules/minutes.ts";
import { may } from "../../shared/rules/rights.ts";
import { minutesToText } from "../../shared/text/minutes-words.ts";
import { createNames } from "../../shared/text/names.ts";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import type { Calculator } from "../calculation/calculator.ts";
import { languageOf, languages } from "./language.ts";
import { ProblemError } from "./problem.ts";

type Doc = Parameters<typeof readDirectory>[0];
type Parts = {
  readonly board: string;
  readonly signIns: SignIns;
  readonly calculator: Pick<Calculator, "writeMinutes">;
  /** What is seen in a document, durable; null when it cannot be read now. */
  readonly readOnce: <Seen>(name: string, look: (doc: Doc) => Seen) => Promise<Seen | null>;
};

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * `GET /api/joint-sessions/<year>/<id>/minutes.json` and `…/minutes.docx`: the minutes of a joint session as data and in the
 * official form, for whoever is signed in. What is withheld is "Bận" unless somebody who edits asks with `?withheld=show`.
 * `?language=vi|en|fr` chooses the words of the document, else `Accept-Language` does.
 */
export function jointMinutesRoutes(parts: Parts) {
  const { signIns, calculator } = parts;
  return new Hono().get("/api/joint-sessions/:year/:id/:file{minutes\\.(?:json|docx)}", async (c) => {
    const actor = await signIns.find(getCookie(c, ticketCookie));
    if (!actor) throw new ProblemError("sign-in-needed");
    c.header("Cache-Control", "private, no-store");
    const { year, id, file } = c.req.param();
    const minutes = await findMinutes(parts, { year, id, isShown: c.req.query("withheld") === "show", actor });
    if (file === "minutes.json") return c.json(minutes);
    const asked = languages.find((one) => one === c.req.query("language"));
    const language = asked ?? languageOf(c.req.header("accept-language"));
    const names = createNames(await readDirectoryOf(parts), hanoiAt(minutes.opened.atMs).day);
    const docx = await calculator.writeMinutes({ text: minutesToText(minutes, { names, language }), language });
    c.header("Content-Type", docxType);
    c.header("Content-Disposition", `attachment; filename="bien-ban-hop-chung-${minutes.scope.period}.docx"`);
    return c.body(new Uint8Array(docx));
  });
}

type Asked = { readonly year: string; readonly id: string; readonly isShown: boolean; readonly actor: Actor };

async function findMinutes({ board, readOnce }: Parts, { year, id, isShown, actor }: Asked): Promise<Minutes> {
  const number = /^\d{4}$/.test(year) ? Number(year) : 0;
  if (number < firstYear || number > lastYear) throw new ProblemError("not-found");
  const mayReadWithheld = isShown && may(actor, "meet");
  const name = documentNameToText({ kind: "programme", board, year: number });
  const found = await readOnce(name, (doc) => ({ minutes: minutesIn(doc, id, mayReadWithheld) }));
  if (!found) throw new ProblemError("store-unavailable");
  if (!found.minutes) throw new ProblemError("not-found");
  return found.minutes;
}

/**
 * Of a session that goes on, what nobody has decided about here counts as open: whether an overlap was mended meanwhile the
 * board knows, and says in its own minutes.
 */
function minutesIn(doc: Doc, id: string, mayReadWithheld: boolean): Minutes | null {
  const session = readJointSession(id, jointSessionsOf(doc).get(id));
  if (!session) return null;
  return minutesOf({
    ...{ session, mayReadWithheld, difficulties: [...difficultyEntries.read(doc).values()] },
    item(itemId) {
      const map = itemsOf(doc).get(itemId);
      return (map && readItem(itemId, map)) ?? undefined;
    },
    isOpen: ({ id: topic }) => !session.resolutions.some((one) => one.topic === topic && one.verdict !== "note"),
  });
}

async function readDirectoryOf({ board, readOnce }: Parts) {
  const directory = await readOnce(documentNameToText({ kind: "directory", board }), readDirectory);
  if (!directory) throw new ProblemError("store-unavailable");
  return directory;
}
