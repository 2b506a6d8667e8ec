/** `npm start`: makes ready what is not, then runs the server and ends as it ends. */
import { spawn } from "node:child_process";
import { build, install, modernNode, root } from "./setup.mjs";

install();
build();
const server = spawn(modernNode(), ["server/main.ts"], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
