/** Reads a header by its small-letter name. */
type HeaderReader = (name: string) => string | undefined;

/**
 * Whether a request comes from a page of this server, or from no page at all (a script, another system). A browser
 * says where a request comes from in `Origin`, `Sec-Fetch-Site` or both, and a page cannot forge either (Fetch
 * standard, forbidden header names). Hosts are compared, not schemes: a proxy in front may speak TLS for us.
 */
export function isSameOrigin(header: HeaderReader): boolean {
  const site = header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const origin = header("origin");
  // A browser that knows Sec-Fetch-Site has answered already; without either header it is no browser.
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === header("host")?.toLowerCase();
}
