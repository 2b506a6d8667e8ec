import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./source-files.ts";

const rooms = ["server", "client", "shared", "test"];

function subfoldersOf(room: string): string[] {
  return readdirSync(join(root, room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

test("there are rooms with folders in them", () => {
  for (const room of rooms) expect(subfoldersOf(room).length, room).toBeGreaterThan(3);
});

test("the README of each room says in a line what each of its folders is for", () => {
  const unnamed = rooms.flatMap((room) => {
    const path = join(root, room, "README.md");
    if (!existsSync(path)) return [`${room}/README.md is missing`];
    const lines = readFileSync(path, "utf8").split("\n");
    const hasLine = (name: string) =>
      lines.some((line) => line.includes(`\`${name}/\``) && line.length > name.length + 12);
    return subfoldersOf(room)
      .filter((name) => !hasLine(name))
      .map((name) => `${room}/README.md does not name \`${name}/\``);
  });
  expect(unnamed).toEqual([]);
});

test("the house has a README of its own", () => {
  expect(existsSync(join(root, "README.md"))).toBe(true);
});
