import type { PartyRole } from "../model/item.ts";
import type { Language } from "./overlap-phrases.ts";

/** What a party does in an item, as forms, decisions and minutes call it. */
export const roleNames = {
  vi: {
    chair: "chủ trì",
    attend: "dự",
    invited: "mời",
    optional: "dự nếu được",
    prepare: "chuẩn bị",
    coordinate: "phối hợp",
    appraise: "thẩm tra",
    serve: "phục vụ",
  },
  en: {
    chair: "chairs",
    attend: "attends",
    invited: "invited",
    optional: "if possible",
    prepare: "prepares",
    coordinate: "coordinates",
    appraise: "appraises",
    serve: "serves",
  },
  fr: {
    chair: "préside",
    attend: "assiste",
    invited: "invité",
    optional: "si possible",
    prepare: "prépare",
    coordinate: "coordonne",
    appraise: "examine",
    serve: "assure le service",
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<PartyRole, string>>>>;
