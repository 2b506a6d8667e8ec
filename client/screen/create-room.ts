import { type Accessor, createSignal, onCleanup, onMount } from "solid-js";

/** The room that pages have, in pixels; `revision` grows when letters have changed though the room has not. */
export type Room = { readonly widthPx: number; readonly heightPx: number; readonly revision: number };

/** Follows the size of an element and the fonts that come late, for as long as its owner lives. Nothing until it is drawn. */
export function createRoom(element: () => HTMLElement | undefined): Accessor<Room> {
  const [room, setRoom] = createSignal<Room>({ widthPx: 0, heightPx: 0, revision: 0 });
  const look = () => {
    const { clientWidth: widthPx = 0, clientHeight: heightPx = 0 } = element() ?? {};
    setRoom((before) =>
      before.widthPx === widthPx && before.heightPx === heightPx ? before : { ...before, widthPx, heightPx },
    );
  };
  const onFonts = () => setRoom((before) => ({ ...before, revision: before.revision + 1 }));
  const observer = new ResizeObserver(look);
  onMount(() => {
    const found = element();
    if (found) observer.observe(found);
    look();
    document.fonts.addEventListener("loadingdone", onFonts);
  });
  onCleanup(() => {
    observer.disconnect();
    document.fonts.removeEventListener("loadingdone", onFonts);
  });
  return room;
}
