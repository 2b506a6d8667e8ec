import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the build in `directory` is called: the stamp in the screen's page, which changes with any file, also with a style that
 * no script knows of. Empty where nothing was built.
 */
export function screenBuildIn(directory: string): string {
  const page = join(directory, "screen.html");
  if (!existsSync(page)) return "";
  return /<meta name="build" content="([0-9a-f]+)"/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
}
