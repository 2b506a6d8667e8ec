import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** One import, export from or dynamic import: of what, and whether its types alone. */
export type Import = {
  /** A path from the root (`shared/kit/day.ts`) or a package as written (`hono/cookie`, `node:fs`). */
  readonly target: string;
  readonly isOwn: boolean;
  readonly isTypeOnly: boolean;
  readonly isReexport: boolean;
};

export type SourceFile = {
  /** From the root, with `/`: `shared/kit/day.ts`. */
  readonly path: string;
  readonly text: string;
  /** The text without its comments; every line keeps its number. */
  readonly code: string;
  /** The code with the insides of plain strings taken out too: what is left, the machine does. */
  readonly bare: string;
  readonly imports: readonly Import[];
  readonly isTest: boolean;
};

const rooms = ["server", "client", "shared", "test"];
const scripts = /\.(?:ts|tsx|mjs|js)$/;

/** Every script of the house: the four rooms and the root files that are scripts. */
export function readSources(): SourceFile[] {
  return [...rooms.flatMap(pathsUnder), "vite.config.ts"].filter((path) => scripts.test(path)).map(readSource);
}

/** Every file under a folder of the root, as paths from the root. */
export function pathsUnder(folder: string): string[] {
  return (
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
      // The servers that the benchmarks compare ours with are installed beside their own lock.
      .filter((path) => !path.includes("/node_modules/"))
      .sort()
  );
}

function readSource(path: string): SourceFile {
  return sourceOf(path, readFileSync(join(root, path), "utf8"));
}

/** What the tidy tests know of a file with this path and text. */
export function sourceOf(path: string, text: string): SourceFile {
  const code = text.replace(tokens, (token) => (isComment(token) ? blank(token) : token));
  const bare = code.replace(tokens, (token) =>
    /^["']/.test(token) ? token[0] + blank(token.slice(2)) + token[0] : token,
  );
  return { path, text, code, bare, imports: importsOf({ path, code, bare }), isTest: /\.test\.tsx?$/.test(path) };
}

/**
 * Strings, templates, regular expressions and comments, so that neither a `//` in a string nor a quote in a comment
 * misleads. TypeScript 7 offers no parser to programs; for formatted code this is enough, and the test beside it says so.
 */
const tokens =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|(?<=(?:[(=,:[!&|?{};\n]|return)\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function isComment(token: string): boolean {
  return token.startsWith("//") || token.startsWith("/*");
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A quoted name whose inside has been taken out. */
const name = /(["'] *["'])/.source;
const statement = new RegExp(`(?:^|[\\n;])\\s*(import|export)\\b(\\s+type\\b)?[^;"'()]*?\\bfrom\\s*${name}`, "dg");
const bareImport = new RegExp(`(?:^|[\\n;])\\s*(import)()\\s*${name}`, "dg");
const dynamicImport = new RegExp(`\\b(import)()\\(\\s*${name}\\s*\\)`, "dg");

/** Found where no string hides a look-alike; the name itself is read from the same place of the whole code. */
function importsOf({ path, code, bare }: Pick<SourceFile, "path" | "code" | "bare">): Import[] {
  const found = [statement, bareImport, dynamicImport].flatMap((form) => [...bare.matchAll(form)]);
  return found.map((match) => {
    const [start, end] = match.indices?.[3] ?? [0, 0];
    const written = code.slice(start + 1, end - 1);
    const isOwn = written.startsWith(".");
    return {
      target: isOwn ? posix.join(posix.dirname(path), written) : written,
      isOwn,
      isTypeOnly: Boolean(match[2]),
      isReexport: match[1] === "export",
    };
  });
}

/** Lines of a file that a pattern matches, as `path:line  text`, to be printed when there should be none. */
export function linesMatching(file: SourceFile, pattern: RegExp, of: "code" | "bare" = "bare"): string[] {
  const lines = file.text.split("\n");
  return file[of].split("\n").flatMap((line, index) => {
    return pattern.test(line) ? [`${file.path}:${index + 1}  ${lines[index]?.trim()}`] : [];
  });
}
