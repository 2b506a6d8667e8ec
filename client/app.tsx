import "./app.css";
import {
  createEffect,
  createMemo,
  createResource,
  createSignal,
  ErrorBoundary,
  lazy,
  Match,
  onCleanup,
  Show,
  Suspense,
  Switch,
  untrack,
} from "solid-js";
import { dayParts } from "../shared/kit/day.ts";
import { every, later, todayInHanoi } from "./clock.ts";
import { signOut } from "./connection/api.ts";
import { type FirstLook, fetchLook, forgetLook, loadLook, saveLook } from "./connection/first-look.ts";
import { type Keeps, keepNameOf } from "./connection/keeps.ts";
import { type Remembered, remember } from "./connection/remembered.ts";
import { type Board, BoardContext, createBoard, useBoard } from "./document/board.ts";
import { daysShown, yearsOf } from "./document/days-shown.ts";
import { createDesk, DeskContext, useDesk } from "./document/desk.ts";
import { idsOn } from "./document/overlaps-shown.ts";
import { AreaMissing } from "./frame/area-missing.tsx";
import { Header } from "./frame/header.tsx";
import { createKeys } from "./frame/keys.ts";
import { Notice } from "./frame/notice.tsx";
import { PhoneHeader, PhoneNav } from "./frame/phone-frame.tsx";
import { Refusal } from "./frame/refusal.tsx";
import { Waiting } from "./frame/waiting.tsx";
import { createNarrow } from "./parts/narrow.ts";
import { createPlace, dayLookedAt, isOfDays, pathToPlace } from "./place.ts";
import { appWords } from "./text/app-words.ts";
import { wordsOf } from "./text/words.ts";
import { DayView } from "./week/day-view.tsx";
import { WeekView } from "./week/week-view.tsx";

const words = wordsOf(appWords);

/** What a board can begin without. */
const areas = {
  item: () => import("./item/inspector.tsx"),
  line: () => import("./reading/quick-item.ts"),
  overlaps: () => import("./overlaps/overlap-panel.tsx"),
  refused: () => import("./frame/refused-panel.tsx"),
  bar: () => import("./joint/joint-bar.tsx"),
  joint: () => import("./joint/joint-panel.tsx"),
  minutes: () => import("./joint/minutes-page.tsx"),
  month: () => import("./month/month-view.tsx"),
  paste: () => import("./paste/paste-dialog.tsx"),
  directory: () => import("./directory/directory-page.tsx"),
  time: () => import("./settling/find-time.tsx"),
  screens: () => import("./screens/screens-page.tsx"),
  remote: () => import("./screens/remote.tsx"),
  keys: () => import("./frame/key-help.tsx"),
};
const MonthView = lazy(async () => ({ default: (await areas.month()).MonthView }));
const Inspector = lazy(async () => ({ default: (await areas.item()).Inspector }));
const OverlapPanel = lazy(async () => ({ default: (await areas.overlaps()).OverlapPanel }));
const RefusedPanel = lazy(async () => ({ default: (await areas.refused()).RefusedPanel }));
const JointBar = lazy(async () => ({ default: (await areas.bar()).JointBar }));
const JointPanel = lazy(async () => ({ default: (await areas.joint()).JointPanel }));
const MinutesPage = lazy(async () => ({ default: (await areas.minutes()).MinutesPage }));
const PasteDialog = lazy(async () => ({ default: (await areas.paste()).PasteDialog }));
const DirectoryPage = lazy(async () => ({ default: (await areas.directory()).DirectoryPage }));
const FindTime = lazy(async () => ({ default: (await areas.time()).FindTime }));
const ScreensPage = lazy(async () => ({ default: (await areas.screens()).ScreensPage }));
const Remote = lazy(async () => ({ default: (await areas.remote()).Remote }));
const KeyHelp = lazy(async () => ({ default: (await areas.keys()).KeyHelp }));

/** Names what this program was built from: a file's name is the sum of all that it uses. In development it says nothing. */
const build = import.meta.url;

/** Long enough for the board to be there and the service worker to watch. */
const aheadMs = 2_000;

/** Fetches every area once while there is a network, one after another: without one, what was never opened could not open. */
async function fetchAreas(): Promise<void> {
  for (const fetchArea of Object.values(areas)) await fetchArea().catch(() => {});
}

/** The board of one person, from opening what this machine keeps to leaving. */
export function App(props: {
  readonly at: Remembered;
  readonly openKeeps: (at: Remembered) => Promise<Keeps>;
  readonly onLeave: () => void;
}) {
  const [board] = createResource(() => openBoard(props.at, props.openKeeps(props.at)));
  const leave = async () => {
    remember(null);
    await signOut().catch(() => {});
    props.onLeave();
    // Last: until the board is gone it may leave a look once more.
    forgetLook();
  };
  return (
    <Show when={board()} fallback={<Waiting isUnreachable={false} />}>
      {(opened) => <Opened board={opened()} keepName={keepNameOf(props.at)} onLeave={() => void leave()} />}
    </Show>
  );
}

/** What the server says stands at an address; null where no days are shown. */
function aheadOf(path: string): Promise<FirstLook | null> | null {
  const days = daysShown(pathToPlace(path));
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? fetchLook({ first, last }) : null;
}

async function openBoard(at: Remembered, keeps: Promise<Keeps>): Promise<Board> {
  const left = { keep: keepNameOf(at), path: location.pathname, build };
  const look = loadLook(left) ?? aheadOf(location.pathname);
  const socketUrl = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  return createBoard({ name: at.board, actor: at.actor, ...(await keeps), socketUrl, look });
}

function Opened(props: { readonly board: Board; readonly keepName: string; readonly onLeave: () => void }) {
  const { board } = props;
  const [place, go] = createPlace();
  const desk = createDesk(place, go, () => (board.joint.joined() === null ? "none" : "joint"));
  onCleanup(board.stop);
  onCleanup(keepLook(board, props.keepName));
  onCleanup(later(aheadMs, () => void fetchAreas()));
  createEffect(() => {
    const shown = place();
    for (const year of shown.view === "minutes" ? [shown.year] : yearsOf(daysShown(shown))) board.needYear(year);
  });
  hearOfSessions(board);
  createEffect(() => board.presence.showOpen(desk.selected()));
  warnBeforeLeaving(board);
  return (
    <BoardContext.Provider value={board}>
      <DeskContext.Provider value={desk}>
        <Desk onLeave={props.onLeave} />
      </DeskContext.Provider>
    </BoardContext.Provider>
  );
}

function Desk(props: { readonly onLeave: () => void }) {
  const board = useBoard();
  const desk = useDesk();
  const [dialog, setDialog] = createSignal<"paste" | "keys" | null>(null);
  const side = () => sideOf(desk.side(), desk.place());
  const [isCasting, setCasting] = createSignal(false);
  const cast = () => setCasting((before) => !before);
  const isNarrow = createNarrow();
  // What is only remembered cannot be changed yet; without a server it is all there is, and can be read.
  const isArriving = () => board.store.isRemembering() && board.saving().kind !== "offline";
  // Once there, it stays: it also tells how a session ended.
  const isMet = createMemo(
    (was: boolean) => was || board.joint.running().length > 0 || board.joint.joined() !== null,
    false,
  );
  const joinedBefore = untrack(board.joint.joined)?.id ?? null;
  createKeys(setDialog);
  sayMerges(board, desk);
  return (
    <div class="app" data-side={side()} data-view={desk.place().view}>
      <Show
        when={isNarrow()}
        fallback={
          <Header
            onPaste={() => setDialog("paste")}
            onKeys={() => setDialog("keys")}
            onCast={cast}
            isCasting={isCasting()}
            onLeave={props.onLeave}
          />
        }
      >
        <PhoneHeader onCast={cast} isCasting={isCasting()} onLeave={props.onLeave} />
        <PhoneNav />
      </Show>
      <div class="app-told">
        <Refusal />
        <Suspense>
          <Show when={board.setbacks.changes().length > 0}>
            <RefusedPanel />
          </Show>
        </Suspense>
        <Suspense>
          <Show when={isMet()}>
            <JointBar joinedBefore={joinedBefore} />
          </Show>
        </Suspense>
      </div>
      <main class="app-main" inert={isArriving()}>
        <ErrorBoundary fallback={<AreaMissing />}>
          <Suspense fallback={<Waiting isUnreachable={false} />}>
            <Switch>
              <Match when={weekOf(desk.place())}>
                {(week) => (
                  <Show when={isNarrow()} fallback={<WeekView week={week().week} day={dayLookedAt(week())} />}>
                    <DayView day={dayLookedAt(week())} />
                  </Show>
                )}
              </Match>
              <Match when={monthOf(desk.place())}>{(month) => <MonthView {...month()} />}</Match>
              <Match when={desk.place().view === "directory"}>
                <DirectoryPage />
              </Match>
              <Match when={minutesOf(desk.place())}>{(minutes) => <MinutesPage {...minutes()} />}</Match>
              <Match when={screensOf(desk.place())}>{(place) => <ScreensPage code={place().code} />}</Match>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
      <Show when={side() === "item" || side() === "overlaps" || side() === "joint"}>
        <aside class="app-side">
          <ErrorBoundary fallback={<AreaMissing />}>
            <Suspense fallback={<Waiting isUnreachable={false} />}>
              <Switch>
                <Match when={side() === "item"}>
                  <Inspector />
                </Match>
                <Match when={side() === "overlaps"}>
                  <OverlapPanel />
                </Match>
                <Match when={side() === "joint"}>
                  <JointPanel />
                </Match>
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </aside>
      </Show>
      <Suspense>
        <Show when={dialog() === "paste"}>
          <PasteDialog onClose={() => setDialog(null)} />
        </Show>
        <Show when={desk.seeking()} keyed>
          {(seeking) => <FindTime seeking={seeking} onClose={() => desk.findTime(null)} />}
        </Show>
        <Show when={isCasting()}>
          <Remote onClose={() => setCasting(false)} />
        </Show>
        <Show when={dialog() === "keys"}>
          <KeyHelp onClose={() => setDialog(null)} />
        </Show>
      </Suspense>
      <Notice />
    </div>
  );
}

type Side = ReturnType<ReturnType<typeof useDesk>["side"]>;
type Place = ReturnType<ReturnType<typeof useDesk>["place"]>;

/** Beside a page of its own stands nothing. A month without anything open beside it shows its tray there; the month view places it. */
function sideOf(side: Side, place: Place): Side {
  if (!isOfDays(place)) return "none";
  return side === "none" && place.view === "month" ? "tray" : side;
}

function weekOf(place: Place) {
  return place.view === "week" ? place : null;
}

function screensOf(place: Place) {
  return place.view === "screens" ? place : null;
}

function monthOf(place: Place) {
  return place.view === "month" ? { year: place.year, month: place.month } : null;
}

function minutesOf(place: Place) {
  return place.view === "minutes" ? { year: place.year, session: place.session } : null;
}

/** Somebody sits in a session that no open programme holds, or one did oneself before a reload: it is likely this year's. */
function hearOfSessions(board: Board): void {
  createEffect(() => {
    const ids = [board.joint.joined(), ...board.presence.others().map(({ joint }) => joint)].flatMap(
      (one) => one?.id ?? [],
    );
    if (ids.some((id) => !board.joint.session(id))) board.needYear(dayParts(todayInHanoi()).year);
  });
}

/** Work done apart that clashes now that it is together is said once, with the way to the list. */
function sayMerges(board: Board, desk: ReturnType<typeof useDesk>): void {
  createEffect(() => {
    const count = board.merges.created().length;
    if (count === 0) return;
    const action = { label: words().showMerged, run: () => desk.showSide("overlaps") };
    desk.say({ text: words().merged(count), tone: "warning", action });
  });
}

/** A page that ends without saying so (a crash, a dead battery) leaves a look no older than this. */
const lookMs = 30_000;
const firstLookMs = 1_500;

/** Leaves what is on the screen to the next page. Returns the stop: who signs out leaves nothing behind. */
function keepLook(board: Board, keepName: string): () => void {
  const keep = () => {
    const { store } = board;
    const items = [...idsOn(store, daysShown(pathToPlace(location.pathname)))].flatMap((id) => store.item(id) ?? []);
    if (items.length > 0 && !store.isRemembering())
      saveLook({ keep: keepName, path: location.pathname, build }, { directory: store.directory(), items });
  };
  window.addEventListener("pagehide", keep);
  const stops = [later(firstLookMs, keep), every(lookMs, keep)];
  return () => {
    window.removeEventListener("pagehide", keep);
    for (const stop of stops) stop();
  };
}

/** The browser asks before a page with unsaved work is left (it does not say in whose words). */
function warnBeforeLeaving(board: Board): void {
  const ask = (event: BeforeUnloadEvent) => {
    const saving = board.saving();
    if ("changes" in saving && saving.changes > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  onCleanup(() => window.removeEventListener("beforeunload", ask));
}
