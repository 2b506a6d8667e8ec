import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  idSchema,
  isSafeKey,
  type PartyRef,
  partyIdOf,
  partyKindOf,
  partyKinds,
  partyRefSchema,
  wordsToRef,
} from "./ref.ts";

const isRef = (value: unknown) => v.is(partyRefSchema, value);
const isId = (value: unknown) => v.is(idSchema, value);
const innards = ["__proto__", "constructor", "prototype"];

describe("party refs", () => {
  test("are a kind, a colon and an id", () => {
    for (const kind of partyKinds) expect(isRef(`${kind}:bi-thu_01`), kind).toBe(true);
    for (const other of ["room:r1", "Person:an", "person", "person:", ":an", "person:an ", "person:a:b", "person:ấn"])
      expect(isRef(other), other).toBe(false);
  });

  test("keep words that the directory does not know as they were typed", () => {
    expect(isRef("text:Đ/c Trưởng đoàn kiểm tra số 2 (TW): phụ trách")).toBe(true);
    expect(isRef("text:")).toBe(false);
    expect(isRef("text:two\nlines")).toBe(false);
    expect(isRef("text:zero\u0000")).toBe(false);
  });

  test("have a length", () => {
    expect(isRef(`person:${"a".repeat(64)}`)).toBe(true);
    expect(isRef(`person:${"a".repeat(65)}`)).toBe(false);
    expect(isRef(`text:${"ă".repeat(300)}`)).toBe(true);
    expect(isRef(`text:${"ă".repeat(301)}`)).toBe(false);
  });

  test("carry no half of a surrogate pair: it would arrive as another ref than was sent", () => {
    expect(isRef("text:\ud83d")).toBe(false);
    expect(isRef("text:a\ude00b")).toBe(false);
    expect(isRef("text:😀")).toBe(true);
  });

  test("name nothing of a JavaScript object; as mere words they may", () => {
    for (const id of innards) {
      expect(isRef(`person:${id}`), id).toBe(false);
      expect(isRef(`text:${id}`), id).toBe(true);
    }
  });

  test("are strings, nothing else", () => {
    for (const value of [null, undefined, 1, {}, ["person:an"], { toString: () => "person:an" }])
      expect(isRef(value)).toBe(false);
  });

  test("are taken apart at the first colon", () => {
    expect(partyKindOf("body:ban-thuong-vu")).toBe("body");
    expect(partyIdOf("body:ban-thuong-vu")).toBe("ban-thuong-vu");
    expect(partyKindOf("text:Mời: các sở")).toBe("text");
    expect(partyIdOf("text:Mời: các sở")).toBe("Mời: các sở");
  });

  test("are put together again from their parts", () => {
    const refs: PartyRef[] = ["person:an", "post:ct", "unit:so-xay-dung", "group:pct", "text:x:y"];
    for (const ref of refs) expect(`${partyKindOf(ref)}:${partyIdOf(ref)}`).toBe(ref);
  });
});

describe("ids", () => {
  test("are letters, digits, _ and -, 1 to 64 of them", () => {
    for (const id of ["a", "0", "-", "_", "a".repeat(64), "0aZ_-"]) expect(isId(id), id).toBe(true);
    for (const id of ["", "a".repeat(65), "a b", "ă", "a/b", "a.b", "@a", "a\n"]) expect(isId(id), id).toBe(false);
  });

  test("name nothing of a JavaScript object", () => {
    for (const id of innards) {
      expect(isSafeKey(id)).toBe(false);
      expect(isId(id), id).toBe(false);
    }
    expect(isSafeKey("proto")).toBe(true);
    expect(isId("__proto")).toBe(true);
  });
});

describe("words that stand as a party", () => {
  test("keep their wording, spaces tidied", () => {
    expect(wordsToRef("  Lãnh đạo  Sở Y tế ")).toBe("text:Lãnh đạo Sở Y tế");
  });

  test("nothing is no party", () => {
    expect(wordsToRef(" \n ")).toBeNull();
  });

  test.each(["a\tb\nc", "x".repeat(5000), "🧑‍💼".repeat(200), "dấu: hai chấm", "nửa \ud83d chữ"])(
    "always make a ref that is taken",
    (words) => {
      expect(v.is(partyRefSchema, wordsToRef(words))).toBe(true);
    },
  );
});
