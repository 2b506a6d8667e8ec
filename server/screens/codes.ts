import type { Chance } from "../../shared/kit/id.ts";

/**
 * The letters of a code: no vowel, so that no word comes out, and none that is read as another (RFC 8628 §6.1). Six of
 * them are 64 million: enough, since only who is signed in may name one, and five times a minute in vain.
 */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
const length = 6;

/** "BCDFGH", each letter as likely as any other. */
export function newCode(chance: Chance): string {
  let code = "";
  // Bytes above the last whole round of the alphabet would make its first letters likelier.
  const limit = 256 - (256 % letters.length);
  while (code.length < length) {
    for (const byte of chance(new Uint8Array(length)))
      if (byte < limit && code.length < length) code += letters[byte % letters.length];
  }
  return code;
}

/** "BCD-FGH", as it is shown. */
export function shownCode(code: string): string {
  return `${code.slice(0, length / 2)}-${code.slice(length / 2)}`;
}

/** What somebody typed → the code; null when it cannot be one. Case, hyphens and spaces do not matter. */
export function readCode(text: string): string | null {
  if (text.length > 4 * length) return null;
  const code = text.replace(/[\s\p{Pd}]/gu, "").toUpperCase();
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null;
}
