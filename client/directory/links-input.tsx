import { For, Show } from "solid-js";
import { parseDay } from "../../shared/kit/day.ts";
import type { PartyKind, PartyRef } from "../../shared/model/ref.ts";
import { todayInHanoi } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { DateField } from "../parts/date-field.tsx";
import { Icon } from "../parts/icon.tsx";
import { directoryEntryWords } from "../text/directory-entry-words.ts";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Link } from "./draft.ts";
import type { LinkPart } from "./fields.ts";
import { PartyPicker } from "./party-picker.tsx";

const words = wordsOf(directoryWords);
const kindWords = wordsOf(directoryEntryWords);

type LinksProps = {
  readonly fieldKey: "holders" | "members";
  readonly kinds: readonly PartyKind[];
  readonly parts: readonly LinkPart[];
  readonly links: readonly Link[];
  /** The entry itself, which is no member of itself. */
  readonly own: PartyRef | null;
  readonly isReadOnly: boolean;
  onChange(links: readonly Link[]): void;
};

/** Holders of a post, members of a body or group: one row each, with its seat and dates where the kind has them. */
export function LinksInput(props: LinksProps) {
  const put = (link: Link) => props.onChange(props.links.map((one) => (one.party === link.party ? link : one)));
  return (
    <div class="dir-links" data-parts={props.parts.length}>
      <ul>
        <Show when={props.parts.length > 0 && props.links.length > 0}>
          <li class="dir-link dir-link-head" aria-hidden="true">
            <span />
            <For each={props.parts}>{(part) => <span>{words()[part]}</span>}</For>
          </li>
        </Show>
        {/* Keyed by party: a row keeps its focus while one types in it. */}
        <For each={props.links.map(({ party }) => party)}>
          {(party) => (
            <LinkRow
              link={props.links.find((one) => one.party === party) ?? blank(party)}
              parts={props.parts}
              isReadOnly={props.isReadOnly}
              onChange={put}
              onRemove={() => props.onChange(props.links.filter((one) => one.party !== party))}
            />
          )}
        </For>
      </ul>
      <Show when={!props.isReadOnly}>
        <PartyPicker
          label={words().addParty[props.fieldKey]}
          placeholder={words().addParty[props.fieldKey]}
          kinds={props.kinds}
          without={[...props.links.map(({ party }) => party), ...(props.own ? [props.own] : [])]}
          onPick={(party) => props.onChange([...props.links, blank(party)])}
        />
      </Show>
    </div>
  );
}

type RowProps = {
  readonly link: Link;
  readonly parts: readonly LinkPart[];
  readonly isReadOnly: boolean;
  onChange(link: Link): void;
  onRemove(): void;
};

function LinkRow(props: RowProps) {
  const board = useBoard();
  const name = () => board.names().of(props.link.party);
  const isFormer = () => props.link.to !== "" && props.link.to < todayInHanoi();
  return (
    <li class="dir-link" data-former={isFormer() ? "" : undefined} data-known={name().isKnown}>
      <span class="dir-link-name">
        {name().name}
        <small>{name().isKnown ? name().detail : words().missingOne}</small>
        <Show when={isFormer()}>
          <span class="chip">{words().formerly}</span>
        </Show>
      </span>
      <For each={props.parts}>
        {(part) => (
          <LinkPartField
            part={part}
            label={`${words()[part]}: ${name().name}`}
            value={props.link[part]}
            isReadOnly={props.isReadOnly}
            onChange={(value) => props.onChange({ ...props.link, [part]: value })}
          />
        )}
      </For>
      <Show when={!props.isReadOnly}>
        <button
          type="button"
          class="icon-btn"
          aria-label={words().takeOut(name().name)}
          title={words().takeOut(name().name)}
          onClick={() => props.onRemove()}
        >
          <Icon name="close" />
        </button>
      </Show>
    </li>
  );
}

type PartProps = {
  readonly part: LinkPart;
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  onChange(value: string): void;
};

function LinkPartField(props: PartProps) {
  return (
    <div class="dir-link-part" data-part={props.part} data-blank={props.value === "" ? "" : undefined}>
      <span class="dir-link-label" aria-hidden="true">
        {words()[props.part]}
      </span>
      <Show
        when={props.part === "as"}
        fallback={
          <DateField
            label={props.label}
            value={parseDay(props.value)}
            disabled={props.isReadOnly}
            onCommit={(day) => props.onChange(day ?? "")}
          />
        }
      >
        <select
          class="field"
          aria-label={props.label}
          disabled={props.isReadOnly}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          <option value="">—</option>
          <For each={["chair", "deputy", "member"] as const}>
            {(seat) => <option value={seat}>{kindWords().seat[seat]}</option>}
          </For>
        </select>
      </Show>
    </div>
  );
}

function blank(party: PartyRef): Link {
  return { party, as: "", from: "", to: "" };
}
