/** Signed 32-bit FNV-1a over UTF-16 units: a short print of a text for telling changes apart, never for safety. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** Mixes a number into a print; the order of mixing counts. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ (value | 0), 0x9e3779b1);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed ^ (value >>> 3), 0x85ebca6b) | 0;
}

/** Two prints of 32 bits as 14 signs `[0-9a-z]`: the second from the end, so that both rarely meet. */
export function longPrintOf(text: string): string {
  let second = text.length;
  for (let at = text.length - 1; at >= 0; at--) second = mix(second, text.charCodeAt(at));
  const written = (print: number) => (print >>> 0).toString(36).padStart(7, "0");
  return written(hashOf(text)) + written(second);
}
