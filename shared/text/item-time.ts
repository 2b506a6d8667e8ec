/** Hour and session of an item: what is printed together is read together. */
import { type Minute, minuteToText } from "../kit/minute.ts";
import { type Session, sessionOfMinute } from "../model/when.ts";
import type { HourWords } from "./hour.ts";

export interface ItemTime {
  /** `HH:MM` */
  readonly start: string | null;
  readonly end: string | null;
  readonly session: Session | null;
  /** The hour was taken for one of the twelve-hour clock: "Chiều: 2h30". */
  readonly isShifted: boolean;
}

const earliestPlainMin = 6 * 60;

/**
 * Puts an hour under its session. The hour decides the session, but "cả ngày" of the item itself stays. An hour before six
 * in the afternoon or evening is meant on the twelve-hour clock.
 * `own`: printed for this item; `above`: said by the row or heading it stands under.
 */
export function itemTimeOf(hour: HourWords | null, own: Session | null, above: Session | null): ItemTime {
  const said = own ?? above;
  if (!hour) return { start: null, end: null, session: said, isShifted: false };
  const isLate = said === "afternoon" || said === "evening";
  const isShifted = isLate && hour.startMin < earliestPlainMin;
  const plus = (minute: number) => (minute + (isShifted ? 12 * 60 : 0)) as Minute;
  return {
    start: minuteToText(plus(hour.startMin)),
    end: hour.endMin === null ? null : minuteToText(plus(hour.endMin)),
    session: own === "allday" ? "allday" : sessionOfMinute(plus(hour.startMin)),
    isShifted,
  };
}
