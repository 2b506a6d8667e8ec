const marks = /\p{M}+/gu;

/**
 * Vietnamese text without marks and case, for search and comparison: "Đà Nẵng" → "da nang".
 * NFD leaves đ alone (it is a letter of its own), so it is replaced by hand. Length may differ from the source.
 */
export function fold(text: string): string {
  return text.normalize("NFD").replace(marks, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** NFC with every run of white space (also no-break and ideographic) as one space, trimmed. */
export function tidySpaces(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
