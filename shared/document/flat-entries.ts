/** Entries that are nothing but single values under their names: what is read and written of them is the same for every root. */
import * as v from "valibot";
import * as Y from "yjs";
import { guardOf } from "../model/guard.ts";
import { isSameValue } from "./same-value.ts";
import { touchedIds } from "./touched-ids.ts";

type Fields = Readonly<Record<string, v.GenericSchema>>;

/** Entries of one kind; `Entry` is what is read: an id and the fields. */
export type FlatEntries<Entry extends { readonly id: string }> = {
  mapOf(doc: Y.Doc): Y.Map<Y.Map<unknown>>;
  /** Entries by id. An optional value that cannot be read is left out; without one that is needed the entry is. */
  read(doc: Y.Doc): ReadonlyMap<string, Entry>;
  /** Makes an entry, or brings one to the given state by writing only what differs. Call inside `doc.transact`. */
  put(doc: Y.Doc, entry: Entry): void;
  remove(doc: Y.Doc, id: string): void;
  /** Calls `onChange` once per transaction that touched some, with their ids. Returns the stop. */
  observe(doc: Y.Doc, onChange: (ids: ReadonlySet<string>) => void): () => void;
};

export function flatEntries<Entry extends { readonly id: string }>(root: string, fields: Fields): FlatEntries<Entry> {
  const schema = v.object(fields);
  const guards = Object.entries(fields).map(([key, one]) => [key, guardOf(one)] as const);
  const mapOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap(root);
  const readOne = (id: string, map: unknown): Entry | null => {
    if (!(map instanceof Y.Map)) return null;
    const known = guards.filter(([key, isGood]) => map.has(key) && isGood(map.get(key)));
    const read = v.safeParse(schema, Object.fromEntries(known.map(([key]) => [key, map.get(key)])));
    // The fields of `Entry` are those of the schemas.
    return read.success ? ({ ...read.output, id } as unknown as Entry) : null;
  };
  return {
    mapOf,
    read(doc) {
      const entries = new Map<string, Entry>();
      for (const [id, map] of mapOf(doc)) {
        const entry = readOne(id, map);
        if (entry) entries.set(id, entry);
      }
      return entries;
    },
    put(doc, { id, ...values }) {
      const existing = mapOf(doc).get(id);
      const map = existing instanceof Y.Map ? existing : mapOf(doc).set(id, new Y.Map());
      const wanted = new Map(Object.entries(values).filter(([, value]) => value !== undefined));
      for (const key of Object.keys(fields)) if (map.has(key) && !wanted.has(key)) map.delete(key);
      for (const [key, value] of wanted) if (!isSameValue(map.get(key), value)) map.set(key, value);
    },
    remove: (doc, id) => mapOf(doc).delete(id),
    observe(doc, onChange) {
      const map = mapOf(doc);
      const handle = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => onChange(touchedIds(events));
      map.observeDeep(handle);
      return () => map.unobserveDeep(handle);
    },
  };
}
