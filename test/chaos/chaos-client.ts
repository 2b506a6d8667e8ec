import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { addItem, patchItem, writeText } from "../../shared/document/item-commands.ts";
import { itemsOf, textOf } from "../../shared/document/roots.ts";
import { newId } from "../../shared/kit/id.ts";
import { messageType } from "../../shared/protocol/message.ts";
import { bareItem } from "../simulation/edits.ts";
import { openTab, type Tab, type TabOptions } from "../world/live-board.ts";

/** The item in which everybody types. */
export const commonItem = "common";

/** Somebody at work with the stock provider: it writes, and remembers what it was shown as saved. */
export class ChaosClient {
  readonly tab: Tab;
  /** Own updates that were shown as saved, and those that were not yet. */
  readonly confirmed: Uint8Array[] = [];
  readonly #unconfirmed: Uint8Array[] = [];
  readonly #dice: Dice;
  readonly #own: string;
  #edits = 0;

  constructor(options: TabOptions, dice: Dice) {
    this.tab = openTab(options);
    this.#dice = dice;
    this.#own = newId(dice.bytes);
    this.tab.provider.messageHandlers[messageType.refused] = (_encoder, decoder) => {
      this.refusals.push(decoding.readVarString(decoder));
    };
    this.tab.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this.tab.provider) this.#wrote(update);
    });
  }

  /** What the server said it did not take: honest people hear of nothing. */
  readonly refusals: string[] = [];

  get doc(): Y.Doc {
    return this.tab.doc;
  }

  get unsavedCount(): number {
    return this.#unconfirmed.length;
  }

  get editCount(): number {
    return this.#edits;
  }

  edit(): void {
    const { doc } = this;
    const count = ++this.#edits;
    const at = this.#dice.below(10);
    doc.transact(() => {
      if (!itemsOf(doc).has(this.#own)) addItem(doc, bareItem(this.#own, "party"));
      else if (at < 6) patchItem(doc, this.#own, { ref: String(count) });
      else if (at < 8) addItem(doc, bareItem(newId(this.#dice.bytes), "party"));
      else this.#typeTogether();
    });
  }

  /** Makes the item in which everybody types. Once: an item made twice is refused. */
  begin(): void {
    this.doc.transact(() => addItem(this.doc, bareItem(commonItem, "party")));
  }

  close(): void {
    this.tab.close();
  }

  #typeTogether(): void {
    const map = itemsOf(this.doc).get(commonItem);
    const title = map ? (textOf(map, "title")?.toString() ?? "") : "";
    // Far below what a title may have: of what several add while they are apart, everything comes in.
    const kept = title.length > 200 ? "" : title;
    const at = this.#dice.below(kept.length + 1);
    writeText(this.doc, commonItem, { field: "title", text: `${kept.slice(0, at)}đ${kept.slice(at)}` });
  }

  #wrote(update: Uint8Array): void {
    this.#unconfirmed.push(update);
    void this.tab.saved().then(() => {
      // Answers come in order, each for everything before it.
      const upTo = this.#unconfirmed.indexOf(update) + 1;
      this.confirmed.push(...this.#unconfirmed.splice(0, upTo));
    });
  }
}
