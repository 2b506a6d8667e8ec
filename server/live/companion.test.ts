import fc from "fast-check";
import { expect, test } from "vitest";
import { seed } from "../../test/world/seed.ts";
import { bytesToCompanion, companionToBytes } from "./companion.ts";

const part = fc.uint8Array({ maxLength: 300 });
const companion = fc.record({ stateVector: part, deletions: part, packed: part });

test("it is read back as it was written", () => {
  fc.assert(
    fc.property(companion, (written) => {
      expect(bytesToCompanion(companionToBytes(written))).toEqual(written);
    }),
    { seed },
  );
});

test("of another form, cut or lengthened, it is none", () => {
  fc.assert(
    fc.property(companion, fc.nat(), (written, place) => {
      const bytes = companionToBytes(written);
      expect(bytesToCompanion(bytes.subarray(0, place % bytes.length))).toBeNull();
      expect(bytesToCompanion(new Uint8Array([...bytes, 0]))).toBeNull();
      expect(bytesToCompanion(new Uint8Array([2, ...bytes.subarray(1)]))).toBeNull();
    }),
    { seed },
  );
});
