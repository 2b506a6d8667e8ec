import type { DocumentFacts, Keep, KeptUpdate } from "../../client/connection/keep.ts";

export type MemoryKeep = Keep & {
  /** Every row under a name, as it lies there. */
  rows(name: string): readonly KeptUpdate[];
};

/** What a machine keeps, without a browser: over several openings of one document. */
export function memoryKeep(): MemoryKeep {
  let last = 0;
  let rows: (KeptUpdate & { name: string })[] = [];
  const facts = new Map<string, DocumentFacts>();
  const factsOf = (name: string) => facts.get(name) ?? { epoch: null, mustRebuild: false };
  const add = (name: string, update: Uint8Array, own: { isUnsaved: boolean; label: string }) => {
    const key = ++last;
    rows.push({ name, key, update, format: 1, ...own });
    return key;
  };
  const rest = { isUnsaved: false, label: "" };
  return {
    rows: (name) => rows.filter((row) => row.name === name),
    load: async (name) => rows.filter((row) => row.name === name),
    putOwn: async (name, update, label) => add(name, update, { isUnsaved: true, label }),
    putOthers: (name, update) => void add(name, update, rest),
    putWhole(name, update) {
      rows.push({ name, key: ++last, update, format: 2, ...rest });
    },
    async markSaved(keys) {
      rows = rows.map((row) => (keys.includes(row.key) ? { ...row, isUnsaved: false } : row));
    },
    factsOf: async (name) => factsOf(name),
    async putEpoch(name, epoch) {
      facts.set(name, { ...factsOf(name), epoch });
    },
    async markForRebuild(name) {
      facts.set(name, { ...factsOf(name), mustRebuild: true });
    },
    async compact(name, state) {
      rows = rows.filter((row) => row.name !== name || row.isUnsaved);
      add(name, state, rest);
    },
    async rebuild(name, { state, ownKeys, keptApart }) {
      const isKept = (row: KeptUpdate & { name: string }) =>
        row.name !== name || (row.isUnsaved && !ownKeys.includes(row.key));
      rows =
        keptApart === null
          ? rows.filter(isKept)
          : rows.map((row) => (row.name === name ? { ...row, name: keptApart, isUnsaved: false } : row));
      add(name, state, rest);
      facts.delete(name);
    },
  };
}
