import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { isSameOrigin } from "../access/origin.ts";
import { ProblemError } from "./problem.ts";

/** Nothing is loaded from elsewhere, nobody frames the page. Solid writes a static `style` into the template, hence -attr. */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", "data:"],
      // Covers the WebSocket of the same host too (CSP 3).
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: "DENY",
    referrerPolicy: "same-origin",
    // Who terminates TLS decides about it: on plain HTTP the header means nothing.
    strictTransportSecurity: false,
  });
}

/** Whatever may change something must come from our own page, or from no page. */
export const ownOriginOnly: MiddlewareHandler = async (c, next) => {
  const changes = !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
  if (changes && !isSameOrigin((name) => c.req.header(name))) throw new ProblemError("wrong-origin");
  await next();
};
