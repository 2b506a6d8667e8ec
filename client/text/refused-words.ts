import { defineWords } from "./words.ts";

/** What a person wrote that did not come into the programme: told with its reason, and handed back as text. */
export const refusedWords = defineWords(
  {
    title: (count: number) => `${count} thay đổi của bạn không vào được chương trình`,
    lead: "Phần còn lại đã được lưu. Nội dung dưới đây chỉ giữ trên máy này; bạn có thể chép để gửi người có quyền.",
    copy: "Chép",
    copied: "Đã chép.",
    notCopied: "Trình duyệt không cho chép. Hãy bôi đen phần chữ rồi chép.",
    open: "Mở công việc",
    openOf: (matter: string) => `Mở công việc: ${matter}`,
    dismiss: "Bỏ khỏi danh sách",
    dismissOf: (matter: string) => `Bỏ khỏi danh sách: ${matter}`,
    dismissAll: "Bỏ tất cả",
    fold: "Thu gọn",
    unfold: "Xem",
    why: {
      "no-right": "Bạn không có quyền sửa chỗ này.",
      "not-valid": "Nội dung không hợp lệ, ví dụ dài quá hoặc thiếu phần bắt buộc.",
      "made-twice": "Việc này đã có trên bảng.",
      "unknown-place": "Máy chủ không có mục này. Tải lại trang để dùng bản mới.",
      "no-ground": "Viết tiếp trên phần không được nhận.",
      closed: "Máy chủ đã đóng kết nối trước khi lưu.",
      stale: "Máy chủ đã mở chương trình này lại từ đầu, phần chưa lưu không ghép vào được.",
    },
    wanted: "Bạn đã viết:",
    removal: "Xóa việc này",
    takenAway: "bỏ đi",
    yes: "có",
    no: "không",
    more: (count: number) => `và ${count} thay đổi khác không liệt kê hết ở đây`,
    untold: "Các thay đổi khác",
    party: "Thành phần",
    standsIn: (name: string) => `thay ${name}`,
    online: (points: number | undefined, delegates: number | undefined) =>
      ["trực tuyến", points && `${points} điểm cầu`, delegates && `${delegates} đại biểu`].filter(Boolean).join(", "),
    assembly: (text: string) => `tập trung tại ${text}`,
    settlement: "Quyết định về trùng lịch",
    directory: "Danh bạ",
  },
  {
    en: {
      title: (count) =>
        count === 1
          ? "1 of your changes did not get into the programme"
          : `${count} of your changes did not get into the programme`,
      lead: "Everything else is saved. What stands below is kept on this machine only; copy it for whoever may write it.",
      copy: "Copy",
      copied: "Copied.",
      notCopied: "The browser does not allow copying. Select the text and copy it.",
      open: "Open the item",
      openOf: (matter) => `Open the item: ${matter}`,
      dismiss: "Take off the list",
      dismissOf: (matter) => `Take off the list: ${matter}`,
      dismissAll: "Take all off",
      fold: "Fold",
      unfold: "Show",
      why: {
        "no-right": "You may not change this.",
        "not-valid": "Not valid: too long, for example, or something is missing that every item has.",
        "made-twice": "This item is on the board already.",
        "unknown-place": "The server has no such field. Reload the page to use the new version.",
        "no-ground": "Written on top of something that was not taken.",
        closed: "The server closed the connection before it was saved.",
        stale: "The server began this programme anew; what was not saved cannot be joined to it.",
      },
      wanted: "You wrote:",
      removal: "Delete this item",
      takenAway: "taken away",
      yes: "yes",
      no: "no",
      more: (count) => `and ${count} more that are not listed here`,
      untold: "Other changes",
      party: "Participants",
      standsIn: (name) => `for ${name}`,
      online: (points, delegates) =>
        ["online", points && `${points} bridging points`, delegates && `${delegates} delegates`]
          .filter(Boolean)
          .join(", "),
      assembly: (text) => `assembly at ${text}`,
      settlement: "Decision about an overlap",
      directory: "Directory",
    },
    fr: {
      title: (count) =>
        count < 2
          ? `${count} de vos modifications n’est pas entrée dans le programme`
          : `${count} de vos modifications ne sont pas entrées dans le programme`,
      lead: "Tout le reste est enregistré. Ce qui suit n’est gardé que sur ce poste ; copiez-le pour qui peut l’écrire.",
      copy: "Copier",
      copied: "Copié.",
      notCopied: "Le navigateur interdit la copie. Sélectionnez le texte et copiez-le.",
      open: "Ouvrir l’affaire",
      openOf: (matter) => `Ouvrir l’affaire : ${matter}`,
      dismiss: "Retirer de la liste",
      dismissOf: (matter) => `Retirer de la liste : ${matter}`,
      dismissAll: "Tout retirer",
      fold: "Replier",
      unfold: "Voir",
      why: {
        "no-right": "Vous ne pouvez pas modifier ceci.",
        "not-valid": "Non valable : trop long, par exemple, ou il manque une partie obligatoire.",
        "made-twice": "Cette affaire est déjà au tableau.",
        "unknown-place": "Le serveur ne connaît pas ce champ. Rechargez la page pour la nouvelle version.",
        "no-ground": "Écrit à la suite d’une partie refusée.",
        closed: "Le serveur a fermé la connexion avant l’enregistrement.",
        stale: "Le serveur a rouvert ce programme à neuf ; ce qui n’était pas enregistré ne peut s’y joindre.",
      },
      wanted: "Vous aviez écrit :",
      removal: "Supprimer cette affaire",
      takenAway: "retiré",
      yes: "oui",
      no: "non",
      more: (count) => `et ${count} autres qui ne figurent pas ici`,
      untold: "Autres modifications",
      party: "Participants",
      standsIn: (name) => `remplace ${name}`,
      online: (points, delegates) =>
        ["en ligne", points && `${points} points de connexion`, delegates && `${delegates} délégués`]
          .filter(Boolean)
          .join(", "),
      assembly: (text) => `rassemblement : ${text}`,
      settlement: "Décision sur un chevauchement",
      directory: "Annuaire",
    },
  },
);
