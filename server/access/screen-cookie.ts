import { parse, serialize } from "hono/utils/cookie";

/** The cookie that holds a screen's credential. */
const screenCookie = "lien-thong-screen";

/** The one address that a screen's cookie is sent to: it opens the feed and nothing else. */
export const feedPath = "/screen-feed";

/** Browsers keep no cookie longer than 400 days (RFC 6265bis); it is sent anew with each connection. */
const maxAge = 400 * 86_400;
const options = { httpOnly: true, sameSite: "Strict", path: feedPath, maxAge } as const;

/** The credential in a `Cookie` header, undefined when there is none. */
export function readCredential(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parse(header, screenCookie)[screenCookie];
}

/** The value of a `Set-Cookie` header that gives a browser the credential, or makes it last as long again. */
export function writeCredential(credential: string): string {
  return serialize(screenCookie, credential, options);
}
