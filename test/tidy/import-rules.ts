import type { Import, SourceFile } from "./source-files.ts";

/** What the files of one area may import: other areas of the house, and packages by name or beginning. */
type Rule = { readonly areas: readonly string[]; readonly packages: readonly string[] };

/** `shared/`, lowest first. No layer sees one above it, and none sees the platform. */
const layers: Readonly<Record<string, Rule>> = {
  "shared/kit": { areas: [], packages: [] },
  "shared/model": { areas: ["shared/kit"], packages: ["valibot"] },
  "shared/rules": { areas: ["shared/kit", "shared/model"], packages: ["valibot", "@dqcai/vn-lunar"] },
  "shared/text": { areas: ["shared/kit", "shared/model", "shared/rules"], packages: ["valibot"] },
  "shared/document": { areas: ["shared/kit", "shared/model", "shared/rules"], packages: ["valibot", "yjs"] },
  "shared/protocol": { areas: ["shared/kit", "shared/model"], packages: ["valibot"] },
};

/** What a part of the screen stands on. Two screen areas never meet here: they meet in `client/document`. */
const screenGround = [
  "document",
  "drag",
  "parts",
  "text",
  "card",
  "reading",
  "settling",
  "style",
  "clock",
  "stored",
  "place",
];

const everything: readonly string[] = ["everything"];

/** The ground of the client, lowest first; every folder that is not named here is a screen area. */
const clientGround: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  stored: [],
  style: [],
  text: ["clock", "stored"],
  place: ["clock"],
  drag: ["clock"],
  parts: ["clock", "text", "style"],
  connection: ["clock", "stored", "text"],
  document: ["clock", "place", "text", "connection"],
  // From words to items: the quick line on a card and the pasted schedule both stand on it.
  reading: ["clock", "place", "text", "document"],
  card: ["reading", "document", "drag", "parts", "text", "style", "clock", "place"],
  // The life of one overlap: the list and the inspector both stand on it.
  settling: ["document", "parts", "text", "style", "clock", "place"],
  frame: screenGround,
  // Signing in comes before there is a document: this one screen speaks with the server itself.
  access: [...screenGround, "connection"],
  // The client of the meeting room's screen is another page: nothing of the board is in it.
  screen: ["clock", "text", "style"],
  // The doors: they wire their whole side.
  main: everything,
  app: everything,
};

/** The one type that crosses from the server to the client: the shape of the HTTP side, no code. */
const bridge = { from: "client/connection/api.ts", to: "server/http/api.ts" };

/** Every import of a file that its place forbids, as `path → target`. */
export function forbiddenImports(file: SourceFile): string[] {
  return file.imports.filter((found) => !mayImport(file, found)).map(({ target }) => `${file.path} → ${target}`);
}

function mayImport(file: SourceFile, found: Import): boolean {
  if (isSameArea(file.path, found)) return true;
  const room = roomOf(file.path);
  if (room === "test" || !file.path.includes("/")) return true;
  if (file.isTest) return mayTestImport(room, found);
  if (room === "shared") return follows(layers[areaOf(file.path)], found);
  if (!found.isOwn) return true;
  if (roomOf(found.target) === "shared") return true;
  if (room === "server") return roomOf(found.target) === "server";
  if (file.path === bridge.from && found.target === bridge.to) return found.isTypeOnly;
  return roomOf(found.target) === "client" && mayClientImport(file.path, found.target);
}

function follows(rule: Rule | undefined, found: Import): boolean {
  if (!rule) return false;
  if (found.isOwn) return rule.areas.includes(areaOf(found.target));
  return rule.packages.some((name) => found.target === name || found.target.startsWith(`${name}/`));
}

function mayClientImport(path: string, target: string): boolean {
  const ground = clientGround[clientAreaOf(path)] ?? screenGround;
  return ground === everything || ground.includes(clientAreaOf(target));
}

/** A test sees its own room, what is shared, and the world that tests share. */
function mayTestImport(room: string, found: Import): boolean {
  if (!found.isOwn) return true;
  return [room, "shared", "test"].includes(roomOf(found.target));
}

function isSameArea(path: string, found: Import): boolean {
  if (!found.isOwn) return false;
  const isClient = roomOf(path) === "client" && roomOf(found.target) === "client";
  return isClient ? clientAreaOf(path) === clientAreaOf(found.target) : areaOf(path) === areaOf(found.target);
}

function roomOf(path: string): string {
  return path.split("/")[0] ?? "";
}

/** `shared/kit/day.ts` → `shared/kit`. */
function areaOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

/** `client/week/cell.tsx` → `week`, `client/clock.ts` → `clock`. */
function clientAreaOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.tsx?$/, "");
}
