import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { itemArb, itemFieldsArb, participationArb, partyRefArb, wordsArb } from "../../test/world/arbitraries.ts";
import { seed } from "../../test/world/seed.ts";
import { type Item, itemSchema } from "../model/item.ts";
import { observeItems } from "./item-changes.ts";
import { addItem, patchItem, removeItem, setParty, writeText } from "./item-commands.ts";
import { readItem } from "./item-reading.ts";
import { itemsOf } from "./roots.ts";

/**
 * Three browsers, and a network that delivers each update to each of the others whenever it likes and in any order. Every
 * browser keeps its items as a client does, by re-reading what a change names, so that a change that goes unnamed shows.
 */
class Browser {
  readonly doc = new Y.Doc();
  readonly items = new Map<string, Item>();
  /** Updates on their way to this browser. */
  readonly inbox: Uint8Array[] = [];

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    observeItems(this.doc, ({ ids }) => {
      for (const id of ids) this.#reread(id);
    });
  }

  #reread(id: string): void {
    const map = itemsOf(this.doc).get(id);
    const item = map ? readItem(id, map) : null;
    if (item) this.items.set(id, item);
    else this.items.delete(id);
  }

  /** The id of one of the items that this browser sees; null when it sees none. */
  idAt(pick: number): string | null {
    const ids = [...this.items.keys()].sort();
    return ids[pick % Math.max(1, ids.length)] ?? null;
  }
}

type Count = Record<"added" | "patched" | "partied" | "written" | "removed" | "late", number>;
type World = { readonly browsers: readonly Browser[]; readonly count: Count };
type Command = (browser: Browser, count: Count) => void;
type Step = (world: World) => void;

const pickArb = fc.nat(1_000);

/** A step that says what it does when a failure prints the story. */
function told<Work extends Command | Step>(words: string, work: Work): Work {
  return Object.assign(work, { [fc.toStringMethod]: () => words });
}

/** A command upon one of the items that its browser sees. */
function onItem(name: keyof Count, pick: number, work: (doc: Y.Doc, id: string) => void): Command {
  return told(`${name} #${pick}`, (browser, count) => {
    const id = browser.idAt(pick);
    if (id === null) return;
    browser.doc.transact(() => work(browser.doc, id));
    count[name]++;
  });
}

const commandArb: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: itemArb().map((item): Command => {
      return told("adds", ({ doc }, count) => addItem(doc, { ...item, id: `${doc.clientID}-${++count.added}` }));
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(pickArb, itemFieldsArb)
      .map(([pick, patch]) => onItem("patched", pick, (doc, id) => patchItem(doc, id, patch))),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(pickArb, partyRefArb, fc.option(participationArb))
      .map(([pick, ref, as]) => onItem("partied", pick, (doc, id) => setParty(doc, id, { ref, as }))),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(pickArb, fc.constantFrom("title" as const, "notes" as const), wordsArb(30), fc.nat(30))
      .map(([pick, field, text, caret]) =>
        onItem("written", pick, (doc, id) => writeText(doc, id, { field, text, caret })),
      ),
  },
  { weight: 1, arbitrary: pickArb.map((pick) => onItem("removed", pick, removeItem)) },
);

const stepArb: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(2), commandArb).map(([who, command]): Step => {
    return told(`${who}: ${fc.stringify(command)}`, ({ browsers, count }) => {
      const browser = browsers[who];
      if (browser) command(browser, count);
    });
  }),
  fc.tuple(fc.nat(2), pickArb).map(([who, pick]): Step => {
    return told(`${who}: hears #${pick}`, ({ browsers, count }) => {
      const browser = browsers[who];
      const [update] = browser?.inbox.splice(pick % browser.inbox.length, 1) ?? [];
      if (!browser || !update) return;
      if (browser.inbox.length > 0) count.late++;
      Y.applyUpdate(browser.doc, update, "network");
    });
  }),
);

function worldOf(): World {
  const browsers = [new Browser(1), new Browser(2), new Browser(3)];
  for (const browser of browsers)
    browser.doc.on("update", (update, origin) => {
      if (origin === "network") return;
      for (const other of browsers) if (other !== browser) other.inbox.push(update);
    });
  return { browsers, count: { added: 0, patched: 0, partied: 0, written: 0, removed: 0, late: 0 } };
}

/** Everything still on its way arrives, the latest first. */
function settle({ browsers }: World): void {
  for (const { doc, inbox } of browsers)
    for (const update of inbox.splice(0).reverse()) Y.applyUpdate(doc, update, "network");
}

function fullRead(doc: Y.Doc): Map<string, Item> {
  const items = [...itemsOf(doc)].map(([id, map]) => [id, readItem(id, map)] as const);
  return new Map(items.filter((pair): pair is readonly [string, Item] => pair[1] !== null));
}

test(`[seed ${seed}] whatever three people do, in whatever order it arrives, all see the same programme`, () => {
  const total: Count = { added: 0, patched: 0, partied: 0, written: 0, removed: 0, late: 0 };
  let itemsLeft = 0;
  fc.assert(
    fc.property(fc.array(stepArb, { minLength: 20, maxLength: 80, size: "max" }), (steps) => {
      const world = worldOf();
      for (const step of steps) step(world);
      settle(world);
      const [ann, ...others] = world.browsers;
      if (!ann) return;
      for (const { doc, items } of world.browsers) {
        expect(doc.store.pendingStructs).toBeNull();
        expect(doc.store.pendingDs).toBeNull();
        expect(items).toEqual(fullRead(doc));
      }
      for (const other of others) {
        expect(itemsOf(other.doc).toJSON()).toEqual(itemsOf(ann.doc).toJSON());
        expect(other.items).toEqual(ann.items);
      }
      for (const item of ann.items.values()) expect(v.safeParse(itemSchema, item).issues).toBeUndefined();
      for (const key of Object.keys(total) as (keyof Count)[]) total[key] += world.count[key];
      itemsLeft += ann.items.size;
    }),
    { seed, numRuns: 120 },
  );
  for (const [what, times] of Object.entries(total)) expect(times, what).toBeGreaterThan(100);
  expect(itemsLeft).toBeGreaterThan(300);
});
