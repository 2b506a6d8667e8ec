import "./kind-sign.css";
import type { OverlapKind, Severity } from "../../shared/model/overlap.ts";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon-paths.ts";
import { boardRuleWords } from "../text/board-rule-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(boardRuleWords);

const icons: Readonly<Record<OverlapKind, IconName>> = {
  person: "user",
  room: "room",
  body: "body",
  travel: "way",
  unit: "load",
  quorum: "people",
  subject: "twins",
  capacity: "seat",
  online: "online",
  due: "paper",
  calendar: "calendar",
  notice: "bell",
};

/** What clashes, as a sign and a word. */
export function KindSign(props: { readonly kind: OverlapKind }) {
  return (
    <span class="kind-sign">
      <Icon name={icons[props.kind]} /> {words().overlap[props.kind]}
    </span>
  );
}

/** How much it matters: a shape, a colour and a word. */
export function SeveritySign(props: { readonly severity: Severity }) {
  return (
    <span class="severity-sign" data-severity={props.severity}>
      <Icon name={props.severity} /> {words().severity[props.severity]}
    </span>
  );
}
