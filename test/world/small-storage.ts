/** `localStorage` or `sessionStorage` as far as it is used here; `roomLetters` is what it takes, keys included. */
export class SmallStorage {
  readonly texts = new Map<string, string>();
  roomLetters = 5_000_000;
  getItem = (key: string): string | null => this.texts.get(key) ?? null;
  removeItem = (key: string): void => void this.texts.delete(key);
  setItem = (key: string, text: string): void => {
    const others = [...this.texts].filter(([other]) => other !== key);
    const used = others.reduce((sum, [other, its]) => sum + other.length + its.length, 0);
    if (used + key.length + text.length > this.roomLetters) throw new DOMException("full", "QuotaExceededError");
    this.texts.set(key, text);
  };
}

/** A browser that forbids its storage throws at its mere mention. Returns how it is allowed again. */
export function forbidStorage(name: "localStorage" | "sessionStorage"): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
  return () => {
    if (before) Object.defineProperty(globalThis, name, before);
    else Reflect.deleteProperty(globalThis, name);
  };
}
