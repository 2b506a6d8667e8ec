import type { Stop } from "../observe/stop.ts";

/**
 * By what a paired screen signs in: a secret of 32 characters in a cookie of its own, of which only the hash is kept. A
 * screen has one at a time. It keeps its value for life: a screen has no keyboard, and one that missed the answer in which
 * its secret was changed would have to be paired again. What ends a stolen one is pairing the screen anew, or revoking it.
 */
export type Credentials = {
  /** A new credential for `screen`: the one before ends, on every process. */
  issue(screen: string): Promise<string>;
  /** Whose it is; null when it is nobody's. It lasts as long again from now. While the store is away, whoever was found here before is found still. */
  find(credential: string | undefined): Promise<string | null>;
  /** Whether `credential` is the one that `screen` has now; null while nobody can say. */
  isCurrent(credential: string, screen: string): Promise<boolean | null>;
  /** Ends that of `screen`: it has to be paired again. */
  end(screen: string): Promise<void>;
  /** Tells of every screen that was given another credential, here or on another process. */
  onIssue(tell: (screen: string) => void): Promise<Stop>;
};
