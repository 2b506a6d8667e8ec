import { appWords } from "../text/app-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);

/** In the place of an area that could not be loaded or has failed: the rest of the page goes on. */
export function AreaMissing() {
  return (
    <div class="empty" role="alert">
      <p>{words().areaMissing}</p>
      <p>
        <button type="button" class="btn" onClick={() => location.reload()}>
          {words().reload}
        </button>
      </p>
    </div>
  );
}
