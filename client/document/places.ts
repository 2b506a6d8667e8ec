import type { Item } from "../../shared/model/item.ts";
import { orderOf, type PlaceKey, placesOf } from "./placement.ts";

type Entry = { readonly places: readonly PlaceKey[]; readonly order: string };

/**
 * Which items stand where, in order. Plain and incremental: an edit touches only the lists of the places it left or
 * came to, and a list whose order stays the same stays the same array.
 */
export type Places = {
  /** Puts an item where it belongs now (null: takes it away). Answers the places whose list changed. */
  put(id: string, item: Item | null): readonly PlaceKey[];
  at(place: PlaceKey): readonly string[];
};

export function createPlaces(): Places {
  const entries = new Map<string, Entry>();
  const lists = new Map<PlaceKey, readonly string[]>();
  const orderAt = (id: string) => entries.get(id)?.order ?? "";

  const withoutId = (place: PlaceKey, id: string) => {
    const rest = (lists.get(place) ?? []).filter((other) => other !== id);
    if (rest.length > 0) lists.set(place, rest);
    else lists.delete(place);
  };
  const withId = (place: PlaceKey, id: string) => {
    const list = lists.get(place) ?? [];
    const order = orderAt(id);
    const at = list.findIndex((other) => orderAt(other) > order);
    lists.set(place, at < 0 ? [...list, id] : [...list.slice(0, at), id, ...list.slice(at)]);
  };

  return {
    put(id, item) {
      const before = entries.get(id);
      const after: Entry | null = item ? { places: placesOf(item), order: orderOf(item) } : null;
      if (before && after && before.order === after.order && isSameList(before.places, after.places)) return [];
      const touched = new Set([...(before?.places ?? []), ...(after?.places ?? [])]);
      const lastLists = new Map([...touched].map((place) => [place, lists.get(place) ?? []]));
      for (const place of before?.places ?? []) withoutId(place, id);
      if (after) entries.set(id, after);
      else entries.delete(id);
      for (const place of after?.places ?? []) withId(place, id);
      return [...touched].filter((place) => {
        const last = lastLists.get(place) ?? [];
        if (!isSameList(last, lists.get(place) ?? [])) return true;
        if (last.length > 0) lists.set(place, last);
        return false;
      });
    },
    at: (place) => lists.get(place) ?? none,
  };
}

const none: readonly string[] = [];

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
