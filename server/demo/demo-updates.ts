import { directoryUpdate, programmeUpdate } from "../../shared/document/whole-update.ts";
import type { Day } from "../../shared/kit/day.ts";
import { programmeYearOf } from "../../shared/model/when.ts";
import { documentNameToText } from "../../shared/protocol/document-name.ts";
import type { FirstUpdate } from "../live/seed.ts";
import { demoDirectory } from "./directory.ts";
import { demoItems } from "./items.ts";

/**
 * The demo world as first updates of a board's documents: its programmes by calendar year, and the directory last, so
 * that a directory that exists says that everything before it does. The same board, day and seed give the same bytes.
 */
export function demoUpdates(board: string, today: Day, seed: number): FirstUpdate[] {
  const itemsByYear = Map.groupBy(demoItems(today, seed), ({ when }) => programmeYearOf(when));
  const programmes = [...itemsByYear].flatMap(([year, items]) =>
    year === null
      ? []
      : [{ name: documentNameToText({ kind: "programme", board, year }), update: programmeUpdate(items) }],
  );
  const directory = {
    name: documentNameToText({ kind: "directory", board }),
    update: directoryUpdate(demoDirectory()),
  };
  return [...programmes, directory];
}
