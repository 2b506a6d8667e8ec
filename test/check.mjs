/** `npm run check`: types of the four rooms, lint and format. The rules about the code itself are tests in `tidy/`. */
import { install, modernNode, run } from "../server/setup.mjs";

install();
const node = modernNode();
for (const room of ["shared", "server", "client", "test"]) run(node, ["node_modules/typescript/bin/tsc", "-p", room]);
run(node, ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off"]);
