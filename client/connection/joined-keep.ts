/** Which joint session this tab has joined, so that a reload stays in it. Another tab of the same person has not. */

const storedAs = "lien-thong.joint";

export type Joined = { readonly id: string; readonly follows: boolean };

export function keepJoined(joined: Joined | null): void {
  if (typeof sessionStorage === "undefined") return;
  if (joined) sessionStorage.setItem(storedAs, `${joined.follows ? "+" : "-"}${joined.id}`);
  else sessionStorage.removeItem(storedAs);
}

export function joinedBefore(): Joined | null {
  const stored = typeof sessionStorage === "undefined" ? null : sessionStorage.getItem(storedAs);
  return stored && /^[+-]./.test(stored) ? { follows: stored.startsWith("+"), id: stored.slice(1) } : null;
}
