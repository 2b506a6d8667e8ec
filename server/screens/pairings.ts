import type { Pairing, PairingAsked } from "../../shared/protocol/screen-feed.ts";

/** Who asks to be paired, as it is shown to whoever lets it in. */
export type Device = Pick<PairingAsked, "device" | "size" | "address">;

/** What a screen hears that asks whether it was let in. `handed`: this once, with the credential that it keeps from now on. */
export type Polled =
  | { readonly state: "pending" | "too-fast" | "over" | "denied" }
  | { readonly state: "handed"; readonly screen: string; readonly credential: string };

/**
 * Pairing a screen (RFC 8628 in shape): asked → claimed or denied → handed over once → gone; gone by itself after ten
 * minutes. Any process of the board may be asked at any step. The methods reject as the store does.
 */
export type Pairings = {
  /** Begins a pairing; null when too many are under way, from there or in all. */
  ask(device: Device): Promise<Pairing | null>;
  poll(secret: string): Promise<Polled>;
  /** What stands behind a code, written in any way; null when nothing does. */
  look(code: string): Promise<PairingAsked | null>;
  /** Lets it in as `screen`; false when nothing waits behind the code any more. Of several who answer one is told true. */
  claim(code: string, screen: string): Promise<boolean>;
  /** Sends it away; as {@link claim}. */
  deny(code: string): Promise<boolean>;
};
