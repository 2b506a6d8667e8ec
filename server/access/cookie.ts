import { parse } from "hono/utils/cookie";

/** The cookie that holds a sign-in's ticket. */
export const ticketCookie = "lien-thong";

/** The ticket in a `Cookie` header, undefined when there is none. */
export function readTicket(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parse(header, ticketCookie)[ticketCookie];
}
