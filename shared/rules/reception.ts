import { fold } from "../kit/fold.ts";
import type { Item } from "../model/item.ts";

/**
 * A head's periodic reception of citizens (*tiếp công dân định kỳ*): from 1/7/2026 the head may not send anybody in his
 * place (*Luật 136/2025*), and its day is posted. It recurs, or says that it does.
 */
export function isPeriodicReception({ kind, series, title }: Pick<Item, "kind" | "series" | "title">): boolean {
  return kind === "reception" && (series !== undefined || fold(title).includes("dinh ky"));
}
