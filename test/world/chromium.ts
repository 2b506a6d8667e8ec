import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Nothing of its own: no updates, no phone calls home, no shared memory that a container lacks. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium of this machine without a window; `CHROMIUM` names another than the one on the path. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM || programOnPath("chromium"), args: flags });
}

function programOnPath(name: string): string {
  const paths = (process.env.PATH ?? "").split(delimiter).map((directory) => join(directory, name));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`no ${name} on the path; install it or set ${name.toUpperCase()}`);
  return found;
}
