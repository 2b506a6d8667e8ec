import { unreachable } from "../../shared/kit/assert.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { Venue } from "../../shared/model/venue.ts";
import type { Dice } from "./dice.ts";
import type { Scene, Setting } from "./recipes/recipe.ts";

type House = {
  readonly rooms: readonly string[];
  readonly hall: string;
  readonly guests: string;
  readonly seat: string;
};

const houseByOffice: Readonly<Record<OfficeId, House>> = {
  party: { rooms: ["ph1-tu", "ph2-tu", "ph3-tu"], hall: "ht-tu", guests: "ph3-tu", seat: "trụ sở Thành ủy" },
  council: { rooms: ["p302", "p304", "p305"], hall: "ht-hdnd", guests: "p305", seat: "trụ sở HĐND Thành phố" },
  people: {
    rooms: ["ph1-ub", "ph2-ub", "ph5-ub", "ttdh-ub"],
    hall: "ht1-ub",
    guests: "kt-ub",
    seat: "trụ sở UBND Thành phố",
  },
};

/** Where a matter with this setting is held: a room of the office's own house, or words; undefined for what is held nowhere. */
export function drawVenue(setting: Setting, by: { office: OfficeId; scene: Scene; dice: Dice }): Venue | undefined {
  const { office, scene, dice } = by;
  const house = houseByOffice[office];
  const place = scene.localityName;
  switch (setting) {
    case "room":
      return { room: dice.pick(house.rooms) };
    case "hall":
      return { room: house.hall };
    case "online-hall":
      // Figures like those of the city's real online conferences: a few hundred points at most, forty delegates each.
      return { room: house.hall, online: drawOnline(dice) };
    case "guest-room":
      return { room: house.guests };
    case "site":
      return { text: `Địa bàn ${place}`, assembly: dice.pick([house.seat, `UBND ${place}`]) };
    case "local-seat":
      return { text: `Trụ sở ${office === "party" ? "Đảng ủy" : "UBND"} ${place}` };
    case "culture-house":
      return { text: `Nhà văn hóa ${place}` };
    case "unit-seat":
      return { text: `Trụ sở ${scene.unitName}` };
    case "outside":
      return { text: scene.event.house };
    case "outside-evening":
      return { text: scene.evening.house };
    case "reception-seat":
      return { room: "tcd" };
    case "nowhere":
      return undefined;
    default:
      return unreachable(setting);
  }
}

function drawOnline(dice: Dice): NonNullable<Venue["online"]> {
  const points = dice.pick([30, 45, 126, 127, 229]);
  return { points, delegates: points * (20 + dice.below(40)) };
}
