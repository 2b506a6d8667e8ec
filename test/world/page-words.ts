import type { Page } from "playwright-core";

/**
 * Everything a page says to eyes and to screen readers: texts, labels, titles, placeholders. What names a language in its
 * own words (`lang`) and the name of the product are left out.
 */
export function wordsOnPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const isLeftOut = (element: Element | null) =>
      !element || element.closest("[lang]:not(html), .header-brand, .face-own");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (!isLeftOut(parentElement) && parentElement?.tagName !== "NOSCRIPT") said.push(textContent ?? "");
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder]"))
      for (const name of ["aria-label", "title", "placeholder"])
        if (!isLeftOut(element)) said.push(element.getAttribute(name) ?? "");
    return [...new Set(said.map((text) => text.trim()).filter((text) => text !== ""))];
  });
}

/** Letters that Vietnamese writes and English and French do not. */
export const onlyVietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
