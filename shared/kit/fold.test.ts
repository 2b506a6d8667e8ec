import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { fold, tidySpaces } from "./fold.ts";

describe("folding", () => {
  test("a search without marks finds the words with them", () => {
    expect(fold("Đà Nẵng")).toBe("da nang");
    expect(fold("Thường trực HĐND Thành phố")).toBe("thuong truc hdnd thanh pho");
    expect(fold("ƯỚC NGUYỆN")).toBe("uoc nguyen");
    expect(fold("đổi mới")).toContain(fold("DOI"));
  });

  test("every Vietnamese vowel with every tone becomes its bare letter", () => {
    const tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
    const vowels = { a: "aăâ", e: "eê", i: "i", o: "oôơ", u: "uư", y: "y" };
    for (const [bare, forms] of Object.entries(vowels))
      for (const form of forms)
        for (const tone of tones) expect(fold((form + tone).normalize("NFC").toUpperCase())).toBe(bare);
  });

  test("how the marks were typed does not matter", () => {
    const words = "Hội nghị trực tuyến về Nghị quyết số 15-NQ/TW";
    expect(fold(words.normalize("NFD"))).toBe(fold(words.normalize("NFC")));
  });

  test("folding twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { seed, numRuns: 1_000, examples: [["İ"], ["ẞ"], ["Ǆ"], ["ﬃ"], ["각"]] },
    );
  });
});

describe("tidy spaces", () => {
  test("every kind of white space becomes one space, none at the ends", () => {
    expect(tidySpaces("\u3000 Họp\u00a0\u00a0giao\tban \r\n tuần\ufeff ")).toBe("Họp giao ban tuần");
    expect(tidySpaces(" \n\t ")).toBe("");
  });

  test("letters are composed, so that equal words are equal", () => {
    expect(tidySpaces("Ho\u0323p".normalize("NFD"))).toBe("Họp");
  });

  test("tidied text stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tidySpaces(tidySpaces(text))).toBe(tidySpaces(text));
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
