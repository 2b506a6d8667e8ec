import { createSignal } from "solid-js";
import * as v from "valibot";
import { overlapKinds } from "../../shared/model/overlap.ts";
import { readStored, store } from "../stored.ts";
import { groupings } from "./overlap-groups.ts";

/** How one person reads the list: kept on this machine, no business of anybody else. */
const viewSchema = v.object({
  by: v.picklist(groupings),
  ownOnly: v.boolean(),
  /** Kinds this reader does not want to see here; the board's own silence is another matter. */
  muted: v.array(v.picklist(overlapKinds)),
});
export type ListView = Readonly<v.InferOutput<typeof viewSchema>>;

const keptAs = "lien-thong.overlap-list";
const usual: ListView = { by: "severity", ownOnly: false, muted: [] };

const [listView, setCurrent] = createSignal<ListView>(kept());

export { listView };

export function setListView(change: Partial<ListView>): void {
  setCurrent({ ...listView(), ...change });
  store("machine", keptAs, JSON.stringify(listView()));
}

function kept(): ListView {
  try {
    const read = v.safeParse(viewSchema, JSON.parse(readStored("machine", keptAs) ?? ""));
    return read.success ? read.output : usual;
  } catch {
    return usual;
  }
}
