/** One insertion and deletion in a text: at `at`, take away `remove` UTF-16 units, put `insert` there. */
export type TextEdit = { readonly at: number; readonly remove: number; readonly insert: string };

/**
 * The smallest single edit that turns `before` into `after`. `caret`, the position behind what was typed in `after`,
 * decides between equal places ("aa" → "aaa": which a is new?). Never cuts a surrogate pair in half.
 */
export function textEdit(before: string, after: string, caret = after.length): TextEdit {
  if (before === after) return { at: before.length, remove: 0, insert: "" };
  const tailMax = Math.min(before.length, after.length, Math.max(0, after.length - caret));
  let tail = 0;
  while (tail < tailMax && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let head = 0;
  const headMax = Math.min(before.length, after.length) - tail;
  while (head < headMax && before[head] === after[head]) head++;
  const rest = Math.min(before.length, after.length) - head;
  while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (head > 0 && isHighSurrogate(before, head - 1)) head--;
  if (tail > 0 && isLowSurrogate(before, before.length - tail)) tail--;
  return { at: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
