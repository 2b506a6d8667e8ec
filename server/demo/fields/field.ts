import type { PartyRef } from "../../../shared/model/ref.ts";

/**
 * A field of the city's affairs: who answers for it in each office, and what is talked about there. The phrases are
 * pieces of titles; each list fits behind the same verbs.
 */
export type Field = {
  /** Vice Chair of the Committee in charge. */
  readonly vice: PartyRef;
  /** Head and deputy of the Council's committee that supervises it. */
  readonly committee: readonly [head: PartyRef, deputy: PartyRef];
  /** Deputy Chief of the Committee's office who prepares the preliminary meetings. */
  readonly officer: PartyRef;
  /** Who follows it on the Party's side. */
  readonly partyLead: PartyRef;
  /** The division of the Committee's office that serves it. */
  readonly division: PartyRef;
  /** Units that take part, the leading ones first. */
  readonly units: readonly PartyRef[];
  /** What is prepared and submitted: "nghe báo cáo …", "cho ý kiến về …". */
  readonly plans: readonly string[];
  /** What is built or done on the ground: "tiến độ …", "kiểm tra …". */
  readonly works: readonly string[];
  /** What is supervised and reviewed: "giám sát …", "sơ kết …". */
  readonly policies: readonly string[];
};
