/**
 * An update without the parts that may not be. What is struck keeps its clocks as nothing (a GC struct), so that its
 * writer's later edits still follow on; deletions of what is spared are left out. Everybody who takes the rewritten update
 * agrees; its sender, who has the struck parts, has to build its document anew.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Incoming, Range, Struct } from "./incoming.ts";
import type { Judgement } from "./judge.ts";

export function rewriteUpdate({ freshByClient, ranges }: Incoming, { struck, spared }: Judgement): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, freshByClient.size);
  for (const [client, structs] of freshByClient) writeStructs(encoder, client, { structs, struck });
  writeRanges(encoder, without(ranges, spared));
  return encoder.toUint8Array();
}

type Writing = { readonly structs: readonly Struct[]; readonly struck: ReadonlySet<Struct> };

function writeStructs(encoder: Y.UpdateEncoderV1, client: number, { structs, struck }: Writing): void {
  encoding.writeVarUint(encoder.restEncoder, structs.length);
  encoder.writeClient(client);
  encoding.writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0);
  for (const struct of structs) {
    const written = struck.has(struct) ? new Y.GC(struct.id, struct.length) : struct;
    written.write(encoder, 0);
  }
}

function writeRanges(encoder: Y.UpdateEncoderV1, ranges: readonly Range[]): void {
  const byClient = Map.groupBy(ranges, ({ client }) => client);
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, own.length);
    for (const { clock, len } of own) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
}

/** What is left of `ranges` where nothing of `spared` lies; both may be in any order. */
function without(ranges: readonly Range[], spared: readonly Range[]): Range[] {
  if (spared.length === 0) return [...ranges];
  const sparedByClient = Map.groupBy(spared, ({ client }) => client);
  for (const own of sparedByClient.values()) own.sort((one, other) => one.clock - other.clock);
  return ranges.flatMap((range) => {
    const left: Range[] = [];
    const end = range.clock + range.len;
    let from = range.clock;
    for (const { clock, len } of sparedByClient.get(range.client) ?? []) {
      if (clock + len <= from) continue;
      if (clock >= end) break;
      if (clock > from) left.push({ ...range, clock: from, len: clock - from });
      from = Math.min(end, clock + len);
    }
    if (from < end) left.push({ ...range, clock: from, len: end - from });
    return left;
  });
}
