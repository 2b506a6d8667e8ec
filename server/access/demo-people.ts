import type { Actor } from "../../shared/model/actor.ts";

/**
 * Invented people for trying the board: of each office one officer and one head, and a guest who only reads. They exist
 * only where demo sign-in does.
 */
export const demoPeople: readonly Actor[] = [
  { id: "huong", name: "Trần Thị Hương", role: "officer", office: "party" },
  { id: "lan", name: "Nguyễn Ngọc Lan", role: "officer", office: "council" },
  { id: "quang-anh", name: "Phạm Quang Anh", role: "officer", office: "people" },
  { id: "thanh-binh", name: "Vũ Thanh Bình", role: "head", office: "party" },
  { id: "minh-duc", name: "Lê Minh Đức", role: "head", office: "council" },
  { id: "thu-ha", name: "Hoàng Thu Hà", role: "head", office: "people" },
  { id: "khach", name: "Đỗ Văn Khách", role: "guest", office: null },
];
