/** Random source handed in by the owner of chance: fills and returns `bytes`. */
export type Chance = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

/** 16 characters of 6 random bits each: 96 bits, so a document never sees the same id twice. */
export function newId(chance: Chance): string {
  const bytes = chance(new Uint8Array(16));
  let id = "";
  for (const byte of bytes) id += alphabet[byte & 63];
  return id;
}
