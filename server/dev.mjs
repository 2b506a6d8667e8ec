/** `npm run dev`: the server, restarted on change, and Vite's development server in front of it. One ends, both end. */
import { spawn } from "node:child_process";
import { install, modernNode, root } from "./setup.mjs";

install();
const node = modernNode();
const start = (...args) => spawn(node, args, { cwd: root, stdio: "inherit" });
const parts = [start("--watch", "server/main.ts"), start("node_modules/vite/bin/vite.js")];
const stop = () => {
  for (const part of parts) part.kill("SIGTERM");
};
for (const part of parts) part.on("exit", stop);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
