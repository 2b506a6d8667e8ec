/** Waiting for what a tab or a socket hears: every wait ends with the event, none with a time. */
import { type Frame, readFrame } from "../../server/live/frame.ts";
import type { BareSocket, Tab } from "./live-board.ts";

/** Resolves when the server has read everything that `tab` sent before. */
export async function roundTrip(tab: Tab): Promise<void> {
  const socket = tab.provider.ws;
  await new Promise<void>((resolve) => {
    // A ping is answered in order of arrival, behind the frames before it.
    const ws = socket as unknown as { ping(): void; once(event: "pong", act: () => void): void };
    ws.once("pong", resolve);
    ws.ping();
  });
}

/** The `count`th frame of `kind` that the socket hears. */
export function heardFrame({ socket, heard }: BareSocket, kind: Frame["kind"], count = 1) {
  const find = () => heard.map((bytes) => readFrame(bytes)).filter((frame) => frame?.kind === kind)[count - 1];
  return new Promise((resolve) => {
    const check = () => {
      const frame = find();
      if (!frame) return false;
      socket.off("message", check);
      resolve(frame);
      return true;
    };
    if (!check()) socket.on("message", check);
  });
}

type State = Record<string, unknown>;

export function presenceOf(tab: Tab, holds: (state: State) => boolean): Promise<void> {
  const { awareness } = tab.provider;
  return untilPresence(tab, () =>
    [...awareness.getStates()].some(([id, state]) => id !== tab.doc.clientID && holds(state)),
  );
}

export function presenceGone(tab: Tab, id: number): Promise<void> {
  return untilPresence(tab, () => !tab.provider.awareness.getStates().has(id));
}

function untilPresence({ provider }: Tab, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!holds()) return;
      provider.awareness.off("update", check);
      resolve();
    };
    provider.awareness.on("update", check);
    check();
  });
}
