import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import { createSignal, Match, Switch } from "solid-js";
import { render } from "solid-js/web";
import { SignInPage } from "./access/sign-in-page.tsx";
import { App } from "./app.tsx";
import { every } from "./clock.ts";
import { type Entry, enterAs, findEntry } from "./connection/entry.ts";
import { openKeepsAhead } from "./connection/keeps.ts";
import { recall } from "./connection/remembered.ts";
import { Waiting } from "./frame/waiting.tsx";

/** How often a page that could open nothing asks again whether the server is there. */
const askAgainMs = 3_000;

// Both before anything is drawn: they take their time elsewhere.
const firstEntry = findEntry();
const openKeeps = openKeepsAhead(recall());

function Page() {
  const [entry, setEntry] = createSignal<Entry | null>(null);
  const look = async () => setEntry(await findEntry());
  void firstEntry.then(setEntry);
  every(askAgainMs, () => entry()?.kind === "unreachable" && void look());
  const at = () => {
    const now = entry();
    return now?.kind === "board" ? now.at : null;
  };
  return (
    <Switch fallback={<Waiting isUnreachable={entry()?.kind === "unreachable"} />}>
      <Match when={at()} keyed>
        {(here) => <App at={here} openKeeps={openKeeps} onLeave={() => setEntry({ kind: "sign-in" })} />}
      </Match>
      <Match when={entry()?.kind === "sign-in"}>
        <SignInPage onSignedIn={async (actor) => setEntry(await enterAs(actor))} />
      </Match>
    </Switch>
  );
}

const root = document.getElementById("root");
if (root) render(() => <Page />, root);
// Where a browser allows no service worker, a reload needs the network; nothing else changes.
if (import.meta.env.PROD) navigator.serviceWorker?.register("/sw.js").catch(() => {});
