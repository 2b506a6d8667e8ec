import { For, Show } from "solid-js";
import type { PartyKind, PartyRef } from "../../shared/model/ref.ts";
import { todayInHanoi } from "../clock.ts";
import { useBoard } from "../document/board.ts";
import { Icon } from "../parts/icon.tsx";
import { directoryWords } from "../text/directory-words.ts";
import { wordsOf } from "../text/words.ts";
import type { Link } from "./draft.ts";
import type { LinkPart } from "./fields.ts";
import { PartyPicker } from "./party-picker.tsx";

const words = wordsOf(directoryWords);

type LinksProps = {
  readonly id: string;
  readonly fieldKey: "holders" | "members";
  readonly label: string;
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
    <div class="dir-links">
      <ul>
        {/* Keyed by party: a row keeps its focus while one types in it. */}
        <For each={props.links.map(({ party }) => party)}>
          {(party) => {
            const link = () => props.links.find((one) => one.party === party) ?? blank(party);
            return (
              <LinkRow
                link={link()}
                parts={props.parts}
                isReadOnly={props.isReadOnly}
                onChange={put}
                onRemove={() => props.onChange(props.links.filter((one) => one.party !== party))}
              />
            );
          }}
        </For>
      </ul>
      <Show when={!props.isReadOnly}>
        <PartyPicker
          id={props.id}
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
      <Show when={props.parts.includes("as")}>
        <select
          class="field dir-seat"
          aria-label={`${words().as}: ${name().name}`}
          disabled={props.isReadOnly}
          value={props.link.as}
          onChange={(event) => props.onChange({ ...props.link, as: event.currentTarget.value })}
        >
          <option value="">—</option>
          <For each={["chair", "deputy", "member"] as const}>
            {(seat) => <option value={seat}>{words().seat[seat]}</option>}
          </For>
        </select>
      </Show>
      <For each={props.parts.filter((part) => part !== "as")}>
        {(part) => (
          <label class="dir-link-date">
            <span>{words()[part]}</span>
            <input
              type="date"
              class="field"
              aria-label={`${words()[part]}: ${name().name}`}
              disabled={props.isReadOnly}
              value={props.link[part]}
              onChange={(event) => props.onChange({ ...props.link, [part]: event.currentTarget.value })}
            />
          </label>
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

function blank(party: PartyRef): Link {
  return { party, as: "", from: "", to: "" };
}
