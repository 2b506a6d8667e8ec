import { defineWords } from "./words.ts";

/** When people were told of an item. People are invited to a meeting; a reception of citizens is posted. */
export const announcedWords = defineWords(
  {
    label: { invited: "Ngày mời", posted: "Niêm yết" },
    today: { invited: "Mời hôm nay", posted: "Niêm yết hôm nay" },
    again: { invited: "Mời lại hôm nay", posted: "Niêm yết lại hôm nay" },
    workdaysBefore: (count: number) => `trước ${count} ngày làm việc`,
    manyWorkdaysBefore: (count: number) => `trước từ ${count} ngày làm việc`,
    toldFor: (day: string) => `đã báo cho ngày ${day}, nay đã đổi`,
    toldAfter: (day: string) => `Phải trước hoặc trong ngày ${day}.`,
    onCard: { invited: (on: string) => `đã mời ${on}`, posted: (on: string) => `niêm yết ${on}` },
    onFor: (on: string, of: string) => `${on}, cho ngày ${of}`,
  },
  {
    en: {
      label: { invited: "Invited on", posted: "Posted on" },
      today: { invited: "Invited today", posted: "Posted today" },
      again: { invited: "Invited anew today", posted: "Posted anew today" },
      workdaysBefore: (count) => `${count} working day${count === 1 ? "" : "s"} before`,
      manyWorkdaysBefore: (count) => `${count} or more working days before`,
      toldFor: (day) => `announced for ${day}, moved since`,
      toldAfter: (day) => `Must not be after ${day}.`,
      onCard: { invited: (on) => `invited on ${on}`, posted: (on) => `posted on ${on}` },
      onFor: (on, of) => `${on}, for ${of}`,
    },
    fr: {
      label: { invited: "Invité le", posted: "Affiché le" },
      today: { invited: "Invité aujourd’hui", posted: "Affiché aujourd’hui" },
      again: { invited: "Invité de nouveau ce jour", posted: "Affiché de nouveau ce jour" },
      workdaysBefore: (count) => `${count} ${count < 2 ? "jour ouvré" : "jours ouvrés"} avant`,
      manyWorkdaysBefore: (count) => `au moins ${count} jours ouvrés avant`,
      toldFor: (day) => `annoncé pour le ${day}, déplacé depuis`,
      toldAfter: (day) => `Au plus tard le ${day}.`,
      onCard: { invited: (on) => `invités le ${on}`, posted: (on) => `affiché le ${on}` },
      onFor: (on, of) => `${on}, pour le ${of}`,
    },
  },
);
