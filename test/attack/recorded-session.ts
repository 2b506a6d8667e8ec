import { demoPeople } from "../../server/access/demo-people.ts";
import type { Dice } from "../../server/demo/dice.ts";
import { type Deed, doDeed } from "../simulation/deeds.ts";
import { World } from "../simulation/world.ts";

const deeds: readonly Deed[] = ["edit", "edit", "edit", "edit", "count", "present", "reloads", "breaks"];
const deedCount = 250;

/** Every frame that five browsers sent in a working session: greetings, answers, edits, markers, presence. */
export async function recordSession(dice: Dice): Promise<readonly Uint8Array[]> {
  const world = new World(dice);
  const frames: Uint8Array[] = [];
  const [server] = world.servers;
  for (const actor of demoPeople.slice(0, 5)) {
    world.opensBoard(actor, () => ({
      accept(...knock) {
        const wire = server?.accept(...knock) ?? null;
        if (!wire) return null;
        const send = wire.send.bind(wire);
        wire.send = (frame) => {
          frames.push(frame);
          send(frame);
        };
        return wire;
      },
    }));
  }
  for (let count = 0; count < deedCount; count++) {
    await world.pass(dice.below(200));
    await doDeed(world, dice.pick(deeds));
  }
  await world.heals();
  world.end();
  return frames;
}
