import { Hono } from "hono";

/**
 * `/metrics`: the process in numbers, in the text format of Prometheus. It is there for everybody who reaches the server
 * and carries nothing that anybody wrote or is called: sums over all documents and sockets, no document by name.
 */
export function metricsRoutes(text: () => string) {
  return new Hono().get("/metrics", (c) =>
    c.body(text(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" }),
  );
}
