import { fold, tidySpaces } from "../../shared/kit/fold.ts";
import type { ItemKind } from "../../shared/model/item.ts";

/** What stands before the word that tells the kind. */
const lead =
  /^(?:(?:tiep tuc|se|cung|chu tri|tham du|den du|ve du|du|tham gia|to chuc|chuan bi|phat bieu)(?![a-z]) *(?:voi |cac )*)+/;

/** The first rule that fits the folded matter decides; what nothing fits is "other". */
const rules: readonly (readonly [RegExp, ItemKind])[] = [
  [/^(?:tiep cong dan|tiep dan|tiep (?!tuc|xuc|nhan|thu)|don tiep|don doan|don )/, "reception"],
  [
    /^(?:tiep xuc cu tri|txct|tham|chuc|kiem tra|khao sat|giam sat|thi sat|di (?:kiem|khao|co so|thuc|tham)|kham )/,
    "visit",
  ],
  [/^(?:hoi nghi|hoi thao|dai hoi|toa dam|tap huan|lop |hoi thi|so ket|tong ket)/, "conference"],
  [/^(?:phien hop|ky hop|khai mac ky hop|be mac ky hop)/, "session"],
  [
    /^(?:le |khai mac|be mac|khoi cong|khanh thanh|ky niem|dang huong|dang hoa|vieng|ra quan|khai giang|khai truong|trao |don nhan|gap mat|cong bo|phat dong)/,
    "ceremony",
  ],
  [/^(?:di cong tac|cong tac (?:tai|nuoc ngoai)|tham va lam viec|thap tung)/, "trip"],
  [
    /^(?:hop|hoi y|giao ban|nghe|cho y kien|lam viec|thong qua|xem xet|duyet|doi thoai|thao luan|ban ve|trao doi|hoi dam|gop y|ra soat|thong nhat|sinh hoat)/,
    "meeting",
  ],
];

/** Kind of an item by the words of its matter: "dự hội nghị …" → conference. */
export function guessKind(title: string): ItemKind {
  const matter = fold(tidySpaces(title)).replace(lead, "");
  return rules.find(([shape]) => shape.test(matter))?.[1] ?? "other";
}
