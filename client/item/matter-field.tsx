import { titleLengthMax } from "../../shared/model/item.ts";
import { inspectorWords } from "../text/inspector-words.ts";
import { wordsOf } from "../text/words.ts";
import { useItem } from "./item-scope.ts";
import { LiveText } from "./live-text.tsx";

const words = wordsOf(inspectorWords);

/** What the item is about. */
export function MatterField() {
  const { board, id, item, mayEdit } = useItem();
  return (
    <LiveText
      label={words().matter}
      value={item().title}
      class="item-matter"
      placeholder={words().matterHint}
      maxLength={titleLengthMax}
      isReadOnly={!mayEdit()}
      shape="line"
      onType={(text, caret) => board.edits.type(id, { field: "title", text, caret })}
    />
  );
}
