/** The people, servers, store and time of one simulation. Nothing in it happens but by its clock and its dice. */
import * as Y from "yjs";
import type { Dice } from "../../server/demo/dice.ts";
import { silenceMaxMs } from "../../server/live/limits.ts";
import type { Actor } from "../../shared/model/actor.ts";
import { HandClock } from "../world/hand-clock.ts";
import { SimulatedClient } from "./simulated-client.ts";
import { SimulatedServer } from "./simulated-server.ts";
import { Disk, noFaults } from "./simulated-store.ts";
import { Witness } from "./witness.ts";

const documentName = "hanoi/program/2026";

export type Happened = Readonly<Record<string, number>>;

export class World {
  readonly clock = new HandClock();
  readonly dice: Dice;
  readonly disk = new Disk();
  readonly witness = new Witness(this.disk, documentName);
  readonly servers: readonly SimulatedServer[];
  readonly clients: SimulatedClient[] = [];
  readonly trace: string[] = [];

  constructor(dice: Dice) {
    this.dice = dice;
    const { clock, disk, witness } = this;
    const onSent = (frame: Uint8Array) => witness.checkSent(frame);
    this.servers = [1, 2].map((number) => new SimulatedServer({ clock, dice, disk, onSent }, number));
  }

  /** Before anybody comes: somebody wrote this, some time ago. */
  begins(write: (doc: Y.Doc) => void) {
    const doc = new Y.Doc();
    doc.clientID = 1 + this.dice.below(2 ** 31);
    doc.transact(() => write(doc));
    this.disk.append(documentName, { entries: [Y.encodeStateAsUpdate(doc)], epoch: "first", node: "" });
  }

  /** Somebody opens the board, at whatever server `choose` names at each attempt. */
  opensBoard(actor: Actor, choose: () => Pick<SimulatedServer, "accept"> | undefined): SimulatedClient {
    const { clock, dice, witness } = this;
    const client = new SimulatedClient({
      ...{ clock, dice, actor },
      knock: (visitor, end) => choose()?.accept(documentName, visitor, end) ?? null,
      onSaved: (kept) => witness.checkSaved(actor.id, kept),
      onDoubted: (updates) => witness.noteDoubted(updates),
      onWritten: (update) => witness.noteWritten(actor.id, update),
      onFault: (words) => witness.fault(words),
    });
    this.clients.push(client);
    return client;
  }

  get log(): Y.Doc {
    return this.disk.whole(documentName);
  }

  /** What happened how often. */
  get happened(): Happened {
    const sum = (read: (client: SimulatedClient) => number) =>
      this.clients.reduce((total, client) => total + read(client), 0);
    return {
      ...this.disk.counts,
      ...this.witness.counts,
      edits: sum(({ counts }) => counts.edits),
      saved: sum(({ counts }) => counts.saved),
      keptOverReload: sum(({ counts }) => counts.kept),
      connections: sum(({ counts }) => counts.connections),
      refusals: sum(({ counts }) => counts.refusals),
      rebuilds: sum(({ counts }) => counts.rebuilds),
    };
  }

  /** Everything works again, and enough time passes for everybody to find it out; then all must be well. */
  async heals(): Promise<void> {
    this.tell("heals");
    for (const server of this.servers) {
      Object.assign(server.faults, noFaults);
      server.start();
    }
    for (const client of this.clients) if (!client.isOpen) client.open();
    const isWell = () => this.clients.every(({ isSynced, unsavedCount }) => isSynced && unsavedCount === 0);
    for (let waited = 0; !isWell() && waited < 120; waited++) await this.pass(500);
    // A socket whose tab vanished is found out by its silence, a lost bell by the next look at the log.
    await this.pass(2 * silenceMaxMs);
    this.witness.checkEnd(this.clients);
  }

  /** Lets time pass, with everything that happens in it, and throws the first thing that must not happen. */
  async pass(ms: number): Promise<void> {
    const endMs = this.clock.now() + ms;
    for (let atMs = this.clock.nextAtMs; atMs !== null && atMs <= endMs; atMs = this.clock.nextAtMs) {
      this.clock.pass(atMs - this.clock.now());
      // Lets every promise go as far as it can.
      await new Promise<void>((resolve) => void setImmediate(resolve));
      this.witness.throwFault();
    }
    this.clock.pass(endMs - this.clock.now());
  }

  /** Ends one of the servers; it is started again before long. */
  endServer(how: "kill" | "stop") {
    const server = this.dice.pick(this.servers);
    if (how === "kill") server.kill();
    else void server.stop();
    this.clock.after(this.dice.below(4_000), () => server.start());
  }

  tell(words: string) {
    this.trace.push(`${this.clock.now() % 10_000_000} ${words}`);
  }

  end() {
    for (const client of this.clients) client.shut();
    for (const server of this.servers) server.kill();
  }
}
