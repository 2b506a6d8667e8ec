import type { Context } from "hono";
import { type Language, languageOf } from "./language.ts";

type Words = { readonly title: string; readonly why: string; readonly home: string };

const words: Readonly<Record<Language, Words>> = {
  vi: {
    title: "Không có gì ở địa chỉ này",
    why: "Địa chỉ có thể đã gõ nhầm, hoặc trang đã được dời đi.",
    home: "Về chương trình tuần này",
  },
  en: {
    title: "There is nothing at this address",
    why: "It may be mistyped, or the page has moved.",
    home: "To this week’s programme",
  },
  fr: {
    title: "Il n’y a rien à cette adresse",
    why: "Elle est peut-être mal saisie, ou la page a été déplacée.",
    home: "Au programme de cette semaine",
  },
};

/** Whether a person is looking: a browser that opens an address asks for a page, a program does not. */
export function isForPerson(c: Context): boolean {
  const isReading = c.req.method === "GET" || c.req.method === "HEAD";
  return isReading && /\btext\/html\b/.test(c.req.header("accept") ?? "");
}

/** A page with a way home, in the browser's language. It needs nothing of the client, which may be why it is shown. */
export function missingPage(c: Context): Response {
  const language = languageOf(c.req.header("accept-language"));
  const { title, why, home } = words[language];
  c.header("Vary", "Accept, Accept-Language");
  return c.html(
    `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <title>${title} — Liên Thông</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
  </head>
  <body style="margin:0;min-height:100vh;display:grid;place-content:center;background:#f6f5f1;color:#1c2127;font:16px/1.6 'Be Vietnam Pro',system-ui,sans-serif">
    <main style="max-width:32rem;padding:2rem">
      <h1 style="margin:0 0 .5rem;font-size:1.5rem;line-height:1.3">${title}</h1>
      <p style="margin:0 0 1.5rem">${why}</p>
      <a href="/" style="display:inline-block;padding:.6rem 1.1rem;border-radius:8px;background:#1f4e8c;color:#fff;text-decoration:none">${home}</a>
    </main>
  </body>
</html>
`,
    404,
  );
}
