import type { PartyRef } from "../../../shared/model/ref.ts";
import { committee, leadUnit, otherUnits, type Recipe, type Scene } from "./recipe.ts";

const viceChairs = (): PartyRef[] => ["post:pct-tt-hdnd", "post:pct-hdnd"];
const delegation = (): PartyRef[] => ["post:ptd-dbqh"];
const officers = (): PartyRef[] => ["post:cvp-hdnd", "post:pcvp-hdnd-1", "post:pcvp-hdnd-2"];
const local = ({ localityUnit }: Scene): PartyRef[] => [localityUnit];
const councilWork = (): PartyRef[] => ["unit:p-ct-hdnd"];
const assemblyWork = (): PartyRef[] => ["unit:p-ct-qh"];
const petitions = (): PartyRef[] => ["unit:p-dn-tcd"];

/** What stands in the programme of the Council and of the Assembly's delegation. */
export const councilRecipes: readonly Recipe[] = [
  {
    weight: 14,
    kind: "meeting",
    titles: [
      "Thẩm tra tờ trình của UBND Thành phố về {plan}",
      "Họp thẩm tra dự thảo nghị quyết về {plan}",
      "Làm việc với {unit} chuẩn bị thẩm tra {plan}",
    ],
    chairs: committee,
    attend: leadUnit,
    prepare: councilWork,
    setting: "room",
  },
  {
    weight: 12,
    kind: "trip",
    titles: ["Giám sát {policy} tại {place}", "Khảo sát {policy} tại {place}", "Khảo sát thực tế {work}"],
    chairs: (scene) => [...committee(scene), "post:pct-hdnd"],
    attend: local,
    prepare: councilWork,
    setting: "local-seat",
    takes: "session",
  },
  {
    weight: 7,
    kind: "conference",
    titles: [
      "{deputies} tiếp xúc cử tri trước kỳ họp thường lệ tại {place}",
      "{deputies} tiếp xúc cử tri chuyên đề về {policy} tại {place}",
      "Hội nghị lấy ý kiến Nhân dân {place} về {plan}",
    ],
    chairs: ({ deputies }) => [deputies],
    attend: local,
    prepare: petitions,
    setting: "culture-house",
  },
  {
    weight: 7,
    kind: "meeting",
    titles: [
      "Họp Đoàn giám sát {policy}",
      "Họp thông qua dự thảo báo cáo giám sát {policy}",
      "Làm việc với {unit} về việc thực hiện kết luận giám sát {policy}",
    ],
    chairs: (scene) => [...viceChairs(), ...committee(scene)],
    attend: otherUnits,
    prepare: councilWork,
    setting: "room",
  },
  {
    weight: 5,
    kind: "meeting",
    titles: ["{committee} họp phiên toàn thể cho ý kiến về {plan}", "{committee} họp xây dựng báo cáo về {policy}"],
    chairs: ({ field }) => [field.committee[0]],
    body: ({ committeeBody }) => committeeBody,
    attend: leadUnit,
    prepare: councilWork,
    setting: "room",
  },
  {
    weight: 2,
    kind: "conference",
    titles: ["Phiên giải trình về {policy}", "Hội nghị chất vấn giữa hai kỳ họp về {policy}"],
    chairs: () => ["post:ct-hdnd"],
    attend: otherUnits,
    prepare: councilWork,
    setting: "hall",
  },
  {
    weight: 6,
    kind: "conference",
    titles: [
      "Đoàn ĐBQH lấy ý kiến về dự án {law}",
      "Hội thảo góp ý dự án {law}",
      "Đoàn ĐBQH làm việc với Sở Tư pháp về dự án {law}",
    ],
    chairs: delegation,
    attend: () => ["unit:stp"],
    prepare: assemblyWork,
    setting: "room",
  },
  {
    weight: 4,
    kind: "trip",
    titles: ["Đoàn ĐBQH giám sát {policy} tại {place}", "Đại biểu Quốc hội tiếp xúc cử tri tại {place}"],
    chairs: delegation,
    attend: local,
    prepare: assemblyWork,
    setting: "culture-house",
  },
  {
    weight: 9,
    kind: "meeting",
    titles: [
      "Họp chuẩn bị tài liệu kỳ họp: {plan}",
      "Họp rà soát kiến nghị cử tri về {policy}",
      "Họp tổ giúp việc xây dựng nghị quyết về {plan}",
      "Duyệt hậu cần khảo sát {policy}",
    ],
    chairs: officers,
    attend: () => ["unit:p-ct-hdnd"],
    prepare: petitions,
    setting: "room",
  },
  {
    weight: 4,
    kind: "reception",
    titles: ["Đại biểu HĐND tiếp công dân tại {place}", "Tiếp công dân về kiến nghị của cử tri {place}"],
    chairs: () => ["post:pct-hdnd", "post:ptb-pc", "post:tb-pc"],
    attend: local,
    prepare: petitions,
    setting: "local-seat",
    takes: "session",
  },
  {
    weight: 2,
    kind: "visit",
    titles: ["Tiếp {guest}"],
    chairs: viceChairs,
    prepare: () => ["unit:vp-hdnd"],
    setting: "guest-room",
  },
  {
    weight: 3,
    kind: "ceremony",
    titles: ["Dự {event}"],
    chairs: () => [...viceChairs(), "post:tb-vhxh"],
    setting: "outside",
  },
  {
    weight: 2,
    kind: "office-work",
    titles: ["Làm việc tại cơ quan"],
    chairs: viceChairs,
    setting: "nowhere",
    takes: "session",
  },
];
