import { Hono } from "hono";
import type { Readiness } from "../store/store.ts";

type Parts = {
  /** Whether the server takes work: false while it stops. */
  readonly isOpen: () => boolean;
  readonly canAppend: () => Promise<Readiness>;
};

/** For whoever watches the process: `/healthz` says that it lives, `/readyz` that it can append. */
export function healthRoutes({ isOpen, canAppend }: Parts) {
  return new Hono()
    .get("/healthz", (c) => c.json({ alive: true }))
    .get("/readyz", async (c) => {
      if (!isOpen()) return c.json({ ready: false, why: "stopping" }, 503);
      const readiness = await canAppend();
      if (!readiness.can) return c.json({ ready: false, why: readiness.why }, 503);
      return c.json({ ready: true, warnings: readiness.warnings });
    });
}
