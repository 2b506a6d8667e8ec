import type { Answer, Problem } from "../../shared/protocol/problem.ts";
import type { PairingAsked, SeenById } from "../../shared/protocol/screen-feed.ts";
import { api } from "./api.ts";

/** What is asked of the server about screens beside what the directory says of them. */
export type ScreenCalls = {
  /** Which screen waits behind a code. */
  asked(code: string): Promise<Answer<PairingAsked>>;
  /** Lets it in as `screen`, which the directory has already. */
  claim(code: string, screen: string): Promise<Answer<unknown>>;
  /** Sends it away. */
  deny(code: string): Promise<Answer<unknown>>;
  seen(): Promise<Answer<SeenById>>;
};

export const screenCalls: ScreenCalls = {
  asked: (code) => answerOf(() => api.screens.pairing[":code"].$get({ param: { code } })),
  claim: (code, screen) =>
    answerOf(() => api.screens.pairing[":code"].claim.$post({ param: { code }, json: { screen } })),
  deny: (code) => answerOf(() => api.screens.pairing[":code"].deny.$post({ param: { code } })),
  async seen() {
    const answer = await answerOf(() => api.screens.seen.$get());
    return answer.kind === "answered" ? { kind: "answered", value: answer.value.screens } : answer;
  },
};

/** An answer of the server as `fetch` gives it; only what is ok has the value. */
type Reply<Value> = { readonly ok: boolean; json(): Promise<Value> };

async function answerOf<Value>(ask: () => Promise<Reply<Value>>): Promise<Answer<Value>> {
  try {
    const reply = await ask();
    if (reply.ok) return { kind: "answered", value: await reply.json() };
    // Whatever is not ok is a problem document.
    const { code, title } = (await reply.json()) as unknown as Problem;
    return { kind: "problem", code, title };
  } catch {
    return { kind: "unreachable" };
  }
}
