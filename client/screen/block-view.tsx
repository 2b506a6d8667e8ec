import { unreachable } from "../../shared/kit/assert.ts";
import type { Block } from "./book.ts";
import { LineRow, type Look } from "./line-row.tsx";
import { OfferRow, OverlapBlock, StepCards, StepReason } from "./step.tsx";

/** Anything that stands on a page. The same drawing is measured and shown. */
export function BlockView(props: { readonly block: Block; readonly look: Look }) {
  const drawn = () => {
    const { block } = props;
    switch (block.kind) {
      case "heading":
        return <h2 class="heading">{block.words}</h2>;
      case "line":
        return <LineRow line={block.line} look={props.look} isTight={block.isTight === true} />;
      case "overlap":
        return <OverlapBlock row={block.row} look={props.look} />;
      case "side":
        return <StepCards sides={[block.side]} look={props.look} fit="apart" />;
      case "reason":
        return <StepReason why={block.why} look={props.look} />;
      case "offer":
        return <OfferRow offer={block.offer} />;
      case "none":
        return <p class="none">{block.words}</p>;
      default:
        return unreachable(block);
    }
  };
  return <>{drawn()}</>;
}
