/** What somebody's program might write although it may not. All of it says one word, which nobody else may ever be sent. */
import * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { addItem, patchItem, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import type { Actor } from "../../shared/model/actor.ts";
import type { ItemStatus } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import { isDecided } from "../../shared/rules/rights.ts";
import { bareItem, isOfOthers } from "./edits.ts";

export const trespassWord = "trespass";

type Scene = {
  readonly doc: Y.Doc;
  readonly dice: Dice;
  readonly office: OfficeId;
  readonly role: Actor["role"];
  /** The document as the log has it. */
  readonly log: Y.Doc;
};

/** An item of others that stands in `doc`, decided by another office or open; none when there is no such. */
function someItem({ doc, dice, office, role, log }: Scene, which: "decided" | "open"): string | undefined {
  const ids = [...itemsOf(doc)].filter(([id, map]) => {
    const isTheirs = isOfOthers(id) && !(role === "head" && map.get("office") === office);
    // What looks decided only because somebody trespassed here before is open to everybody else.
    const isKnown = which === "open" || isSameStatus(map, itemsOf(log).get(id));
    return isTheirs && isKnown && isDecided(map.get("status") as ItemStatus) === (which === "decided");
  });
  return ids.length === 0 ? undefined : dice.pick(ids)[0];
}

function isSameStatus(one: Y.Map<unknown>, other: Y.Map<unknown> | undefined): boolean {
  const [here, there] = [one._map.get("status")?.id, other?._map.get("status")?.id];
  return here !== undefined && there !== undefined && Y.compareIDs(here, there);
}

export const trespasses: readonly { readonly name: string; readonly write: (scene: Scene) => void }[] = [
  {
    name: "writes a field of a decided item",
    write(scene) {
      const id = someItem(scene, "decided");
      if (id !== undefined) patchItem(scene.doc, id, { ref: trespassWord });
    },
  },
  {
    name: "types into a decided item",
    write(scene) {
      const id = someItem(scene, "decided");
      if (id !== undefined) writeText(scene.doc, id, { field: "title", text: trespassWord });
    },
  },
  {
    name: "decides without being the head",
    write(scene) {
      const id = someItem(scene, "open");
      if (id !== undefined) patchItem(scene.doc, id, { status: "approved" });
    },
  },
  {
    name: "writes a value that no field takes",
    write(scene) {
      const id = someItem(scene, "open");
      if (id !== undefined) itemsOf(scene.doc).get(id)?.set("kind", trespassWord);
    },
  },
  {
    name: "writes under a key that nobody knows",
    write(scene) {
      const id = someItem(scene, "open");
      if (id !== undefined) itemsOf(scene.doc).get(id)?.set(trespassWord, 1);
    },
  },
  { name: "writes below a root that nobody knows", write: ({ doc }) => void doc.getMap(trespassWord).set("a", 1) },
  {
    name: "makes half an item",
    write({ doc, dice }) {
      const half = new Y.Map<unknown>();
      itemsOf(doc).set(`half-${dice.below(1e9)}`, half);
      half.set("title", new Y.Text(trespassWord));
    },
  },
  {
    name: "takes away what every item has",
    write(scene) {
      const id = someItem(scene, "open");
      if (id !== undefined) itemsOf(scene.doc).get(id)?.delete("when");
    },
  },
  {
    name: "makes an item that is decided already",
    write: ({ doc, dice, office }) =>
      addItem(doc, {
        ...bareItem(`made-${dice.below(1e9)}`, office === "party" ? "council" : "party"),
        ...{ title: trespassWord, status: "approved" },
      }),
  },
];
