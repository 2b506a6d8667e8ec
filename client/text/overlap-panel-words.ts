import { defineWords } from "./words.ts";

/** Words of the list of overlaps. The sentences about one overlap come from `shared/text`. */
export const overlapPanelWords = defineWords(
  {
    title: "Trùng lịch",
    close: "Đóng danh sách",
    none: "Không có trùng lịch nào trong thời gian đang xem.",
    ownOnly: "Chỉ việc của văn phòng tôi",
    certainty: { certain: "chắc chắn", probable: "nhiều khả năng", possible: "có thể" },
  },
  {
    en: {
      title: "Overlaps",
      close: "Close the list",
      none: "No overlap in the time shown.",
      ownOnly: "Only what concerns my office",
      certainty: { certain: "certain", probable: "probable", possible: "possible" },
    },
    fr: {
      title: "Chevauchements",
      close: "Fermer la liste",
      none: "Aucun chevauchement sur la période affichée.",
      ownOnly: "Seulement mon bureau",
      certainty: { certain: "certains", probable: "probables", possible: "possibles" },
    },
  },
);
