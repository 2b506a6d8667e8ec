import { expect, test } from "vitest";
import { documentNameToText, parseDocumentName } from "./document-name.ts";

test("the three kinds of document are read and written back the same", () => {
  for (const text of ["hanoi/program/2026", "hanoi/term/2025-2030", "da-nang/directory"]) {
    const name = parseDocumentName(text);
    expect(name).not.toBeNull();
    expect(name && documentNameToText(name)).toBe(text);
  }
});

test("anything else is no document", () => {
  const others = [
    "",
    "hanoi",
    "hanoi/",
    "hanoi/program/",
    "hanoi/program/26",
    "hanoi/program/1999",
    "hanoi/program/9999",
    "hanoi/term/2030-2025",
    "hanoi/term/2025-2099",
    "hanoi/directory/",
    "hanoi/directory/x",
    "../etc/passwd",
    "Hanoi/directory",
    "hanoi/program/2026\n",
    "hanoi/items/1",
    `${"a".repeat(40)}/directory`,
  ];
  for (const text of others) expect(parseDocumentName(text), JSON.stringify(text)).toBeNull();
});
