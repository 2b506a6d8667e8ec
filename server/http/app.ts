import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import { type Chance, newId } from "../../shared/kit/id.ts";
import { Busy, Overrun } from "../calculation/calculator.ts";
import type { Rooms } from "../live/rooms.ts";
import type { Log } from "../observe/log.ts";
import { type Readiness, StoreUnavailable } from "../store/store.ts";
import { type ApiParts, createApi } from "./api.ts";
import { clientFiles } from "./client-files.ts";
import { documentDownloadRoutes } from "./document-download.ts";
import { firstLookRoutes } from "./first-look.ts";
import { healthRoutes } from "./health.ts";
import { jointMinutesRoutes } from "./joint-minutes.ts";
import { metricsRoutes } from "./metrics.ts";
import { isForPerson, missingPage } from "./missing-page.ts";
import { ProblemError, problemResponse } from "./problem.ts";
import { ownOriginOnly, securityHeaders } from "./security.ts";

export type AppParts = ApiParts & {
  readonly log: Log;
  readonly chance: Chance;
  readonly isOpen: () => boolean;
  readonly canAppend: () => Promise<Readiness>;
  /** The page of `/metrics`. */
  readonly metrics: () => string;
  /** Where the built client is. */
  readonly clientDir: string;
  /** The documents, for those who only read them. */
  readonly documents: Pick<Rooms, "packed" | "glance" | "readOnce">;
};

/** The HTTP side of the server as one app. Every error leaves it as a problem document; none carries a stack. */
export function createApp(parts: AppParts) {
  const app = new Hono<{ Variables: { requestId: string } }>();
  app.use(requestId({ generator: () => newId(parts.chance), headerName: "X-Request-Id" }));
  app.use(securityHeaders());
  app.use(ownOriginOnly);
  app.route("/", healthRoutes(parts));
  app.route("/", metricsRoutes(parts.metrics));
  app.route("/", createApi(parts));
  const { board, signIns, documents } = parts;
  app.route("/", documentDownloadRoutes({ board, signIns, packed: (name) => documents.packed(name) }));
  app.route("/", firstLookRoutes({ board, signIns, glance: (...asked) => documents.glance(...asked) }));
  app.route("/", jointMinutesRoutes({ ...parts, readOnce: (...asked) => documents.readOnce(...asked) }));
  app.all("/api/*", (c) => problemResponse(c, "not-found"));
  app.route("/", clientFiles(parts.clientDir));
  app.notFound((c) => (isForPerson(c) ? missingPage(c) : problemResponse(c, "not-found")));
  app.onError((error, c) => {
    if (error instanceof ProblemError) return problemResponse(c, error.code, error.detail);
    if (error instanceof StoreUnavailable) return problemResponse(c, "store-unavailable");
    if (error instanceof Overrun) return problemResponse(c, "too-large");
    if (error instanceof Busy) return problemResponse(c, "busy");
    // Hono's own: a body that is no JSON.
    if (error instanceof HTTPException && error.status < 500) return problemResponse(c, "bad-input");
    const fields = { request: c.get("requestId"), path: c.req.path, error: error.stack ?? String(error) };
    parts.log.error(fields, "request failed");
    return problemResponse(c, "internal");
  });
  return app;
}
