/**
 * Abbreviations of Vietnamese office prose and what they stand for. The ambiguous ones name the neighbours that decide
 * between their meanings; where no neighbour does, both meanings stay and a person is asked.
 */
import { plainAbbreviations } from "../rules/plain-abbreviations.ts";
import { lowText } from "./source.ts";

export interface Meaning {
  readonly words: string;
  /** What must stand right before or after for this meaning; low letters, matched at word ends. */
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Several meanings: only a neighbour may decide. */
export const ambiguousAbbreviations: Readonly<Record<string, readonly Meaning[]>> = {
  tt: [
    {
      words: "thường trực",
      before: /(?:pct|phó chủ tịch|pbt|phó bí thư|cơ quan)\.?$/u,
      after: /^(?:hđnd|ubnd|tu|thành ủy|tỉnh ủy|huyện ủy|quận ủy|đảng ủy|ủy ban|hội đồng|mttq|ubmttq)(?!\p{L})/u,
    },
    {
      words: "trung tâm",
      after:
        /^(?:hội nghị|hn|văn hóa|vh|y tế|phát triển|ptqđ|bồi dưỡng|hành chính|phục vụ|chính trị|thương mại|dịch vụ|triển lãm|thể thao|tm|đào tạo|giáo dục|truyền)/u,
    },
    {
      words: "thông tin",
      before: /(?:công nghệ|phòng vh|vh|văn hóa|sở)[\s-]*$/u,
      after: /^(?:và truyền thông|truyền thông|-?tt)(?!\p{L})/u,
    },
  ],
  bch: [
    {
      words: "bộ chỉ huy",
      after: /^(?:quân sự|qs|bđbp|bộ đội|biên phòng|bp)(?!\p{L})/u,
      before: /(?:trụ sở|doanh trại)$/u,
    },
    {
      words: "ban chấp hành",
      after: /^(?:đảng bộ|đảng|trung ương|tw|đoàn|hội|công đoàn|lâm thời|tỉnh|thành)(?!\p{L})/u,
    },
  ],
  kt: [
    {
      words: "kinh tế",
      before: /(?:pct|phó chủ tịch|ban|phòng|p)\.?$/u,
      after: /^[-\s&]*(?:tc|ns|xh|xã hội|hạ tầng|ht|tài chính|ngân sách|tổng hợp|th)(?!\p{L})/u,
    },
    { words: "kiểm tra", before: /(?:ub|ủy ban|đoàn|ban)$/u },
  ],
  pc: [
    { words: "pháp chế", before: /(?:ban|phòng|trưởng ban)$/u, after: /^(?:hđnd|hội đồng)(?!\p{L})/u },
    { words: "phòng chống", after: /^(?:tham nhũng|lụt|thiên tai|tt|dịch|ma túy|cháy|tội phạm|bạo lực)(?!\p{L})/u },
  ],
  ct: [
    { words: "chủ tịch", before: /(?:đ\/c|đồng chí|^|,|;|:|và)$/u, after: /^(?:ubnd|hđnd|mttq|nước|và|,|$|\p{Lu})/u },
    { words: "chỉ thị", before: /(?:số|\d\s?-)$/u, after: /^(?:số|\/|\d)/u },
  ],
  tc: [
    {
      words: "tài chính",
      before: /(?:sở|phòng|kt\s?-|ban)\s?$/u,
      after: /^[-\s]*(?:kh|kế hoạch|ns|hành chính)(?!\p{L})/u,
    },
    { words: "tố cáo", before: /(?:kn|khiếu nại)[\s,-]*$/u },
    { words: "tổ chức", before: /(?:phòng|ban)\s?$/u, after: /^(?:cán bộ|- ?hành chính)(?!\p{L})/u },
  ],
  cv: [
    { words: "chuyên viên", before: /(?:lđvp|,|;|\(|^)$/u, after: /^(?!số)(?:vp|phòng|theo dõi|:|đ\/c|\p{L})/u },
    { words: "công văn", before: /(?:theo|số|\d\s?-)$/u, after: /^(?:số|\d|\/)/u },
  ],
};

export interface AmbiguousWord {
  /** As printed. */
  readonly word: string;
  /** Place in the words given. */
  readonly at: number;
  readonly meanings: readonly string[];
}

const ambiguousWord = new RegExp(
  `(?<![\\p{L}\\d./-])(?:${Object.keys(ambiguousAbbreviations).join("|").toUpperCase()})(?![\\p{L}\\d])(?!\\.\\p{L})`,
  "gu",
);

/** Nobody answers questions about more than the beginning of a text without end. */
const askedCharsMax = 4_000;

/** The ambiguous abbreviations of some words, in capitals, that no neighbour decides. */
export function findAmbiguous(words: string): AmbiguousWord[] {
  return [...words.slice(0, askedCharsMax).matchAll(ambiguousWord)].flatMap(({ 0: word, index }) => {
    const meanings = meaningsOf(
      word,
      words.slice(0, index),
      words.slice(index + word.length, index + word.length + 40),
    );
    return meanings.length === 1 ? [] : [{ word, at: index, meanings }];
  });
}

/** What an abbreviation may stand for between its neighbours; one meaning when they decide, none when it is unknown. */
export function meaningsOf(abbreviation: string, before = "", after = ""): string[] {
  const low = lowText(abbreviation);
  const plain = plainAbbreviations[low];
  if (plain !== undefined) return [plain];
  const meanings = ambiguousAbbreviations[low] ?? [];
  const left = lowText(before.slice(-24)).trimEnd();
  const right = lowText(after).trimStart();
  const decided = meanings.filter((meaning) => meaning.before?.test(left) || meaning.after?.test(right));
  return (decided.length > 0 ? decided : meanings).map(({ words }) => words);
}
