import type { OfficeId } from "../../shared/model/office.ts";

/** The colour somebody of an office is seen in; a guest is grey. */
export function officeHue(office: OfficeId | null): string {
  return office === null ? "var(--ink-3)" : `var(--${office})`;
}
