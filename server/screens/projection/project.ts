import type { Day } from "../../../shared/kit/day.ts";
import type { ScreenMode, Show } from "../../../shared/model/screen.ts";
import type { ScreenShow } from "../../../shared/protocol/screen-feed.ts";
import type { Language } from "../../../shared/text/overlap-phrases.ts";
import type { Held } from "./held.ts";
import { jointShow } from "./joint.ts";
import { type Board, maskBoard } from "./mask.ts";
import type { Moment } from "./moment.ts";
import { overlapsShow } from "./overlaps.ts";
import { programmeShow } from "./programme.ts";
import { todayShow } from "./today.ts";

/** What a screen is to show. `day` is missing for the week that it is. */
export type Wish = {
  readonly mode: ScreenMode;
  readonly day: Day | undefined;
  readonly by: Show["by"];
  readonly language: Language;
  /** Whether the week may be shown where there is no session to follow. */
  readonly mayShowWeek: boolean;
};

/** What a wish looks like on this board at this moment: everything in it comes out of {@link maskBoard}. */
export function project(
  board: Board,
  { mode, day = undefined, by, language, mayShowWeek }: Wish,
  at: Moment,
): Held<ScreenShow> {
  const masked = maskBoard(board, language);
  const wish = { day: day ?? at.today, by, language };
  switch (mode) {
    case "week":
      return programmeShow(masked, wish, at);
    case "today":
      return todayShow(masked, language, at);
    case "overlaps":
      return overlapsShow(masked, wish, at);
    case "session": {
      if (masked.session) return jointShow(masked, masked.session, { ...at, language });
      if (!mayShowWeek) return { show: { of: "no-session", next: null }, untilMs: Number.POSITIVE_INFINITY };
      const next = programmeShow(masked, { day: at.today, by: "half-day", language }, at);
      return { show: { of: "no-session", next: next.show }, untilMs: next.untilMs };
    }
    case "calibrate":
    case "blank":
      return { show: { of: mode }, untilMs: Number.POSITIVE_INFINITY };
  }
}
