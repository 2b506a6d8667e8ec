import type { ItemStatus } from "../model/item.ts";
import type { Language } from "./overlap-phrases.ts";

/** How far an item has come, as cards, forms and minutes call it. */
export const statusNames = {
  vi: {
    registered: "đăng ký",
    approved: "đã duyệt",
    refused: "từ chối",
    postponed: "hoãn",
    cancelled: "hủy",
    held: "đã tổ chức",
  },
  en: {
    registered: "registered",
    approved: "approved",
    refused: "refused",
    postponed: "postponed",
    cancelled: "cancelled",
    held: "held",
  },
  fr: {
    registered: "inscrit",
    approved: "approuvé",
    refused: "refusé",
    postponed: "reporté",
    cancelled: "annulé",
    held: "tenu",
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<ItemStatus, string>>>>;
