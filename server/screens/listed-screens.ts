import { screenEntries } from "../../shared/document/screens.ts";
import { type Directory, emptyDirectory } from "../../shared/model/directory.ts";
import type { Screen } from "../../shared/model/screen.ts";
import type { Rooms } from "../live/rooms.ts";
import { type Clock, pause } from "../observe/clock.ts";
import type { Stop } from "../observe/stop.ts";
import { type DirectoryNews, directoryFollower } from "./directory-follower.ts";
import { entryWaitMs } from "./limits.ts";

type Parts = {
  readonly rooms: Pick<Rooms, "follow" | "glance" | "reachEnd">;
  /** Name of the directory document. */
  readonly document: string;
  readonly clock: Clock;
  readonly onDirectory: (directory: Directory) => void;
  /** Screens came or are others; `gone` had an entry, which somebody has taken away. */
  readonly onScreens: (gone: readonly string[]) => void;
  readonly onPresence: (states: () => readonly string[]) => void;
};

type Doc = Parameters<typeof screenEntries.read>[0];

/** The screens that the directory has, as far as it is durable. Followed only between {@link begin} and {@link stop}. */
export class ListedScreens {
  readonly #parts: Parts;
  #directory: Directory = emptyDirectory;
  #byId: ReadonlyMap<string, Screen> = new Map();
  #ids: ReadonlySet<string> | null = null;
  #stopFollowing: Stop | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get directory(): Directory {
    return this.#directory;
  }

  /** Null where there is none, or none that can be read. */
  get(id: string): Screen | null {
    return this.#byId.get(id) ?? null;
  }

  /** Whether it has an entry; null while nobody has read the directory. */
  has(id: string): boolean | null {
    return this.#ids?.has(id) ?? null;
  }

  get isFollowed(): boolean {
    return this.#stopFollowing !== null;
  }

  begin(): void {
    const { rooms, document, onPresence } = this.#parts;
    this.#stopFollowing ??= rooms.follow(
      document,
      directoryFollower({ tell: (news) => this.#hear(news), hear: onPresence }),
    );
  }

  stop(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    this.#ids = null;
    this.#byId = new Map();
  }

  /** Every screen that has an entry, read for this one question. */
  async all(): Promise<readonly string[]> {
    return (await this.#glance("screens", (doc) => [...screenEntries.mapOf(doc).keys()])) ?? [];
  }

  /** Whether it has an entry by now: one that was just written elsewhere is waited for. */
  async appears(id: string): Promise<boolean> {
    const { clock } = this.#parts;
    const untilMs = clock.now() + entryWaitMs;
    while (!(await this.#isThere(id))) {
      if (clock.now() >= untilMs) return false;
      await pause(clock, 50);
    }
    return true;
  }

  /**
   * Whether it is certain that a screen has no entry: the directory was written at some time, all of its log is known here,
   * and the entry is not in it. Anything else, as a store that is away, is no reason to turn a screen away.
   */
  async isGone(id: string): Promise<boolean> {
    if (!(await this.#parts.rooms.reachEnd(this.#parts.document))) return false;
    return (await this.#isThere(id)) === false;
  }

  #isThere(id: string): Promise<boolean | null> {
    return this.#glance(`screen ${id}`, (doc) => screenEntries.mapOf(doc).has(id));
  }

  /** In the built document, which it is as long as it is followed. */
  #glance<Answer>(key: string, look: (doc: Doc) => Answer): Promise<Answer | null> {
    return this.#parts.rooms.glance(this.#parts.document, key, look);
  }

  #hear({ is, directory, screens }: DirectoryNews): void {
    const before = is === "change" ? this.#ids : null;
    this.#byId = screens.byId;
    this.#ids = screens.ids;
    if (directory) {
      this.#directory = directory;
      this.#parts.onDirectory(directory);
    }
    this.#parts.onScreens([...(before ?? [])].filter((id) => !screens.ids.has(id)));
  }
}
