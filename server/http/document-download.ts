import { promisify } from "node:util";
import { brotliDecompress, gzip } from "node:zlib";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { documentNameToText, parseDocumentName } from "../../shared/protocol/document-name.ts";
import { epochHeader } from "../../shared/protocol/download.ts";
import { ticketCookie } from "../access/cookie.ts";
import type { SignIns } from "../access/sign-ins.ts";
import type { Packed } from "../live/snapshot-keeper.ts";
import { wireEpoch } from "../store/store.ts";
import { ProblemError } from "./problem.ts";

type Parts = {
  readonly board: string;
  readonly signIns: SignIns;
  readonly packed: (name: string) => Promise<Packed | null>;
};

const unpack = promisify(brotliDecompress);
const zip = promisify(gzip);

/**
 * `GET /api/documents/<name>`: a whole document (Yjs update format V2) for somebody who has nothing of it; the socket
 * then brings what came later. 204 where there is no more to gain than by the socket alone. Compressed once for all;
 * a browser keeps it, but asks each time, so that nobody gets it who is not signed in.
 */
export function documentDownloadRoutes({ board, signIns, packed }: Parts) {
  return new Hono().get("/api/documents/:name{.+}", async (c) => {
    if (!(await signIns.find(getCookie(c, ticketCookie)))) throw new ProblemError("sign-in-needed");
    const name = parseDocumentName(c.req.param("name"));
    if (name?.board !== board) throw new ProblemError("not-found");
    c.header("Cache-Control", "private, no-cache");
    c.header("Vary", "Accept-Encoding, Cookie");
    const document = await packed(documentNameToText(name));
    if (!document) return c.body(null, 204);
    const coding = bestCoding(c.req.header("accept-encoding"));
    const tag = `"${document.epoch}-${document.upto}-${coding}"`;
    c.header("ETag", tag);
    // With a 304 the browser hands out the headers it has kept.
    if (c.req.header("if-none-match") === tag) return c.body(null, 304);
    c.header(epochHeader, wireEpoch(document.epoch));
    c.header("Content-Type", "application/octet-stream");
    if (coding !== "identity") c.header("Content-Encoding", coding);
    return c.body(await inCoding(document, coding));
  });
}

type Coding = "br" | "gzip" | "identity";

/** Browsers offer brotli only to an address they trust; over plain HTTP in an office it is gzip. */
function bestCoding(header = ""): Coding {
  const offered = header.split(",").map((each) => each.trim().replace(/\s*;.*/, ""));
  return (["br", "gzip"] as const).find((coding) => offered.includes(coding)) ?? "identity";
}

/** The other forms are made when the first asks for them, and go with the download. */
const zippedByDocument = new WeakMap<Packed, Promise<Uint8Array<ArrayBuffer>>>();

async function inCoding(document: Packed, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  if (coding === "br") return new Uint8Array(document.bytes);
  if (coding === "identity") return new Uint8Array(await unpack(document.bytes));
  const zipped =
    zippedByDocument.get(document) ?? unpack(document.bytes).then(async (whole) => new Uint8Array(await zip(whole)));
  zippedByDocument.set(document, zipped);
  return zipped;
}
