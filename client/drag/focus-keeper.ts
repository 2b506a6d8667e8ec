/**
 * Keeps the focus on a card that comes to stand elsewhere: there it is another element, or its element was taken out and
 * put in again, and the browser gives the focus to nobody. It follows the one card that had the focus, as long as nothing
 * else has it and nobody has clicked elsewhere. Where others moved the card, nothing scrolls; `editsByOthers` counts what
 * they did to an item. Returns the stop.
 */
export function keepFocus(root: HTMLElement, editsByOthers: (id: string) => number): () => void {
  let focused: Focused | null = null;

  const look = (records: readonly MutationRecord[]) => {
    if (!focused) return;
    const { id, card, edits } = focused;
    focused.isLost ||= records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(card)));
    if (document.activeElement === card) focused.isLost = false;
    if (!focused.isLost || document.activeElement !== document.body) return;
    const now = card.isConnected ? card : root.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
    now?.focus({ preventScroll: editsByOthers(id) !== edits });
  };
  const observer = new MutationObserver(look);
  const onFocus = ({ target }: FocusEvent) => {
    const card = target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
    const id = card?.dataset.card;
    focused = card && id && root.contains(card) ? { id, card, edits: editsByOthers(id), isLost: false } : null;
  };
  // Chromium says so too when the card was taken out, other browsers only when somebody went elsewhere. Which it was is
  // known once the change that is under way is done.
  const onBlur = () =>
    queueMicrotask(() => {
      look(observer.takeRecords());
      // A window that lost the focus keeps its card.
      if (focused && !focused.isLost && document.activeElement !== focused.card) focused = null;
    });
  const onPress = () => {
    if (focused?.isLost) focused = null;
  };

  const controller = new AbortController();
  const options = { signal: controller.signal };
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener("focusin", onFocus, options);
  root.addEventListener("focusout", onBlur, options);
  document.addEventListener("pointerdown", onPress, options);
  return () => {
    observer.disconnect();
    controller.abort();
  };
}

/** `edits`: what others had done to the item when its card got the focus. `isLost`: the card was taken out since. */
type Focused = { readonly id: string; readonly card: HTMLElement; readonly edits: number; isLost: boolean };
