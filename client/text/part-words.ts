import { defineWords } from "./words.ts";

/** Words of the generic parts. */
export const partWords = defineWords(
  {
    dayPattern: "ngày/tháng/năm",
    noSuchDay: "Không có ngày này. Ghi như 25/11/2026.",
    pickDay: (label: string) => `${label}: chọn trên lịch`,
  },
  {
    en: {
      dayPattern: "day/month/year",
      noSuchDay: "There is no such day. Write it as 25/11/2026.",
      pickDay: (label) => `${label}: pick from the calendar`,
    },
    fr: {
      dayPattern: "jour/mois/année",
      noSuchDay: "Ce jour n’existe pas. Écrivez 25/11/2026.",
      pickDay: (label) => `${label} : choisir dans le calendrier`,
    },
  },
);
