import type { PartyRef } from "../../../shared/model/ref.ts";
import { units } from "../units.ts";
import { division, leadUnit, otherUnits, type Recipe, type Scene } from "./recipe.ts";

const vice = ({ field }: Scene): PartyRef[] => [field.vice];
const chair = (): PartyRef[] => ["post:ct-ub"];
const officer = ({ field }: Scene): PartyRef[] => [field.officer, field.officer, "post:pcvp-ub-1", "post:pcvp-ub-3"];
const local = ({ localityUnit }: Scene): PartyRef[] => [localityUnit];
const withLocal = (scene: Scene): PartyRef[] => [...otherUnits(scene), scene.localityUnit];

const headPosts = new Map<PartyRef, PartyRef | undefined>(units.map(({ id, head }) => [`unit:${id}`, head]));
/** Who heads the unit; the unit itself where the directory names nobody. */
const head = ({ unit }: Scene): PartyRef[] => [headPosts.get(unit) ?? unit];

/** What stands in the programme of the Committee. */
export const peopleRecipes: readonly Recipe[] = [
  {
    weight: 20,
    kind: "meeting",
    titles: [
      "Họp nghe báo cáo tiến độ {work}",
      "Họp tháo gỡ khó khăn, vướng mắc liên quan {work}",
      "Làm việc với {unit} về {plan}",
      "Nghe {unit} báo cáo {plan}",
      "Họp cho ý kiến về {plan}",
      "Nghe báo cáo kết quả rà soát {work}",
    ],
    chairs: vice,
    attend: otherUnits,
    prepare: leadUnit,
    setting: "room",
  },
  {
    weight: 5,
    kind: "meeting",
    titles: [
      "Chủ tịch UBND Thành phố nghe báo cáo {plan}",
      "Chủ tịch UBND Thành phố làm việc với {unit} về {work}",
      "Chủ tịch UBND Thành phố họp giao nhiệm vụ về {work}",
    ],
    chairs: chair,
    attend: (scene) => [scene.field.vice, ...otherUnits(scene)],
    prepare: leadUnit,
    setting: "room",
  },
  {
    weight: 8,
    kind: "trip",
    titles: ["Kiểm tra {work}", "Kiểm tra thực địa {work}", "Kiểm tra hiện trường, làm việc với {unit} về {work}"],
    chairs: vice,
    attend: withLocal,
    prepare: division,
    setting: "site",
  },
  {
    weight: 6,
    kind: "trip",
    titles: [
      "Làm việc với {place} về {policy}",
      "Kiểm tra {policy} tại {place}",
      "Đối thoại với Nhân dân {place} về {work}",
    ],
    chairs: vice,
    attend: local,
    prepare: leadUnit,
    setting: "local-seat",
    takes: "session",
  },
  {
    weight: 5,
    kind: "conference",
    titles: [
      "Hội nghị trực tuyến triển khai {plan}",
      "Hội nghị trực tuyến sơ kết {policy}",
      "Hội nghị trực tuyến với các xã, phường về {work}",
    ],
    chairs: vice,
    attend: otherUnits,
    prepare: leadUnit,
    setting: "online-hall",
  },
  {
    weight: 12,
    kind: "meeting",
    titles: [
      "Họp rà soát hồ sơ trình UBND Thành phố về {plan}",
      "Họp liên ngành về {plan}",
      "Họp thống nhất nội dung báo cáo về {policy}",
      "Họp xử lý kiến nghị của {place} về {work}",
    ],
    chairs: officer,
    attend: leadUnit,
    prepare: division,
    setting: "room",
  },
  {
    weight: 14,
    kind: "meeting",
    titles: [
      "{unit} họp Hội đồng thẩm định {plan}",
      "{unit} họp giao ban về {work}",
      "{unit} lấy ý kiến chuyên gia về {plan}",
      "{unit} họp tổ công tác về {work}",
    ],
    chairs: head,
    attend: otherUnits,
    prepare: leadUnit,
    setting: "unit-seat",
  },
  {
    weight: 4,
    kind: "visit",
    titles: ["Tiếp {guest}"],
    chairs: (scene) => [scene.field.vice, "post:pct-tt"],
    attend: () => ["unit:sngv"],
    prepare: () => ["unit:sngv"],
    setting: "guest-room",
  },
  {
    weight: 4,
    kind: "ceremony",
    titles: ["Dự {event}"],
    chairs: vice,
    attend: local,
    prepare: division,
    setting: "outside",
  },
  {
    weight: 2,
    kind: "ceremony",
    titles: ["Dự {evening}"],
    chairs: vice,
    setting: "outside-evening",
    takes: "evening",
  },
  {
    weight: 3,
    kind: "reception",
    titles: [
      "Tiếp công dân về bồi thường, tái định cư tại {place}",
      "Đối thoại với các hộ dân {place} có khiếu nại kéo dài",
    ],
    chairs: (scene) => ["post:tb-tcd", scene.field.vice],
    attend: local,
    prepare: () => ["unit:btcd"],
    setting: "reception-seat",
  },
  {
    weight: 4,
    kind: "dossier",
    titles: ["Hạn trình UBND Thành phố {plan}", "Hạn gửi ý kiến về {plan}"],
    chairs: division,
    prepare: leadUnit,
    setting: "nowhere",
    takes: "due",
  },
  {
    weight: 3,
    kind: "office-work",
    titles: ["Làm việc tại cơ quan"],
    chairs: vice,
    setting: "nowhere",
    takes: "session",
  },
];
