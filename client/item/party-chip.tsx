import { createMemo, createSignal, For, Show } from "solid-js";
import { type PartyRole, partyRoles } from "../../shared/model/item.ts";
import { type PartyRef, partyIdOf, partyKindOf } from "../../shared/model/ref.ts";
import { later } from "../clock.ts";
import { Icon } from "../parts/icon.tsx";
import { Menu, type MenuEntry } from "../parts/menu.tsx";
import { AgreedField } from "../settling/agreed-field.tsx";
import { inspectorWords } from "../text/inspector-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";
import { PartySearch } from "./party-add.tsx";
import { acceptProxy, giveRole, removeParty, resolveWords, standInFor } from "./party-changes.ts";
import { distinctDetail } from "./party-options.ts";

const words = wordsOf(inspectorWords);
const nouns = wordsOf(itemWords);
const candidatesMax = 2;

/** One party of the item: who, what tells it apart, whether it is needed elsewhere. Its menu changes or removes it. */
export function PartyChip(props: { readonly party: PartyRef; readonly usual: PartyRole }) {
  const { item, lore, mayEdit, changeParties } = useItem();
  const [isStanding, setStanding] = createSignal(false);
  const [isAgreeing, setAgreeing] = createSignal(false);
  const part = () => item().parties[props.party];
  const name = (ref: PartyRef) => lore.parties().of(ref)?.name ?? partyIdOf(ref);
  let chip!: HTMLSpanElement; // set by ref before any key reaches it
  const remove = () => {
    const fields = chip.closest("section");
    const behind = chip.closest("li")?.nextElementSibling?.querySelector("button");
    changeParties(removeParty(item(), props.party));
    // The last one of a further role takes its line with it.
    focusSoon(() => (behind?.isConnected ? behind : fields?.querySelector(".item-parties button")));
  };
  const giveOther = (role: PartyRole) => {
    const rows = chip.closest("section");
    changeParties(giveRole(item(), props.party, role));
    focusSoon(() => rows?.querySelector(`[data-party="${CSS.escape(props.party)}"] button`));
  };
  const entries = (): MenuEntry[] => [
    {
      kind: "choice",
      label: words().role,
      value: part()?.role ?? props.usual,
      options: partyRoles.map((value) => ({ value, label: nouns().role[value] })),
      onChange: (value) => {
        const role = partyRoles.find((one) => one === value);
        if (role) giveOther(role);
      },
    },
    { kind: "rule" },
    { kind: "act", icon: "swap", label: words().standInFor, run: () => setStanding(true) },
    ...(part()?.for
      ? [
          {
            kind: "act" as const,
            label: words().notStandIn,
            run: () => changeParties(standInFor(item(), props.party, null)),
          },
          { kind: "act" as const, icon: "check" as const, label: words().agreedBy, run: () => setAgreeing(true) },
        ]
      : []),
    { kind: "act", icon: "trash", tone: "danger", label: words().remove, run: remove },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    remove();
  };
  const standIn = (other: PartyRef) => {
    setStanding(false);
    changeParties(standInFor(item(), props.party, other));
  };

  return (
    <span ref={chip} class="item-chip">
      <Show
        when={mayEdit()}
        fallback={
          <span class="item-party">
            <ChipContent {...props} />
          </span>
        }
      >
        <Menu class="item-party" entries={entries()} onKeyDown={onKeyDown}>
          <ChipContent {...props} />
        </Menu>
      </Show>
      <Show when={isStanding()}>
        <div class="item-add" on:keydown={closingOnEscape(() => setStanding(false))}>
          <span>{words().standInTitle(name(props.party))}</span>
          <PartySearch label={words().standInTitle(name(props.party))} isFocused={true} onPick={standIn} />
        </div>
      </Show>
      <Show when={isAgreeing() && mayEdit() && part()?.for}>
        <div class="item-add" on:keydown={closingOnEscape(() => setAgreeing(false))}>
          <AgreedField
            value={part()?.agreed ?? null}
            isFocused
            onChange={(agreed) => {
              changeParties(acceptProxy(item(), props.party, agreed));
              setAgreeing(false);
            }}
          />
        </div>
      </Show>
      <Show when={mayEdit() && partyKindOf(props.party) === "text"}>
        <Candidates words={props.party} />
      </Show>
    </span>
  );
}

function ChipContent(props: { readonly party: PartyRef; readonly usual: PartyRole }) {
  const { item, lore, busy } = useItem();
  const part = () => item().parties[props.party];
  const entry = () => lore.parties().of(props.party);
  const certainty = () => busy().parties.get(props.party);
  const isUnresolved = () => partyKindOf(props.party) === "text";
  const name = (ref: PartyRef) => lore.parties().of(ref)?.name ?? partyIdOf(ref);
  const detail = () => {
    const { role, for: stoodFor, agreed } = part() ?? {};
    const roleWords = role === undefined || role === props.usual ? "" : nouns().role[role];
    const about = entry() ? distinctDetail(name(props.party), entry()?.detail ?? "") : words().unresolved;
    const standsIn = stoodFor ? words().standsInFor(name(stoodFor)) : "";
    return [standsIn, agreed ? words().agreed(name(agreed)) : "", roleWords, about].filter(Boolean).join(" · ");
  };
  return (
    <span class="item-party-text" data-busy={certainty()} data-unresolved={isUnresolved() || !entry() ? "" : undefined}>
      <Show when={certainty()}>{(sure) => <Icon name={sure()} label={words().busy[sure()]} />}</Show>
      <span>
        <span class="item-party-name">{name(props.party)}</span> <em>{detail()}</em>
      </span>
    </span>
  );
}

/** Esc that no list below has used closes what was opened for one question. */
function closingOnEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
}

/** After a chip went away or to another line, focus goes on from there; a menu that closes tries to take it back first. */
function focusSoon(find: () => Element | null | undefined): void {
  later(0, () => {
    const target = find();
    if (target instanceof HTMLElement) target.focus();
  });
}

/** Whom words may mean: one click puts that party in their place. */
function Candidates(props: { readonly words: PartyRef }) {
  const { item, lore, changeParties } = useItem();
  const found = createMemo(() => lore.parties().search(partyIdOf(props.words), candidatesMax));
  return (
    <Show when={found().length > 0}>
      <p class="item-candidates">
        <span>{words().isIt}</span>
        <For each={found()}>
          {(entry) => (
            <button
              type="button"
              aria-label={words().resolve(partyIdOf(props.words), entry.name)}
              onClick={() => changeParties(resolveWords(item(), props.words, entry.ref))}
            >
              {entry.name} <em>{entry.detail}</em>
            </button>
          )}
        </For>
      </p>
    </Show>
  );
}
