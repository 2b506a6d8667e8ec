import { feedPath, readCredential, writeCredential } from "../access/screen-cookie.ts";
import type { ScreenDoor } from "../live/upgrade.ts";
import type { ScreenFeed } from "./feed.ts";
import { screenFrameBytesMax } from "./limits.ts";

/** The door of `/screen-feed`: who comes with a screen's cookie, and only with that, is let in, and its cookie lasts as long again. */
export function feedDoor(feed: Pick<ScreenFeed, "admit" | "enter">): ScreenDoor {
  return {
    path: feedPath,
    frameBytesMax: screenFrameBytesMax,
    async knock(request) {
      const admission = await feed.admit(readCredential(request.headers.cookie));
      const address = request.socket.remoteAddress ?? "";
      const isKnown = typeof admission === "object";
      return {
        ...(isKnown && { headers: [`Set-Cookie: ${writeCredential(admission.credential)}`] }),
        enter: (socket) => feed.enter(socket, admission, address),
      };
    },
  };
}
