import { expect, test, vi } from "vitest";
import type { QuickPart } from "../reading/quick-item.ts";

vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
vi.stubGlobal("document", { documentElement: { lang: "" } });
const { languages, setLanguage } = await import("../text/language.ts");
const { quickPartLabel } = await import("./quick-part-label.ts");

const said: readonly QuickPart["field"][] = ["venue", "chair", "attend", "invited", "prepare", "serve"];

test("an hour speaks for itself; each other part says what it was read as, in every language", () => {
  const byLanguage = languages.map((language) => {
    setLanguage(language);
    expect(quickPartLabel("hour")).toBe("");
    const labels = said.map(quickPartLabel);
    expect(labels).not.toContain("");
    // Whoever typed “đ/c An chủ trì” must see that An was not taken for a guest.
    expect(new Set(labels).size).toBe(said.length);
    return labels;
  });
  const [vietnamese = [], ...others] = byLanguage;
  for (const labels of others) expect(labels.filter((label) => vietnamese.includes(label))).toEqual([]);
});
