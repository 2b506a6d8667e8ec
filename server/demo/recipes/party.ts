import type { PartyRef } from "../../../shared/model/ref.ts";
import { leadUnit, otherUnits, type Recipe, type Scene } from "./recipe.ts";

const lead = ({ field }: Scene): PartyRef[] => [field.partyLead];
const secretaries = ({ field }: Scene): PartyRef[] => ["post:pbt-tt", "post:pbt-ct", field.partyLead];
const officers = (): PartyRef[] => ["post:cvp-tu", "post:pcvp-tu-1", "post:pcvp-tu-2"];
const synthesis = (): PartyRef[] => ["unit:p-th-tu"];
const local = ({ localityUnit }: Scene): PartyRef[] => [localityUnit];

/** A party committee's own matters: who chairs, which unit prepares, what about. */
const organ = (weight: number, posts: readonly string[], unit: string, titles: readonly string[]): Recipe => ({
  weight,
  kind: "meeting",
  titles,
  chairs: () => posts.map((post) => `post:${post}` as const),
  prepare: () => [`unit:${unit}`],
  setting: "room",
});

/** What stands in the programme of the Party's office. */
export const partyRecipes: readonly Recipe[] = [
  {
    weight: 10,
    kind: "meeting",
    titles: [
      "Nghe báo cáo, cho ý kiến về {plan}",
      "Làm việc với {unit} về {work}",
      "Nghe báo cáo kết quả lãnh đạo, chỉ đạo {policy}",
      "Nghe Đảng ủy UBND Thành phố báo cáo {plan}",
    ],
    chairs: secretaries,
    attend: otherUnits,
    prepare: synthesis,
    setting: "room",
  },
  {
    weight: 9,
    kind: "trip",
    titles: [
      "Làm việc với Đảng ủy {place} về {policy}",
      "Dự sinh hoạt chi bộ tại {place}",
      "Khảo sát việc lãnh đạo {work} tại {place}",
    ],
    chairs: secretaries,
    attend: local,
    prepare: synthesis,
    setting: "local-seat",
    takes: "session",
  },
  organ(7, ["tb-tc", "ptb-tc"], "btc", [
    "Họp rà soát quy hoạch cán bộ xã, phường",
    "Họp thẩm định nhân sự bổ sung cấp ủy {place}",
    "Họp sơ kết mô hình tổ chức đảng tại các khu công nghiệp",
    "Giao ban công tác tổ chức xây dựng Đảng với {place}",
    "Họp xét tặng Huy hiệu Đảng cho đảng viên {place}",
    "Họp đánh giá, xếp loại tổ chức đảng và đảng viên của {place}",
  ]),
  organ(7, ["tb-tgdv", "ptb-tgdv"], "btgdv", [
    "Giao ban báo chí tuần",
    "Họp định hướng tuyên truyền về {work}",
    "Họp nắm tình hình dư luận xã hội về {policy}",
    "Họp đánh giá công tác dân vận trong {work}",
    "Giao ban công tác tuyên giáo và dân vận cụm {place}",
  ]),
  organ(6, ["cn-ubkt", "pcn-ubkt"], "ubkt", [
    "Họp Ủy ban Kiểm tra kỳ thường lệ",
    "Họp Đoàn kiểm tra về lãnh đạo {policy}",
    "Thông qua báo cáo kiểm tra tại Đảng ủy {place}",
    "Họp rà soát việc thực hiện kết luận kiểm tra về {work}",
  ]),
  organ(5, ["tb-nc"], "bnc", [
    "Họp Thường trực Ban Chỉ đạo phòng, chống tham nhũng về tiến độ các vụ việc",
    "Giao ban khối nội chính",
    "Họp rà soát {policy}",
  ]),
  organ(4, ["ct-mttq"], "mttq", [
    "Hội nghị phản biện xã hội dự thảo {plan}",
    "Họp Ban Thường trực Ủy ban MTTQ về {policy}",
    "Hội nghị giám sát {policy} của MTTQ các cấp",
  ]),
  organ(3, ["bt-doan"], "thanh-doan", [
    "Họp Ban Thường vụ Thành đoàn về {policy}",
    "Gặp mặt thanh niên tình nguyện {place}",
  ]),
  {
    weight: 3,
    kind: "trip",
    titles: [
      "Đoàn kiểm tra làm việc tại Đảng ủy {place} về {policy}",
      "Kiểm tra việc thực hiện nghị quyết tại Đảng ủy {place}",
    ],
    chairs: () => ["post:pcn-ubkt", "post:cn-ubkt", "post:ptb-tc"],
    attend: local,
    prepare: () => ["unit:ubkt"],
    setting: "local-seat",
    takes: "day",
  },
  {
    weight: 10,
    kind: "meeting",
    titles: [
      "Họp chuẩn bị nội dung trình Ban Thường vụ về {plan}",
      "Họp thẩm định hồ sơ trình Thường trực Thành ủy về {plan}",
      "Họp rà soát việc thực hiện kết luận về {work}",
      "Duyệt chương trình, hậu cần hội nghị về {policy}",
    ],
    chairs: officers,
    attend: leadUnit,
    prepare: synthesis,
    setting: "room",
  },
  {
    weight: 3,
    kind: "conference",
    titles: ["Hội nghị học tập, quán triệt nghị quyết về {policy}", "Hội nghị trực tuyến tổng kết {policy}"],
    chairs: (scene) => ["post:pbt-tt", ...lead(scene)],
    attend: otherUnits,
    prepare: () => ["unit:btgdv"],
    setting: "online-hall",
  },
  {
    weight: 2,
    kind: "visit",
    titles: ["Tiếp {guest}"],
    chairs: secretaries,
    prepare: () => ["unit:vp-tu"],
    setting: "guest-room",
  },
  {
    weight: 4,
    kind: "ceremony",
    titles: ["Dự {event}"],
    chairs: secretaries,
    prepare: () => ["unit:vp-tu"],
    setting: "outside",
  },
  {
    weight: 3,
    kind: "ceremony",
    titles: ["Trao Huy hiệu Đảng tại {place}", "Công bố quyết định về công tác cán bộ tại {place}"],
    chairs: secretaries,
    attend: local,
    prepare: () => ["unit:btc"],
    setting: "local-seat",
  },
  {
    weight: 2,
    kind: "dossier",
    titles: ["Hạn gửi hồ sơ trình Ban Thường vụ về {plan}", "Hạn báo cáo Thường trực Thành ủy về {work}"],
    chairs: synthesis,
    prepare: leadUnit,
    setting: "nowhere",
    takes: "due",
  },
  {
    weight: 2,
    kind: "office-work",
    titles: ["Làm việc tại cơ quan"],
    chairs: () => ["post:bi-thu", "post:pbt-tt", "post:pbt-ct"],
    setting: "nowhere",
    takes: "session",
  },
];
