import { expect, test } from "vitest";
import { closeCode } from "./close-code.ts";
import { messageType, wireVersion } from "./message.ts";

test("the wire changes only together with its version", () => {
  expect({ wireVersion, messageType, closeCode }).toEqual({
    wireVersion: 4,
    messageType: { sync: 0, awareness: 1, queryAwareness: 3, saved: 102, refused: 103, epoch: 104 },
    closeCode: {
      restarting: 1012,
      unavailable: 1013,
      malformed: 4400,
      signInNeeded: 4401,
      forbidden: 4403,
      unknownDocument: 4404,
      staleEpoch: 4409,
      tooMany: 4429,
    },
  });
});
