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
