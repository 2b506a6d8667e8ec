import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The file name of the script of the screen's page as it was built into `directory`; empty where nothing was. */
export function screenBuildIn(directory: string): string {
  const page = join(directory, "screen.html");
  if (!existsSync(page)) return "";
  return /<script[^>]*\bsrc="[^"]*\/([\w.-]+\.js)"/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
}
