/** The languages of the program; the first is taken when a browser asks for none of them. */
export const languages = ["vi", "en", "fr"] as const;

export type Language = (typeof languages)[number];

/** The best of ours for an `Accept-Language` header (RFC 9110 §12.5.4): highest q first, then the order given. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? "").split(",").map(readWish);
  const best = wishes.filter(({ q }) => q > 0).sort((one, other) => other.q - one.q);
  for (const { tag } of best) {
    const language = languages.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (language) return language;
  }
  return languages[0];
}

function readWish(text: string): { tag: string; q: number } {
  const [tag = "", ...parameters] = text
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/);
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return { tag, q: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}
