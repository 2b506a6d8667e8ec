import { addItem, patchItem } from "../../shared/document/item-commands.ts";
import { itemsOf } from "../../shared/document/roots.ts";
import { bareItem } from "../simulation/edits.ts";
import { type LiveBoard, openTab, until } from "../world/live-board.ts";

export type Bystander = {
  readonly document: string;
  /** Ends its work. `isWhole`: a second tab, opened now, shows the last thing it was told is saved. */
  stop(): Promise<{ readonly savedCount: number; readonly worstMs: number; readonly isWhole: boolean }>;
};

const item = "bystander";

/** Somebody at work in the attacked document with the stock provider: one edit after the other, each awaited as saved. */
export async function startBystander(board: Pick<LiveBoard, "url" | "signIn">): Promise<Bystander> {
  const [document, cookie] = ["hanoi/program/2026", await board.signIn("huong")];
  const tab = openTab({ board, cookie, name: document });
  await tab.synced;
  tab.doc.transact(() => addItem(tab.doc, bareItem(item, "party")));
  let [count, worstMs, isStopping] = [0, 0, false];
  const work = async () => {
    while (!isStopping) {
      const beganMs = performance.now();
      tab.doc.transact(() => patchItem(tab.doc, item, { ref: String(++count) }));
      await tab.saved();
      worstMs = Math.max(worstMs, performance.now() - beganMs);
      await new Promise<void>((resolve) => void setImmediate(resolve));
    }
  };
  const working = work();
  return {
    document,
    async stop() {
      isStopping = true;
      await working;
      tab.close();
      const late = openTab({ board, cookie, name: document });
      await late.synced;
      await until(late.doc, () => itemsOf(late.doc).has(item));
      const isWhole = itemsOf(late.doc).get(item)?.get("ref") === String(count);
      late.close();
      return { savedCount: count, worstMs, isWhole };
    },
  };
}
