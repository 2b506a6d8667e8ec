import { defineWords } from "./words.ts";

/** Words around the minutes of a joint session; what the minutes themselves say comes from `shared/text`. */
export const minutesPageWords = defineWords(
  {
    title: "Biên bản họp chung",
    back: "Về chương trình",
    print: "In",
    docx: "Tải DOCX",
    data: "Tải dữ liệu (JSON)",
    goesOn: "Phiên họp đang diễn ra: biên bản còn thay đổi.",
    left: "Phiên này đã bị bỏ dở, không ai kết thúc: biên bản ghi đến lúc đó.",
    opening: "Đang mở chương trình của năm…",
    missing: "Không có phiên họp này trong chương trình của năm.",
    offline: "Mất kết nối: tải tệp khi có lại kết nối.",
    recipients: "Nơi nhận:",
    withheld: "Ghi cả việc hạn chế",
  },
  {
    en: {
      title: "Minutes of the joint session",
      back: "To the programme",
      print: "Print",
      docx: "Download DOCX",
      data: "Download data (JSON)",
      goesOn: "The session goes on: its minutes still change.",
      left: "This session was left, and nobody closed it: the minutes go as far as that.",
      opening: "Opening the programme of the year…",
      missing: "There is no such session in the programme of that year.",
      offline: "No connection: files can be downloaded once there is one.",
      recipients: "Copies to:",
      withheld: "With what is withheld",
    },
    fr: {
      title: "Procès-verbal de la séance commune",
      back: "Vers le programme",
      print: "Imprimer",
      docx: "Télécharger DOCX",
      data: "Télécharger les données (JSON)",
      goesOn: "La séance est en cours : son procès-verbal change encore.",
      left: "Cette séance a été laissée sans être close : le procès-verbal s’arrête là.",
      opening: "Ouverture du programme de l’année…",
      missing: "Pas de telle séance dans le programme de cette année.",
      offline: "Pas de connexion : les fichiers se téléchargeront à son retour.",
      recipients: "Destinataires :",
      withheld: "Avec ce qui est réservé",
    },
  },
);
