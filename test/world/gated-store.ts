import { type Store, StoreUnavailable } from "../../server/store/store.ts";

/** A real store whose appends can be held, or fail, before they reach it. Everything else goes straight through. */
export type GatedStore = Store & {
  /** From now on appends wait. */
  hold(): void;
  /** Lets the waiting ones and all later ones through. */
  letGo(): void;
  /** From now on appends fail as if the store could not be reached, until {@link letGo}. */
  fail(): void;
  /** Appends that have come to the gate so far. */
  readonly appendCount: number;
};

export function gateStore(store: Store): GatedStore {
  let gate = Promise.resolve();
  let open = () => {};
  let isFailing = false;
  let appendCount = 0;
  return {
    ...store,
    async append(name, entries, epoch) {
      appendCount++;
      if (isFailing) throw new StoreUnavailable("made to fail");
      await gate;
      return store.append(name, entries, epoch);
    },
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    letGo() {
      isFailing = false;
      open();
      gate = Promise.resolve();
    },
    fail() {
      isFailing = true;
    },
    get appendCount() {
      return appendCount;
    },
  };
}
