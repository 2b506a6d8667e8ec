/** A Vietnamese name is known by its last two words: Nguyễn Ngọc Lan → NL. */
export function initialsOf(name: string): string {
  const parts = name.normalize("NFC").trim().split(/\s+/u);
  const pair = parts.length > 2 ? [parts.at(-2), parts.at(-1)] : parts;
  return pair.map((part) => part?.charAt(0) ?? "").join("");
}
