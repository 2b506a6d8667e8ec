/**
 * The floor: passes every update on to everybody else in the document, keeps nothing, looks at nothing. Less than this no
 * server on `ws` can do that sends one frame for each edit. Settings from the environment: PORT.
 */
import { WebSocketServer } from "ws";

const sync = 0;
const stateVector = 0;
const nothing = new Uint8Array([sync, 1, 2, 0, 0]);
const rooms = new Map();

const door = new WebSocketServer({ port: Number(process.env.PORT), host: "127.0.0.1", perMessageDeflate: false });
door.on("connection", (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on("close", () => room.delete(socket));
  socket.on("message", (bytes) => {
    if (bytes[0] !== sync) return;
    if (bytes[1] === stateVector) return socket.send(nothing);
    for (const other of room) if (other !== socket) other.send(bytes);
  });
});
door.on("listening", () => process.stdout.write("listening\n"));
