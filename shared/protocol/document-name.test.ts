import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { type DocumentName, documentNameToText, firstYear, lastYear, parseDocumentName } from "./document-name.ts";

const boardArb = fc.stringMatching(/^[a-z][a-z0-9-]{0,31}$/);
const yearArb = fc.integer({ min: firstYear, max: lastYear });
const termArb = fc
  .tuple(yearArb, fc.integer({ min: 1, max: 10 }))
  .filter(([from, length]) => from + length <= lastYear)
  .map(([from, length]) => ({ from, to: from + length }));
const nameArb: fc.Arbitrary<DocumentName> = fc.oneof(
  fc.record({ kind: fc.constant("programme" as const), board: boardArb, year: yearArb }),
  fc.tuple(boardArb, termArb).map(([board, term]) => ({ kind: "term" as const, board, ...term })),
  fc.record({ kind: fc.constant("directory" as const), board: boardArb }),
);

describe("a document of the closed list", () => {
  test("is read from the name that it has, and written back the same", () => {
    for (const text of ["hanoi/program/2026", "hanoi/term/2025-2030", "da-nang/directory", "a/directory"]) {
      const name = parseDocumentName(text);
      expect(name && documentNameToText(name)).toBe(text);
    }
  });

  test("keeps its parts on the way over the wire, whatever they are", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(nameArb, (name) => {
        kinds.add(name.kind);
        expect(parseDocumentName(documentNameToText(name))).toEqual(name);
      }),
      { seed },
    );
    expect([...kinds].sort()).toEqual(["directory", "programme", "term"]);
  });

  test("has the years in which somebody plans, the first and the last among them", () => {
    const isProgramme = (year: number) => parseDocumentName(`hanoi/program/${year}`) !== null;
    expect([firstYear, 2026, lastYear].map(isProgramme)).toEqual([true, true, true]);
    expect([firstYear - 1, lastYear + 1, 9999].map(isProgramme)).toEqual([false, false, false]);
  });

  test("is a term of one to ten years, never one that ends before it begins", () => {
    const lengths = Array.from({ length: 25 }, (_, at) => at - 12);
    const terms = lengths.filter((length) => parseDocumentName(`hanoi/term/2030-${2030 + length}`) !== null);
    expect(terms).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(parseDocumentName(`hanoi/term/${lastYear - 1}-${lastYear + 1}`)).toBeNull();
    expect(parseDocumentName(`hanoi/term/${firstYear - 1}-${firstYear + 1}`)).toBeNull();
  });

  test("is of a board with 1 to 32 letters, digits and hyphens", () => {
    const isBoard = (board: string) => parseDocumentName(`${board}/directory`) !== null;
    expect(["h", "h2", "h-", "a".repeat(32)].map(isBoard)).toEqual([true, true, true, true]);
    for (const board of ["", "2h", "-h", "a".repeat(33), "h_n", "h n", "h.n", "Hanoi", "HANOI"])
      expect(isBoard(board), board).toBe(false);
  });
});

describe("anything else is no document", () => {
  test("not one part too few or too many", () => {
    for (const text of [
      "",
      "/",
      "hanoi",
      "hanoi/",
      "/directory",
      "hanoi/directory/",
      "hanoi/directory/x",
      "hanoi/items/1",
    ])
      expect(parseDocumentName(text), text).toBeNull();
    for (const text of ["program/", "program", "program/26", "program/02026", "program/2026/", "program/2026-2027"])
      expect(parseDocumentName(`hanoi/${text}`), text).toBeNull();
    for (const text of ["term/2025", "term/2025-", "term/-2030", "term/2025–2030", "term/2025-2030-2035"])
      expect(parseDocumentName(`hanoi/${text}`), text).toBeNull();
  });

  test("[P4] not a way out of the folder, however it is written", () => {
    const ways = ["../etc/passwd", "hanoi/../directory", "hanoi//directory", "hanoi\\directory", "./hanoi/directory"];
    const written = ["hanoi%2Fdirectory", "hanoi/program/%32026", "hanoi/directory?epoch=x", "hanoi/directory#x"];
    for (const text of [...ways, ...written]) expect(parseDocumentName(text), text).toBeNull();
  });

  test("not what only looks like it: other alphabets, digits of other scripts, invisible and half letters", () => {
    const lookalikes = {
      "a Cyrillic а": "h\u0430noi/directory",
      "a letter with its mark apart": "ha\u0300noi/directory",
      "Vietnamese letters": "hà-nội/directory",
      "full-width digits": "hanoi/program/２０２６",
      "Arabic digits": "hanoi/program/٢٠٢٦",
      "a zero-width space": "hanoi\u200b/directory",
      "a byte order mark": "\ufeffhanoi/directory",
      "a right-to-left mark": "hanoi/\u202edirectory",
      "a line end": "hanoi/program/2026\n",
      "a line before": "x\nhanoi/program/2026",
      "a NUL": "hanoi/program/2026\0",
      "a space": " hanoi/program/2026",
      "half a surrogate pair": "hanoi\ud83d/directory",
      "a long s": "hanoi/dire\u017ftory",
      "a dotted İ": "hano\u0130/directory",
    };
    for (const [what, text] of Object.entries(lookalikes)) expect(parseDocumentName(text), what).toBeNull();
  });

  test("whatever is taken is exactly the name it is stored under: no document has two names", () => {
    const signs = [..."ahn0129/-. %_\n\u0000", "à", "２", "\u200b", "\ud83d", "program", "term", "directory"];
    const changeArb = fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom("", ...signs));
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(nameArb, fc.array(changeArb, { maxLength: 3 }), (name, changes) => {
        const text = changes.reduce(
          (before, [at, cut, put]) => before.slice(0, at) + put + before.slice(at + cut),
          documentNameToText(name),
        );
        const read = parseDocumentName(text);
        if (read) taken++;
        else refused++;
        if (read) expect(documentNameToText(read)).toBe(text);
      }),
      { seed, numRuns: 2_000 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(200);
  });

  test("[P6] a name of a megabyte is refused like any other", () => {
    for (const part of ["a", "hanoi/", "-", "2026"]) expect(parseDocumentName(part.repeat(250_000))).toBeNull();
  });
});
