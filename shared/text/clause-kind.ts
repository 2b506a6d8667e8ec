/** What a clause of an item tells. `time` may also hold a venue and a repetition ("Thời gian, địa điểm: …"). */
export type ClauseKind =
  | "title"
  | "time"
  | "session"
  | "venue"
  | "assembly"
  | "points"
  | "leaders"
  | "chair"
  | "participants"
  | "preparing"
  | "support"
  | "ref"
  | "note";
