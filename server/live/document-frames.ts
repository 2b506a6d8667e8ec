import { stepTwoFrame, updateFrame } from "./frame.ts";

/** Framed once for all who ask, as long as somebody holds the piece: of a year that is some megabytes each time. */
const answers = new WeakMap<Uint8Array, Uint8Array>();
const updates = new WeakMap<Uint8Array, Uint8Array>();

/** The frames that carry a document in pieces. The answer comes last: with it the stock provider calls itself synced. */
export function documentFrames(pieces: readonly Uint8Array[]): Uint8Array[] {
  return pieces.map((piece, at) =>
    at === pieces.length - 1 ? once(answers, piece, stepTwoFrame) : once(updates, piece, updateFrame),
  );
}

function once(made: WeakMap<Uint8Array, Uint8Array>, piece: Uint8Array, frame: (piece: Uint8Array) => Uint8Array) {
  const found = made.get(piece) ?? frame(piece);
  made.set(piece, found);
  return found;
}
