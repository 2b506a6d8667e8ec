import { tidySpaces } from "../kit/fold.ts";
import { partyKey } from "./party-key.ts";

/**
 * How a piece is meant. `self`: as it stands. `member`: the members of what is named ("Ủy viên Ban Thường vụ"). `some`:
 * somebody of it, not said who ("đại diện lãnh đạo", "lãnh đạo UBND phường"). `head`: the head of the unit named.
 * `all`: several of a kind ("các phòng chuyên môn", "các Phó Chủ tịch").
 */
export type PieceSense = "self" | "member" | "some" | "head" | "all";

/** One party of a list. `words` as written, `key` for comparing, both without what `sense` already says. */
export type Piece = {
  readonly words: string;
  readonly key: string;
  readonly sense: PieceSense;
  /** "liên quan": some of those, not said which. */
  readonly conditional: boolean;
};

/** A word that begins a party of its own after "và" or "cùng". */
const begins =
  /^(?:các|đồng chí|đ\/c|đc|ông|bà|chủ tịch|phó|pct|ct|bí thư|pbt|lãnh đạo|đại diện|thường trực|ban thường vụ|trưởng|giám đốc|chánh|thành viên|ủy viên|uỷ viên|văn phòng|tt)(?=[\s.:]|$)/iu;

/** What only says more about the person before it: "đồng chí Lê Hồng Khôi, Ủy viên Ban Thường vụ, Trưởng Ban …". */
const titleFirst =
  /^(?:uy vien|truong|photruong|pho|ct|pct|pcttt|bt|pbt|pbttt|gd|pgd|cvp|pcvp|chanh|thanh vien|dbqh|chi huy|chinh uy)\b/;

/**
 * Splits a list of parties as officers write it: at commas and semicolons, and at "và" before a new party. A word that
 * stands for the whole list goes with every piece: "Trưởng phòng Nội vụ, Giáo dục và Đào tạo" are two heads.
 * `hasName` tells whether a key holds somebody's name: the titles behind a name are his own.
 */
export function splitParties(words: string, hasName: (words: string) => boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let carried: PieceSense = "self";
  let isAfterName = false;
  for (const [at, text] of cut(tidySpaces(words)).entries()) {
    const piece = read(text);
    if (piece.key === "") {
      carried = piece.sense;
      continue;
    }
    if (at > 0 && isAfterName && !hasName(text) && titleFirst.test(partyKey(text))) continue;
    isAfterName = hasName(text);
    if (piece.sense !== "self") carried = piece.sense;
    else if (startsAnew.test(piece.key) || isAfterName) carried = "self";
    const sense = piece.sense === "self" ? carriedTo(carried) : piece.sense;
    pieces.push({ ...piece, sense });
  }
  return pieces;
}

/** "Ủy viên" and "các" say nothing about what follows the comma; heads and representatives come in rows. */
function carriedTo(sense: PieceSense): PieceSense {
  return sense === "head" || sense === "some" ? sense : "self";
}

/** Begins with a word that makes it a party of its own, whatever stood before the comma. */
const startsAnew =
  /^(?:ubnd|hdnd|mttq|thuongtruc|btv|bch|xa|phuong|thi tran|huyen|quan|cong an|ct|pct|pcttt|bt|pbt|pbttt|gd|pgd|cvp|pcvp|chanh|truong|photruong|phong vien|cv|chuyen vien)\b/;

function cut(words: string): string[] {
  const rough = words.split(/[;,\n]|(?<=\p{Ll}{3})\.\s+(?=\p{Lu})/u).flatMap((part) => part.split(/(?<=:)\s/u));
  const texts: string[] = [];
  for (const part of rough) {
    let rest = part.trim();
    for (let match = nextAnd(rest); match; match = nextAnd(rest)) {
      texts.push(rest.slice(0, match.at).trim());
      rest = rest.slice(match.after).trim();
    }
    texts.push(rest);
  }
  return texts.filter((text) => text !== "");
}

function nextAnd(text: string): { readonly at: number; readonly after: number } | null {
  for (const match of text.matchAll(/\s(?:và|cùng(?: với)?|với)\s+/gu)) {
    const after = match.index + match[0].length;
    if (begins.test(text.slice(after))) return { at: match.index, after };
  }
  return null;
}

type Opening = { readonly shape: RegExp; readonly sense: PieceSense };

const openings: readonly Opening[] = [
  { shape: /^(?:mời|cùng dự|cùng|cùng với|thành phần|dự)\s*:?\s+/iu, sense: "self" },
  {
    shape:
      /^(?:đại diện\s+)?(?:tập thể\s+)?(?:lãnh đạo|lđ)(?=[\s:]|$)(?:\s+(?:và công chức|và chuyên viên))?\s*:?\s*(?:các\s+)?/iu,
    sense: "some",
  },
  { shape: /^đại diện(?=[\s:]|$)\s*:?\s*(?:các\s+)?/iu, sense: "some" },
  { shape: /^(?:các\s+)?(?:đồng chí\s+|đ\/c\s+)?(?:thành viên|ủy viên|uỷ viên|uv)(?=\s)\s+/iu, sense: "member" },
  { shape: /^(?:toàn thể|tập thể)\s+(?:lãnh đạo\s+|lđ\s+)?/iu, sense: "member" },
  { shape: /^(?:các\s+)?(?:đồng chí\s+|đ\/c\s+)?trưởng\s+(?:các\s+)?phòng(?=[\s:]|$)\s*:?\s*/iu, sense: "head" },
  { shape: /^(?:các|những)(?=\s)\s+(?:đồng chí\s+|đ\/c\s+)?/iu, sense: "all" },
];

/** "các Sở:", "phòng:" — what follows the colon is a list of them. */
const unitsAhead =
  /^(?:các\s+)?(?:sở|phòng|ban|ngành|đơn vị|cơ quan|xã|phường|huyện|UBND các \p{L}+)(?:\s*,?\s*(?:ban|ngành|đơn vị))*\s*:$/iu;

function read(text: string): Piece {
  const conditional = /liên quan|có liên quan/iu.test(text);
  let rest = text
    .replace(/\s*\(?(?:có )?liên quan\)?/giu, "")
    .replace(/\s+cùng (?:dự|đi|tham dự)\s*$/iu, "")
    .trim();
  let sense: PieceSense = "self";
  for (const { shape, sense: opened } of openings) {
    const match = shape.exec(rest);
    if (!match) continue;
    rest = rest.slice(match[0].length).trim();
    if (opened === "self") continue;
    sense = opened;
    break;
  }
  if (unitsAhead.test(rest)) return { words: text, key: "", sense: "some", conditional };
  return { words: rest === "" ? text : rest, key: partyKey(rest), sense, conditional };
}
