import { describe, expect, test } from "vitest";
import { type CloseCode, closeCode } from "./close-code.ts";
import { feedCloseCode } from "./screen-feed.ts";

/** What a browser does after each: it comes back by itself, or it has to be helped. A forgotten code does not compile. */
const after: Readonly<Record<CloseCode, "comes back" | "stays away">> = {
  [closeCode.restarting]: "comes back",
  [closeCode.unavailable]: "comes back",
  [closeCode.malformed]: "stays away",
  [closeCode.signInNeeded]: "stays away",
  [closeCode.forbidden]: "stays away",
  [closeCode.unknownDocument]: "stays away",
  [closeCode.staleEpoch]: "stays away",
  [closeCode.tooMany]: "stays away",
};

const codes = Object.values(closeCode);

describe("the codes with which a server closes", () => {
  test("each means one thing", () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(after).map(Number).sort()).toEqual([...codes].sort());
  });

  test("those after which a browser must not come back by itself are 44xx, where the stock provider stops, and no others", () => {
    const isForGood = (code: number) => code >= 4400 && code < 4500;
    for (const code of codes) expect(isForGood(code), `${code}`).toBe(after[code] === "stays away");
  });

  test("each may be sent: RFC 6455 and its register leave these to a server, and keep 1005, 1006 and 1015 to themselves", () => {
    const maySend = (code: number) => [1012, 1013].includes(code) || (code >= 4000 && code <= 4999);
    for (const code of [...codes, ...Object.values(feedCloseCode)]) expect(maySend(code), `${code}`).toBe(true);
  });

  test("a screen hears the same codes say the same", () => {
    const { restarting, unavailable, unpaired } = feedCloseCode;
    expect({ restarting, unavailable }).toEqual({
      restarting: closeCode.restarting,
      unavailable: closeCode.unavailable,
    });
    expect(unpaired).toBe(closeCode.signInNeeded);
    expect(Object.keys(feedCloseCode)).toHaveLength(3);
  });
});
