import type { Booking } from "./booking.ts";

/**
 * Whether two items are one meeting that two leaders have in their programmes, each in his own words: "Chủ trì giao ban Sở"
 * and "Dự giao ban Sở" at one hour. The same matter with nobody on either side is a plain duplicate, and two chairs are two
 * meetings.
 */
export function isOneMeeting(a: Booking, b: Booking): boolean {
  if (a.fromMin !== b.fromMin || a.claims.length + b.claims.length === 0) return false;
  return !(isChaired(a) && isChaired(b)) && matterOf(a) === matterOf(b);
}

function isChaired({ claims }: Booking): boolean {
  return claims.some(({ path }) => path.role === "chair");
}

const attending = /^(?:(?:(?:đồng )?chủ trì|(?:tham |đến |cùng )?dự|tham gia|họp)\s+)+/u;

/** The title without what the leader does there. */
function matterOf({ item }: Booking): string {
  return item.title.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim().replace(attending, "");
}
