import { defineWords } from "./words.ts";

/** Who may change what, wherever the board says no. */
export const rightsWords = defineWords(
  {
    guest: "Khách chỉ xem, không sửa được.",
    decided: { approved: "Đã duyệt", refused: "Đã từ chối", held: "Đã tổ chức" },
    head: {
      party: "Chánh Văn phòng Thành ủy",
      council: "Chánh Văn phòng Đoàn ĐBQH và HĐND",
      people: "Chánh Văn phòng UBND Thành phố",
    },
    onlyHead: (decided: string, head: string) => `${decided} — chỉ ${head} sửa được.`,
    onlyHeadDecides: (head: string) => `Duyệt, từ chối là việc của ${head}.`,
    notUndone: (title: string, why: string) => `Không hoàn tác được “${title}”: ${why}`,
    notRedone: (title: string, why: string) => `Không làm lại được “${title}”: ${why}`,
    stepEnded: "Không hoàn tác được bước này nữa: chương trình vừa được mở lại từ máy chủ.",
  },
  {
    en: {
      guest: "Guests only look.",
      decided: { approved: "Approved", refused: "Turned down", held: "Held" },
      head: {
        party: "the Chief of the City Party Committee’s Office",
        council: "the Chief of the Office of the NA Delegation and People’s Council",
        people: "the Chief of the People’s Committee’s Office",
      },
      onlyHead: (decided, head) => `${decided} — only ${head} changes it.`,
      onlyHeadDecides: (head) => `Approving and turning down is for ${head}.`,
      notUndone: (title, why) => `“${title}” cannot be undone: ${why}`,
      notRedone: (title, why) => `“${title}” cannot be redone: ${why}`,
      stepEnded: "This step can no longer be undone: the programme was just opened anew from the server.",
    },
    fr: {
      guest: "Les invités consultent sans modifier.",
      decided: { approved: "Approuvé", refused: "Refusé", held: "Tenu" },
      head: {
        party: "le chef du bureau du Comité municipal du Parti",
        council: "le chef du bureau de la délégation à l’AN et du Conseil populaire",
        people: "le chef du bureau du Comité populaire",
      },
      onlyHead: (decided, head) => `${decided} — seul ${head} peut modifier.`,
      onlyHeadDecides: (head) => `Seul ${head} approuve ou refuse.`,
      notUndone: (title, why) => `Impossible d’annuler « ${title} » : ${why}`,
      notRedone: (title, why) => `Impossible de rétablir « ${title} » : ${why}`,
      stepEnded: "Cette étape ne peut plus être annulée : le programme vient d’être rouvert depuis le serveur.",
    },
  },
);
