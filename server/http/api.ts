import { Hono } from "hono";
import type { SignIns } from "../access/sign-ins.ts";
import type { Calculator } from "../calculation/calculator.ts";
import { boardRoutes } from "./board.ts";
import { demoSignInRoutes } from "./demo-sign-in.ts";
import { overlapFindingRoutes } from "./overlap-finding.ts";
import { scheduleReadingRoutes } from "./schedule-reading.ts";
import { type ScreenPairingParts, screenPairingRoutes } from "./screen-pairing.ts";
import { type ScreenSeenParts, screenSeenRoutes } from "./screen-seen.ts";
import { signInRoutes } from "./sign-in.ts";

export type ApiParts = {
  readonly board: string;
  readonly version: string;
  readonly demo: boolean;
  readonly signIns: SignIns;
  readonly calculator: Calculator;
  /** Names the life of the store. */
  readonly storeLife: () => Promise<string>;
} & Omit<ScreenPairingParts & ScreenSeenParts, "signIns">;

/**
 * Everything under `/api`. The client imports the type, and nothing else of the server: so this file and what it
 * imports stay free of Node.
 */
export function createApi(parts: ApiParts) {
  const { board, version, demo, signIns, calculator, storeLife } = parts;
  return new Hono()
    .basePath("/api")
    .route("/", boardRoutes({ board, version, storeLife }))
    .route("/", demoSignInRoutes({ signIns, demo }))
    .route("/", signInRoutes(signIns))
    .route("/", scheduleReadingRoutes(calculator))
    .route("/", overlapFindingRoutes(calculator))
    .route("/", screenPairingRoutes(parts))
    .route("/", screenSeenRoutes(parts));
}

/** For Hono's typed client: `hc<Api>(origin)`. */
export type Api = ReturnType<typeof createApi>;
