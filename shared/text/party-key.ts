import { fold, tidySpaces } from "../kit/fold.ts";

/** Long forms and their spellings, each to one short word, in this order: "phó chủ tịch thường trực" before "chủ tịch". */
const shortened: readonly (readonly [RegExp, string])[] = [
  [/&/g, " va "],
  [/\b(?:dong chi|d\/c|dc)\b[.:]?/g, " "],
  [/[^\p{L}\p{N}]+/gu, " "],
  [
    /\b(?:uy ban nhan dan|uy ban)(?= (?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran)\b)|\buy ban nhan dan\b/g,
    "ubnd",
  ],
  [/\bhoi dong nhan dan\b/g, "hdnd"],
  [/\b(?:uy ban |ub ?)?(?:mat tran to quoc|mttq)(?: viet nam|vn)?\b|\bubmttq(?:vn)?\b/g, "mttq"],
  [/\bdai bieu quoc hoi\b/g, "dbqh"],
  [/\bbtvtu\b/g, "btv tu"],
  [/\btttu\b/g, "thuongtruc tu"],
  [/\b(?:ban )?thuong vu\b|\btvu\b/g, "btv"],
  [/\bban chap hanh\b/g, "bch"],
  [/\b(?:pho chu tich|pct) ?(?:thuong truc|tt)\b|\bpcttt\b/g, "pcttt"],
  [/\b(?:pho bi thu|pbt) ?(?:thuong truc|tt)\b|\bpbttt\b/g, "pbttt"],
  [/\bpho chu tich\b/g, "pct"],
  [/\bchu tich\b/g, "ct"],
  [/\bpho bi thu\b/g, "pbt"],
  [/\bbi thu\b/g, "bt"],
  [/\bpho giam doc\b/g, "pgd"],
  [/\bgiam doc\b/g, "gd"],
  [/\bpho chanh van phong\b|\bpho van phong\b/g, "pcvp"],
  [/\bchanh van phong\b/g, "cvp"],
  [/\bpho truong\b/g, "photruong"],
  [/\btt (?=hdnd|ubnd|mttq|tu\b|(?:tinh|thanh|huyen|quan|thi|dang|xa) uy)/g, "thuongtruc "],
  [/\bthuong truc\b/g, "thuongtruc"],
  [/\bldvp\b/g, "lanh dao van phong"],
  [/\bvp\b/g, "van phong"],
  [/\bbcd\b/g, "ban chi dao"],
  [/\btai nguyen (?:va )?moi truong\b|\btn (?:va )?mt\b/g, "tnmt"],
  [/\btai chinh ke hoach\b|\btc kh\b/g, "tckh"],
  [/\btp\b/g, "thanh pho"],
];

/**
 * A name or title made comparable: folded, without honorific and marks of order, long forms shortened. "đồng chí Phó Chủ
 * tịch Thường trực UBND xã" → "pcttt ubnd xa". Two spellings of one thing come out alike; two things do not.
 */
export function partyKey(words: string): string {
  let key = fold(tidySpaces(words)).replace(/[’'"“”]/g, " ");
  for (const [shape, short] of shortened) key = key.replace(shape, short);
  return key.replace(/\s+/g, " ").trim();
}

/** The words that say of which level an organ is; a title with another level is another person. */
export const levels: ReadonlySet<string> = new Set(
  "tinh,huyen,quan,xa,phuong,thanh pho,thi xa,thi tran,trung uong".split(","),
);

/** Titles one person holds alone, and those that several hold side by side. */
export const singleTitles: ReadonlySet<string> = new Set("ct,bt,pcttt,pbttt,cvp".split(","));
export const sharedTitles: ReadonlySet<string> = new Set("pct,pbt,pcvp,pgd".split(","));

/** The level words of a key: "ct ubnd xa dong phu" → "xa"; null when it names none. */
export function levelOf(key: string): string | null {
  const match = /\b(?:thanh pho|thi xa|thi tran|trung uong|tinh|huyen|quan|xa|phuong)\b(?! uy)/.exec(key);
  if (match) return match[0];
  const party = /\b(tinh|huyen|quan|xa|phuong|thanh|thi) uy\b/.exec(key)?.[1];
  if (party === undefined) return null;
  return party === "thanh" ? "thanh pho" : party === "thi" ? "thi xa" : party;
}
