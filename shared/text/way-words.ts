import { unreachable } from "../kit/assert.ts";
import type { WayOutKind } from "../model/slot.ts";
import type { Language } from "./overlap-phrases.ts";

/** What the sentence of a way out names, each as it is to be read; empty where it is not needed. */
export type WayParts = {
  readonly kind: WayOutKind;
  /** The matter of the item that is changed, and that of the other side. */
  readonly title: string;
  readonly other: string;
  /** When it would be, and where where that changes too. */
  readonly when: string;
  readonly room: string | null;
  readonly party: string;
  readonly standIn: string;
};

/** Ways out of an overlap, said as what would be done. */
export const wayPhrases = {
  vi: {
    move: (title: string, when: string, room: string | null) =>
      room === null ? `Dời “${title}” sang ${when}` : `Dời “${title}” sang ${when}, ở ${room}`,
    "other-room": (title: string, room: string) => `Chuyển “${title}” sang ${room}`,
    proxy: (title: string, standIn: string, party: string) => `${standIn} dự “${title}” thay ${party}`,
    shorten: (title: string, when: string) => `Rút ngắn “${title}” còn ${when}`,
    merge: (title: string, other: string) => `Gộp “${other}” vào “${title}”`,
    "make-optional": (title: string, party: string) => `${party} không bắt buộc dự “${title}”`,
    swap: (title: string, other: string) => `Đổi giờ “${title}” và “${other}” cho nhau`,
    accept: "Chấp nhận trùng…",
  },
  en: {
    move: (title, when, room) =>
      room === null ? `Move “${title}” to ${when}` : `Move “${title}” to ${when}, in ${room}`,
    "other-room": (title, room) => `Move “${title}” to ${room}`,
    proxy: (title, standIn, party) => `${standIn} attends “${title}” for ${party}`,
    shorten: (title, when) => `Shorten “${title}” to ${when}`,
    merge: (title, other) => `Merge “${other}” into “${title}”`,
    "make-optional": (title, party) => `${party} need not attend “${title}”`,
    swap: (title, other) => `Swap the hours of “${title}” and “${other}”`,
    accept: "Accept…",
  },
  fr: {
    move: (title, when, room) =>
      room === null ? `Déplacer « ${title} » au ${when}` : `Déplacer « ${title} » au ${when}, ${room}`,
    "other-room": (title, room) => `Passer « ${title} » en ${room}`,
    proxy: (title, standIn, party) => `${standIn} assiste à « ${title} » pour ${party}`,
    shorten: (title, when) => `Raccourcir « ${title} » à ${when}`,
    merge: (title, other) => `Fusionner « ${other} » avec « ${title} »`,
    "make-optional": (title, party) => `${party} peut ne pas assister à « ${title} »`,
    swap: (title, other) => `Échanger les horaires de « ${title} » et « ${other} »`,
    accept: "Accepter…",
  },
} as const satisfies Readonly<Record<Language, WayPhrases>>;

type WayPhrases = {
  move(title: string, when: string, room: string | null): string;
  "other-room"(title: string, room: string): string;
  proxy(title: string, standIn: string, party: string): string;
  shorten(title: string, when: string): string;
  merge(title: string, other: string): string;
  "make-optional"(title: string, party: string): string;
  swap(title: string, other: string): string;
  readonly accept: string;
};

const titleMax = 60;

/** A matter inside a sentence, cut at a word where it is longer than `lengthMax` letters. */
export function titleInWords(title: string, lengthMax = titleMax): string {
  if (title.length <= lengthMax) return title;
  return `${title.slice(0, title.lastIndexOf(" ", lengthMax) + 1 || lengthMax).trim()}…`;
}

/** A way out as one sentence that says what would be done. */
export function wayToWords({ kind, title, other, when, room, party, standIn }: WayParts, language: Language): string {
  const phrases: WayPhrases = wayPhrases[language];
  switch (kind) {
    case "move":
      return phrases.move(title, when, room);
    case "other-room":
      return phrases["other-room"](title, room ?? "");
    case "proxy":
      return phrases.proxy(title, standIn, party);
    case "shorten":
      return phrases.shorten(title, when);
    case "merge":
      return phrases.merge(title, other);
    case "make-optional":
      return phrases["make-optional"](title, party);
    case "swap":
      return phrases.swap(title, other);
    case "accept":
      return phrases.accept;
    default:
      return unreachable(kind);
  }
}
