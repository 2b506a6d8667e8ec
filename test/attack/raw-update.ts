/**
 * Yjs updates (V1) written struct by struct: what no editor would write, any bytes can say. The form is that of Yjs 13.6
 * (`Item.write`, `writeClientsStructs`, `writeDeleteSet`); nothing here checks whether it makes sense.
 */
import * as encoding from "lib0/encoding";

export type RawId = { readonly client: number; readonly clock: number };

export type RawContent = {
  readonly ref: number;
  /** How many clocks it takes. */
  readonly length: number;
  readonly write: (encoder: encoding.Encoder) => void;
};

export type RawStruct = {
  readonly content: RawContent;
  readonly origin?: RawId;
  readonly rightOrigin?: RawId;
  /** A root by its name, or a type by its id. Written only when there is no origin, as Yjs does. */
  readonly parent?: string | RawId;
  readonly sub?: string;
};

/** Structs of one writer, from `clock` on without a hole. */
export type RawRun = { readonly client: number; readonly clock: number; readonly structs: readonly RawStruct[] };
export type RawDelete = RawId & { readonly length: number };
export type RawUpdate = { readonly runs: readonly RawRun[]; readonly deletes: readonly RawDelete[] };

/** What Yjs knows as types (`typeRefs`). */
export const typeRefs = { array: 0, map: 1, text: 2, xmlElement: 3, xmlFragment: 4, xmlHook: 5, xmlText: 6 } as const;

const bits = { origin: 128, rightOrigin: 64, sub: 32 } as const;

export const raw = {
  gc: (length: number): RawContent => ({ ref: 0, length, write: (encoder) => encoding.writeVarUint(encoder, length) }),
  skip: (length: number): RawContent => ({ ...raw.gc(length), ref: 10 }),
  deleted: (length: number): RawContent => ({ ...raw.gc(length), ref: 1 }),
  json: (...values: readonly unknown[]): RawContent => ({
    ref: 2,
    length: values.length,
    write(encoder) {
      encoding.writeVarUint(encoder, values.length);
      for (const value of values)
        encoding.writeVarString(encoder, typeof value === "bigint" ? "1" : (JSON.stringify(value) ?? "undefined"));
    },
  }),
  binary: (bytes: Uint8Array): RawContent => ({
    ref: 3,
    length: 1,
    write: (encoder) => encoding.writeVarUint8Array(encoder, bytes),
  }),
  string: (text: string): RawContent => ({
    ref: 4,
    length: text.length,
    write: (encoder) => encoding.writeVarString(encoder, text),
  }),
  embed: (value: unknown): RawContent => ({
    ref: 5,
    length: 1,
    write: (encoder) => encoding.writeVarString(encoder, JSON.stringify(value)),
  }),
  format: (key: string, value: unknown): RawContent => ({
    ref: 6,
    length: 1,
    write(encoder) {
      encoding.writeVarString(encoder, key);
      encoding.writeVarString(encoder, JSON.stringify(value));
    },
  }),
  type: (kind: keyof typeof typeRefs): RawContent => ({
    ref: 7,
    length: 1,
    write(encoder) {
      encoding.writeVarUint(encoder, typeRefs[kind]);
      if (kind === "xmlElement" || kind === "xmlHook") encoding.writeVarString(encoder, "p");
    },
  }),
  any: (...values: readonly encoding.AnyEncodable[]): RawContent => ({
    ref: 8,
    length: values.length,
    write(encoder) {
      encoding.writeVarUint(encoder, values.length);
      for (const value of values) encoding.writeAny(encoder, value);
    },
  }),
  /** An object with this key as its own, also where no object literal can say it: `__proto__`. */
  anyWithKey: (key: string, value: encoding.AnyEncodable): RawContent => ({
    ref: 8,
    length: 1,
    write(encoder) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeUint8(encoder, 118);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, key);
      encoding.writeAny(encoder, value);
    },
  }),
  doc: (guid: string): RawContent => ({
    ref: 9,
    length: 1,
    write(encoder) {
      encoding.writeVarString(encoder, guid);
      encoding.writeAny(encoder, {});
    },
  }),
  /** A kind of content that Yjs does not have. */
  unknown: (ref: number): RawContent => ({ ref, length: 1, write: () => {} }),
};

export function encodeRaw({ runs, deletes }: RawUpdate): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const { client, clock, structs } of runs) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    writeDeletes(encoder, deletes);
  });
}

function writeStruct(encoder: encoding.Encoder, { content, origin, rightOrigin, parent, sub }: RawStruct): void {
  if (content.ref === 0 || content.ref === 10) {
    encoding.writeUint8(encoder, content.ref);
    content.write(encoder);
    return;
  }
  const flags = (origin ? bits.origin : 0) | (rightOrigin ? bits.rightOrigin : 0) | (sub === undefined ? 0 : bits.sub);
  encoding.writeUint8(encoder, (content.ref & 31) | flags);
  for (const id of [origin, rightOrigin]) if (id) writeId(encoder, id);
  if (!origin && !rightOrigin) {
    const isRoot = typeof parent === "string";
    encoding.writeVarUint(encoder, isRoot ? 1 : 0);
    if (isRoot) encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent ?? { client: 0, clock: 0 });
    if (sub !== undefined) encoding.writeVarString(encoder, sub);
  }
  content.write(encoder);
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly RawDelete[]): void {
  const byClient = Map.groupBy(deletes, ({ client }) => client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}

function writeId(encoder: encoding.Encoder, { client, clock }: RawId): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
