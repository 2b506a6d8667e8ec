/**
 * One run of the simulation: people edit one programme through two servers over one store while connections, tabs,
 * servers and the store fail by the dice; then everything heals. Time and chance come from the seed alone, so a run that
 * fails, fails again. What must hold at every step is in `witness.ts`.
 */
import { demoPeople } from "../../server/access/demo-people.ts";
import { createDice } from "../../server/demo/dice.ts";
import { addItem } from "../../shared/document/item-commands.ts";
import { type Deed, deeds, doDeed } from "./deeds.ts";
import { bareItem } from "./edits.ts";
import { type Happened, World } from "./world.ts";

type Answer = {
  readonly happened: Happened;
  /** Everything that was done, in order: the same for the same seed. */
  readonly trace: readonly string[];
};

const deedCount = 400;

/** Throws what went wrong, with the seed and the last deeds. */
export async function runSimulation(seed: string): Promise<Answer> {
  const dice = createDice(seed);
  const world = new World(dice);
  const done: Partial<Record<Deed, number>> = {};
  // Or two servers begin it at once, each for those who are there.
  if (dice.happens(60)) world.begins((doc) => addItem(doc, bareItem("first", "party")));
  for (const actor of dice.shuffle(demoPeople).slice(0, 3 + dice.below(4)))
    world.opensBoard(actor, () => dice.pick(world.servers));
  try {
    for (let count = 0; count < deedCount; count++) {
      await world.pass(dice.below(80));
      const deed = dice.pick(deeds);
      done[deed] = (done[deed] ?? 0) + 1;
      await doDeed(world, deed);
    }
    await world.heals();
    return { happened: { ...done, ...world.happened }, trace: world.trace };
  } catch (error) {
    const last = world.trace.slice(-25).join("\n  ");
    throw new Error(`seed "${seed}": ${error instanceof Error ? error.message : error}\nlast deeds:\n  ${last}`, {
      cause: error,
    });
  } finally {
    world.end();
  }
}
