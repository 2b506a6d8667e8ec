import { fold, tidySpaces } from "../kit/fold.ts";

/**
 * A party the directory does not know, made comparable. Two items that write it alike hold the same one: a `person` (has
 * a personal name) or a `post` (a bare title, "Chủ tịch") can be in one place only; `several` ("lãnh đạo Sở Y tế",
 * "các phòng", a unit) can send two people.
 */
export type TextParty = { readonly key: string; readonly sort: "person" | "post" | "several" };

const written: readonly (readonly [RegExp, string])[] = [
  [/\bpct ?tt+\b/g, "pho chu tich thuong truc"],
  [/\bpct\b/g, "pho chu tich"],
  [/\bct\b/g, "chu tich"],
  [/\bpbt ?tt\b/g, "pho bi thu thuong truc"],
  [/\bpbt\b/g, "pho bi thu"],
  [/\bbt\b/g, "bi thu"],
  [/\bpgd\b/g, "pho giam doc"],
  [/\bgd\b/g, "giam doc"],
  [/\bpcvp\b/g, "pho chanh van phong"],
  [/\bcvp\b/g, "chanh van phong"],
  [/\bubmttqvn\b|\bubmttq\b/g, "mttq"],
];

const honorifics = /^(?:(?:dong chi|d c|dc|ong|ba|moi|cung)\b[ .:,]*)+/;
const titles =
  /^(?:pho |q(?:uyen)? )?(?:chu tich|bi thu|giam doc|tong giam doc|chanh van phong|chanh thanh tra|chanh an|vien truong|cuc truong|chi cuc truong|chi huy truong|truong (?:phong|ban|doan|khoa|cong an)|hieu truong|chu nhiem|tong bien tap|thu truong|bo truong|thu tuong|chinh uy)\b/;
/** Deputies of an organ stand side by side: "Phó Chủ tịch UBND tỉnh" twice may be two; with a field, "PCT.KT", it is one. */
const sideBySide =
  /^pho (?:chu tich|bi thu|giam doc|chanh van phong|truong \S+)(?! thuong truc)(?:$| (?:ubnd|hdnd|uy ban|hoi dong|mttq|tinh|thanh|huyen|quan|thi|xa|phuong|dang|so|ban|phong|doan)\b)/;
const severalShape =
  /^(?:cac|nhung|mot so|lanh dao|dai dien|thanh vien|uy vien|toan the|tap the|can bo|chuyen vien|phong vien)\b|\b(?:lien quan|va cac|cung cac)\b/;

/**
 * The family names a personal name begins with. With their marks: "Trưởng", "Thường" and "Văn hóa" are no families.
 * Text written without any marks is compared without them.
 */
const families = new Set(
  (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý mai đào đinh trương cao hà khuất giang lâm " +
    "tô tạ chu châu thái quách tống kiều triệu đoàn lưu lương vương trịnh phùng mạc nghiêm từ tăng thân đàm bạch hứa " +
    "quan viên ninh nông ma lò vi sùng khổng la âu lại thạch danh sơn tiêu kim ung cù diệp quang phí thiều doãn tôn"
  ).split(" "),
);
const bareFamilies = new Set([...families].map(fold));

function isFamily(word: string, isBare: boolean): boolean {
  return isBare ? bareFamilies.has(word.toLowerCase()) : families.has(word.toLowerCase());
}

/** Reads a party in words; its key is folded, without honorific, abbreviations of posts written out. */
export function readTextParty(words: string): TextParty {
  const tidy = tidySpaces(words)
    .replace(/[^\p{L}\p{N} ]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
  const name = firstName(words);
  const key = writeOut(fold(tidy)).replace(honorifics, "").trim();
  if (severalShape.test(key)) return { key, sort: "several" };
  if (name !== null) return { key: name, sort: "person" };
  if (honorifics.test(fold(tidy)) && key.split(" ").length <= 2) return { key, sort: "person" };
  const isPost = titles.test(key) && !/[,;]/.test(words) && !sideBySide.test(key);
  return { key, sort: isPost ? "post" : "several" };
}

function writeOut(key: string): string {
  return written.reduce((text, [shape, full]) => text.replace(shape, full), key);
}

/** A name ends at a mark: what follows the comma are the titles of its bearer. */
function firstName(words: string): string | null {
  for (const part of tidySpaces(words).split(/[^\p{L}\p{N} .:]+/u)) {
    const name = personalName(part.replace(/[.:]/g, " ").replace(/ +/g, " ").trim());
    if (name !== null) return name;
  }
  return null;
}

/** "PCT Mai Văn Bình" → "mai van binh": a family name and one to three capitalised words; null when there is none. */
function personalName(tidy: string): string | null {
  const words = tidy.split(" ");
  const isBare = fold(tidy) === tidy.toLowerCase();
  for (const [at, word] of words.entries()) {
    if (!isCapitalised(word) || !isFamily(word, isBare)) continue;
    const length = words.slice(at, at + 4).findIndex((next, step) => step > 0 && !isCapitalised(next));
    const name = words.slice(at, at + (length < 0 ? 4 : length));
    // "Đoàn Thanh niên": two capitals and a word that goes on are no name.
    const goesOn = name.length === 2 && words[at + 2] !== undefined;
    if (name.length >= 2 && !goesOn && !isInstitution(name)) return name.map(fold).join(" ");
  }
  return null;
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}(?:\p{Ll}|$)/u.test(word);
}

/** "Hà Nội", "Thái Bình", "Cao Bằng" begin like names of people. */
const places = new Set(
  (
    "ha noi,ha nam,ha tinh,ha giang,ha dong,ha long,thai binh,thai nguyen,cao bang,vu quang,lam dong,to lich,quang ninh,quang nam,quang tri,quang ngai,quang binh," +
    "ninh binh,ninh thuan,dinh cong,cau giay,hoang mai,thach that,chau thanh,phu tho,lai chau,son la,son tay,kim boi,kien giang,tieu hoc,ly luan,kim lien,chu tich,dao tao,cu tri,son dong"
  ).split(","),
);

function isInstitution(name: readonly string[]): boolean {
  return places.has(name.slice(0, 2).map(fold).join(" "));
}
