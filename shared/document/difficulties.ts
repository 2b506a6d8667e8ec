import { type Difficulty, difficultyFieldSchemas } from "../model/joint-session.ts";
import { flatEntries } from "./flat-entries.ts";

/** What the offices wrote down for a joint session, in the programme of the year of its scope (root `difficulties`). */
export const difficultyEntries = flatEntries<Difficulty>("difficulties", difficultyFieldSchemas);
