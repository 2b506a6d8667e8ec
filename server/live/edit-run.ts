/**
 * Edits that came one after the other, taken as one change: one entry of the log, one frame to everybody. Yjs goes through
 * all writers of a document and tidies up for each change, and so does whoever hears of it.
 */
import { isUpdateFrame, readFrame } from "./frame.ts";
import { Intake, type Received } from "./intake.ts";
import { allowances } from "./limits.ts";
import type { LiveDocument } from "./live-document.ts";
import { joined, type LogWriter } from "./log-writer.ts";
import type { Member } from "./member.ts";
import type { WriterNotes } from "./writers.ts";

type Parts = {
  readonly document: LiveDocument;
  readonly writer: LogWriter<Member | null>;
  /** Whether what it sends is still listened to. */
  readonly isHeard: (member: Member) => boolean;
  /** Reads a message that changes nothing in the document. */
  readonly read: (member: Member, message: Uint8Array) => void;
  /** The document may be half changed. */
  readonly onFailed: (error: unknown) => void;
};

/** When what is sent to a document is read: edits go nowhere before the next append anyway, so they wait for it. */
export function createIntake({ isLive, ...parts }: Parts & { readonly isLive: () => boolean }): Intake<Member> {
  return new Intake({
    read: parts.read,
    readRun: (messages, from) => readRun(parts, messages, from),
    canWait: isUpdateFrame,
    atNextTurn: (act) => isLive() && parts.writer.atNextTurn(act),
  });
}

/**
 * Takes the edits among `messages`, from place `from` up to the first message that must be looked at alone; what only asks
 * or says something is read behind them. Answers how many messages that were.
 */
function readRun(
  { document, writer, isHeard, read, onFailed }: Parts,
  messages: readonly Received<Member>[],
  from: number,
): number {
  const first = messages[from];
  if (!document.isBuilt || !first || !isUpdateFrame(first.message)) return 0;
  const senders = new Set<Member>();
  const notes: WriterNotes[] = [];
  const behind: Received<Member>[] = [];
  let at = from;
  const { bytesMax, caps } = allowances.update;
  const takes = ({ sender, message }: Received<Member>): boolean => {
    if (!isHeard(sender)) return true;
    const frame = readFrame(message);
    if (frame?.kind === "marker" || frame?.kind === "presence") return behind.push({ sender, message }) > 0;
    if (frame?.kind !== "update" || frame.update.byteLength > bytesMax) return false;
    const joining = document.join(frame.update, { actor: sender.actor, caps });
    if (joining === "alone") return false;
    if (joining === "nothing") return true;
    senders.add(sender);
    notes.push(joining);
    return true;
  };
  let news: Uint8Array | null = null;
  try {
    news = document.together(() => {
      for (let next = messages[at]; next && takes(next); next = messages[at]) at++;
    });
  } catch (error) {
    onFailed(error);
  }
  if (news) writer.push({ update: news, senders: [...senders], notes: joined(notes) });
  for (const { sender, message } of behind) read(sender, message);
  return at - from;
}
