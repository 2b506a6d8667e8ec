/** `npm run dev`: the server, restarted on change, and Vite's development server in front of it. One ends, both end. */
import { spawn } from "node:child_process";
import { install, modernNode, root } from "./setup.mjs";

install();
const node = modernNode();
const { HOST = "127.0.0.1", PORT = "8080" } = process.env;
// Vite hands what is not its own to the server, wherever that was told to listen.
const env = { SERVER: `http://${HOST}:${PORT}`, ...process.env };
const start = (...args) => spawn(node, args, { cwd: root, stdio: "inherit", env });
const parts = [start("--watch", "server/main.ts"), start("node_modules/vite/bin/vite.js")];
const stop = () => {
  for (const part of parts) part.kill("SIGTERM");
};
for (const part of parts) part.on("exit", stop);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
