import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textEdit } from "../../shared/document/text-edit.ts";
import { caretThrough, rebaseText } from "./text-rebase.ts";

/** "Họp |giao ban" → the text and its caret. */
function at(marked: string) {
  return { text: marked.replace("|", ""), caret: marked.indexOf("|") };
}

describe("the caret while somebody else types in the same matter", () => {
  const moved = (before: string, after: string) => {
    const { text, caret } = at(before);
    const now = caretThrough(textEdit(text, after), caret);
    return `${after.slice(0, now)}|${after.slice(now)}`;
  };

  test("an insertion before it pushes it along", () => {
    expect(moved("Họp giao| ban", "Cuộc Họp giao ban")).toBe("Cuộc Họp giao| ban");
  });

  test("an insertion behind it leaves it", () => {
    expect(moved("Họp| giao ban", "Họp giao ban tuần")).toBe("Họp| giao ban tuần");
  });

  test("an insertion exactly at it comes behind it", () => {
    expect(moved("Họp|", "Họp giao ban")).toBe("Họp| giao ban");
  });

  test("a deletion before it draws it back", () => {
    expect(moved("Cuộc họp giao| ban", "họp giao ban")).toBe("họp giao| ban");
  });

  test("a deletion around it leaves it where the text was", () => {
    expect(moved("Họp giao| ban quý", "Họp quý")).toBe("Họp |quý");
  });

  test("a replacement around it keeps its distance as far as there is text", () => {
    expect(moved("Họp xyzt| ban", "Họp 12 ban")).toBe("Họp 12| ban");
  });

  test("never leaves the text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(40), (before, after, raw) => {
        const caret = Math.min(raw, before.length);
        const now = caretThrough(textEdit(before, after), caret);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(after.length);
      }),
      { seed: 20261123, numRuns: 2000 },
    );
  });
});

describe("what was composed while somebody else typed", () => {
  const rebased = (base: string, mine: string, theirs: string) => {
    const { text, caret } = rebaseText({ base, mine: at(mine), theirs });
    return `${text.slice(0, caret)}|${text.slice(caret)}`;
  };

  test("nothing else happened: mine stands", () => {
    expect(rebased("Họp", "Họp giao|", "Họp")).toBe("Họp giao|");
  });

  test("mine before theirs, both survive", () => {
    expect(rebased("Họp ban", "Họp giao| ban", "Họp ban quý IV")).toBe("Họp giao| ban quý IV");
  });

  test("mine behind theirs, both survive", () => {
    expect(rebased("Họp ban", "Họp ban quý| ", "Cuộc Họp ban")).toBe("Cuộc Họp ban quý| ");
  });

  test("both at the end, both survive, and the caret stays behind mine", () => {
    expect(rebased("Họp", "Họp giao ban|", "Họp tuần")).toBe("Họp giao ban| tuần");
  });

  test("what I take away is taken away, what they put inside it stays", () => {
    expect(rebased("một hai ba bốn", "một |bốn", "một hai XX ba bốn")).toBe("một |XX bốn");
  });

  test("what both take away is taken away once", () => {
    expect(rebased("một hai ba bốn", "một |bốn", "một ba bốn")).toBe("một |bốn");
    expect(rebased("một hai ba bốn", "một hai |bốn", "một bốn")).toBe("một |bốn");
  });

  test("they emptied the matter while I typed: my words stay", () => {
    expect(rebased("Họp giao ban", "Họp giao ban tuần|", "")).toBe(" tuần|");
  });

  test("both came to the same text: it is not doubled", () => {
    expect(rebased("Họp", "Họp giao ban|", "Họp giao ban")).toBe("Họp giao ban|");
  });

  test("a caret inside what I inserted stays inside it", () => {
    expect(rebased("ab", "aXY|Zb", "00ab")).toContain("XY|Z");
  });

  test("letters put in by either are all there, whatever the places", () => {
    const place = fc.nat(30);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,30}$/), place, place, (base, p, q) => {
        const own = Math.min(p, base.length);
        const other = Math.min(q, base.length);
        const mine = { text: `${base.slice(0, own)}MINE${base.slice(own)}`, caret: own + 4 };
        const theirs = `${base.slice(0, other)}THEIRS${base.slice(other)}`;
        const { text, caret } = rebaseText({ base, mine, theirs });
        expect(text.slice(caret - 4, caret)).toBe("MINE");
        expect(text.replace("MINE", "").replace("THEIRS", "")).toBe(base);
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });

  test("any two edits: what they inserted is never lost", () => {
    const edit = fc.tuple(fc.nat(20), fc.nat(6));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-f]{0,20}$/), edit, edit, (base, [a, removeA], [b, removeB]) => {
        const cut = (start: number, remove: number, word: string) => {
          const from = Math.min(start, base.length);
          return { text: base.slice(0, from) + word + base.slice(from + remove), caret: from + word.length };
        };
        const { text } = rebaseText({ base, mine: cut(a, removeA, "MINE"), theirs: cut(b, removeB, "THEIRS").text });
        expect(text).toContain("MINE");
        expect(text).toContain("THEIRS");
      }),
      { seed: 20261125, numRuns: 4000 },
    );
  });
});
