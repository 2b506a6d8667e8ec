import type { Yield, YieldReason } from "../model/overlap.ts";
import type { PartyRef } from "../model/ref.ts";
import type { Booking } from "./booking.ts";
import type { Way } from "./overlap-making.ts";

/**
 * Which of two items should give way, by the custom of the three offices, the first reason that tells them apart:
 * the body that goes first (Central, then Ban Chấp hành, Ban Thường vụ, Thường trực, HĐND, UBND, others: the precedence
 * the directory gives); a periodic reception of citizens, posted and without proxy; what is decided before what is only
 * registered; the programme before the unexpected; a chair before who only attends; who is named before a member.
 */
export function yieldOf(a: Booking, b: Booking, { x, y }: { readonly x: Way; readonly y: Way }): Yield | null {
  const byRank = a.rank.precedence - b.rank.precedence;
  if (byRank !== 0) return overBodies(byRank < 0 ? "b" : "a", byRank < 0 ? [a, b] : [b, a]);
  return (
    later("reception", +!a.isPeriodicReception, +!b.isPeriodicReception) ??
    later("status", +(a.item.status === "registered"), +(b.item.status === "registered")) ??
    later("unexpected", +(a.item.unexpected === true), +(b.item.unexpected === true)) ??
    later("role", placeOfRole(x), placeOfRole(y)) ??
    later("membership", +isMember(x), +isMember(y))
  );
}

/** The side with the greater number gives way. */
function later(why: Exclude<YieldReason, "precedence">, a: number, b: number): Yield | null {
  return a === b ? null : reasons[why][a < b ? "b" : "a"];
}

function placeOfRole({ path: { role } }: Way): number {
  if (role === "chair") return 0;
  return role === "optional" || role === "serve" ? 2 : 1;
}

function isMember({ path }: Way): boolean {
  return path.role !== "chair" && path.steps[0]?.startsWith("body:") === true;
}

/** The same few answers again and again: kept once. */
const answer = (why: Exclude<YieldReason, "precedence">) =>
  ({ a: { side: "a", why }, b: { side: "b", why } }) as const satisfies Record<"a" | "b", Yield>;
const reasons: Readonly<Record<Exclude<YieldReason, "precedence">, Readonly<Record<"a" | "b", Yield>>>> = {
  reception: answer("reception"),
  status: answer("status"),
  unexpected: answer("unexpected"),
  role: answer("role"),
  membership: answer("membership"),
};

function overBodies(side: "a" | "b", [first, second]: readonly [Booking, Booking]): Yield {
  // Only a body has a rank of its own, so the one that goes first has one.
  const body: PartyRef = first.rank.body ?? "body:";
  return { side, why: "precedence", over: [body, second.rank.body] };
}
