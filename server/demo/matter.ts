import type { Item, ItemKind, Participation, PartyRole } from "../../shared/model/item.ts";
import type { OfficeId } from "../../shared/model/office.ts";
import type { PartyRef } from "../../shared/model/ref.ts";
import type { Venue } from "../../shared/model/venue.ts";
import { bodies } from "./bodies.ts";
import type { Dice } from "./dice.ts";
import { economyFields } from "./fields/economy.ts";
import type { Field } from "./fields/field.ts";
import { landFields } from "./fields/land.ts";
import { orderFields } from "./fields/order.ts";
import { societyFields } from "./fields/society.ts";
import { urbanFields } from "./fields/urban.ts";
import { councilRecipes } from "./recipes/council.ts";
import { partyRecipes } from "./recipes/party.ts";
import { peopleRecipes } from "./recipes/people.ts";
import type { Recipe, Scene } from "./recipes/recipe.ts";
import { bills, evenings, events, guests } from "./recipes/words.ts";
import { localities, units } from "./units.ts";
import { drawVenue } from "./venue.ts";

/** What an item is about, before it has a day: everything of it but when. */
export type Matter = {
  readonly office: OfficeId;
  readonly kind: ItemKind;
  readonly title: string;
  readonly chair: PartyRef;
  readonly attend: readonly PartyRef[];
  readonly prepare: readonly PartyRef[];
  readonly body: PartyRef | undefined;
  readonly venue: Venue | undefined;
  readonly takes: NonNullable<Recipe["takes"]> | "hour";
};

const fields: readonly Field[] = [...urbanFields, ...landFields, ...economyFields, ...societyFields, ...orderFields];
const unitNames = new Map<string, string>(units.map(({ id, name }) => [`unit:${id}`, name]));

const localUnits = new Set<PartyRef>(localities.map(([id]) => `unit:${id}` as const));

const recipesByOffice: Readonly<Record<OfficeId, readonly Recipe[]>> = {
  party: partyRecipes,
  council: councilRecipes,
  people: peopleRecipes,
};

/** A matter of one office, as believable as the tables are. */
export function drawMatter(office: OfficeId, dice: Dice): Matter {
  const recipe = pickWeighted(recipesByOffice[office], dice);
  const scene = drawScene(dice);
  const chair = dice.pick(recipe.chairs(scene));
  const prepare = recipe.prepare?.(scene) ?? [];
  const attend = (recipe.attend?.(scene) ?? []).filter((ref) => ref !== chair && !prepare.includes(ref));
  const venue = drawVenue(recipe.setting, { office, scene, dice });
  const body = recipe.body?.(scene);
  const title = fillTitle(dice.pick(recipe.titles), scene, dice);
  return { office, kind: recipe.kind, title, chair, attend, prepare, body, venue, takes: recipe.takes ?? "hour" };
}

/** A title with every slot filled: `{plan}`, `{unit}`, `{place}`… (see {@link Recipe}). */
export function fillTitle(template: string, scene: Scene, dice: Dice): string {
  const { field } = scene;
  const listBySlot: Readonly<Record<string, readonly string[]>> = {
    plan: field.plans,
    work: field.works,
    policy: field.policies,
    unit: [scene.unitName],
    place: [scene.localityName],
    guest: guests,
    deputies: [scene.deputiesName],
    committee: [scene.committeeName],
    event: [scene.event.name],
    evening: [scene.evening.name],
    law: bills,
  };
  const title = template.replace(/\{(\w+)\}/g, (_, slot: string) => dice.pick(listBySlot[slot] ?? []));
  return title.charAt(0).toUpperCase() + title.slice(1);
}

export function drawScene(dice: Dice): Scene {
  const field = dice.pick(fields);
  const unit = dice.happens(60) ? dice.pick(field.units.slice(0, 1)) : dice.pick(field.units);
  const at = dice.below(localities.length);
  const [locality, localityName] = localities[at] ?? dice.pick(localities);
  const group = (at % 6) + 1;
  const committee = field.committee[0].replace("post:tb-", "ban-");
  return {
    field,
    unit,
    unitName: unitNames.get(unit) ?? unit,
    localityUnit: `unit:${locality}`,
    localityName,
    deputies: `group:to-db-${group}`,
    deputiesName: `Tổ đại biểu HĐND số ${group}`,
    committeeBody: `body:${committee}`,
    committeeName: (bodies.find(({ id }) => id === committee)?.name ?? committee).replace(" HĐND", ""),
    event: dice.pick(events),
    evening: dice.pick(evenings),
  };
}

/** The parties of an item in written order: who chairs, who takes part, who prepares; wards and communes are invited. */
export function partiesOfMatter({
  chair,
  attend,
  prepare,
}: Pick<Matter, "chair" | "attend" | "prepare">): Item["parties"] {
  const parties: Partial<Record<PartyRef, Participation>> = {};
  const add = (ref: PartyRef, role: PartyRole) => {
    parties[ref] ??= { role, order: Object.keys(parties).length };
  };
  add(chair, "chair");
  for (const ref of attend) add(ref, localUnits.has(ref) ? "invited" : "attend");
  for (const ref of prepare) add(ref, "prepare");
  return parties;
}

function pickWeighted(recipes: readonly Recipe[], dice: Dice): Recipe {
  let left = dice.below(recipes.reduce((sum, { weight }) => sum + weight, 0));
  return recipes.find(({ weight }) => (left -= weight) < 0) ?? dice.pick(recipes);
}
