import "./app.css";
import { createEffect, createResource, createSignal, lazy, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import { signOut } from "./connection/api.ts";
import { openKeep } from "./connection/keep.ts";
import { type Remembered, remember } from "./connection/remembered.ts";
import { type Board, BoardContext, createBoard, mergeUpdates } from "./document/board.ts";
import { daysShown, yearsOf } from "./document/days-shown.ts";
import { createDesk, DeskContext, useDesk } from "./document/desk.ts";
import { Header } from "./frame/header.tsx";
import { createKeys } from "./frame/keys.ts";
import { Notice } from "./frame/notice.tsx";
import { PhoneHeader, PhoneNav } from "./frame/phone-frame.tsx";
import { Refusal } from "./frame/refusal.tsx";
import { Waiting } from "./frame/waiting.tsx";
import { createNarrow } from "./parts/narrow.ts";
import { createPlace, dayLookedAt } from "./place.ts";
import { DayView } from "./week/day-view.tsx";
import { WeekView } from "./week/week-view.tsx";

const MonthView = lazy(async () => ({ default: (await import("./month/month-view.tsx")).MonthView }));
const Inspector = lazy(async () => ({ default: (await import("./item/inspector.tsx")).Inspector }));
const OverlapPanel = lazy(async () => ({ default: (await import("./overlaps/overlap-panel.tsx")).OverlapPanel }));
const PasteDialog = lazy(async () => ({ default: (await import("./paste/paste-dialog.tsx")).PasteDialog }));
const DirectoryPage = lazy(async () => ({ default: (await import("./directory/directory-page.tsx")).DirectoryPage }));
const KeyHelp = lazy(async () => ({ default: (await import("./frame/key-help.tsx")).KeyHelp }));

/** The board of one person, from opening what this machine keeps to leaving. */
export function App(props: { readonly at: Remembered; readonly onLeave: () => void }) {
  const [board] = createResource(() => openBoard(props.at));
  const leave = async () => {
    remember(null);
    await signOut().catch(() => {});
    props.onLeave();
  };
  return (
    <Show when={board()} fallback={<Waiting isUnreachable={false} />}>
      {(opened) => <Opened board={opened()} onLeave={() => void leave()} />}
    </Show>
  );
}

async function openBoard({ actor, board, epoch }: Remembered): Promise<Board> {
  const keep = await openKeep(`lien-thong ${board} ${epoch} ${actor.id}`, mergeUpdates).catch(() => null);
  const socketUrl = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  return createBoard({ name: board, actor, keep, socketUrl });
}

function Opened(props: { readonly board: Board; readonly onLeave: () => void }) {
  const { board } = props;
  const [place, go] = createPlace();
  const desk = createDesk(place, go);
  onCleanup(board.stop);
  createEffect(() => {
    for (const year of yearsOf(daysShown(place()))) board.needYear(year);
  });
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
  const desk = useDesk();
  const [dialog, setDialog] = createSignal<"paste" | "keys" | null>(null);
  const side = () => (desk.place().view === "directory" ? "none" : sideOf(desk.side(), desk.place().view));
  const isNarrow = createNarrow();
  createKeys(setDialog);
  return (
    <div class="app" data-side={side()} data-view={desk.place().view}>
      <Show
        when={isNarrow()}
        fallback={
          <Header onPaste={() => setDialog("paste")} onKeys={() => setDialog("keys")} onLeave={props.onLeave} />
        }
      >
        <PhoneHeader onLeave={props.onLeave} />
        <PhoneNav />
      </Show>
      <Refusal />
      <main class="app-main">
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
          </Switch>
        </Suspense>
      </main>
      <Show when={side() === "item" || side() === "overlaps"}>
        <aside class="app-side">
          <Suspense fallback={<Waiting isUnreachable={false} />}>
            <Switch>
              <Match when={side() === "item"}>
                <Inspector />
              </Match>
              <Match when={side() === "overlaps"}>
                <OverlapPanel />
              </Match>
            </Switch>
          </Suspense>
        </aside>
      </Show>
      <Suspense>
        <Show when={dialog() === "paste"}>
          <PasteDialog onClose={() => setDialog(null)} />
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

/** A month without anything open beside it shows its tray there; the month view places it. */
function sideOf(side: Side, view: Place["view"]): Side {
  return side === "none" && view === "month" ? "tray" : side;
}

function weekOf(place: Place) {
  return place.view === "week" ? place : null;
}

function monthOf(place: Place) {
  return place.view === "month" ? { year: place.year, month: place.month } : null;
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
