/**
 * The text in a file's bytes: UTF-8 with or without a mark, or UTF-16 with one (what Windows calls "Unicode"). Null when it
 * is none of these: letters in an old Vietnamese code page would come out as other letters.
 */
export function bytesToText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Whether a file is one of plain text, by its name and what the browser says of it. */
export function isTextFile({ name, type }: { readonly name: string; readonly type: string }): boolean {
  return type.startsWith("text/") || /\.(?:txt|csv|tsv|md)$/i.test(name);
}
