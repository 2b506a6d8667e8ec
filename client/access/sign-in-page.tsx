import "./sign-in.css";
import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Actor } from "../../shared/model/actor.ts";
import { officeIds } from "../../shared/model/office.ts";
import { readDemoPeople, signInAs } from "../connection/api.ts";
import { LanguageChoice } from "../parts/language-choice.tsx";
import { appWords } from "../text/app-words.ts";
import { itemWords } from "../text/item-words.ts";
import { wordsOf } from "../text/words.ts";

const words = wordsOf(appWords);
const nouns = wordsOf(itemWords);

/** Choosing who one is, where the server offers demo people. */
export function SignInPage(props: { readonly onSignedIn: (actor: Actor) => Promise<unknown> }) {
  const [people, { refetch }] = createResource(readDemoPeople);
  const [isFailed, setFailed] = createSignal(false);
  const choose = async (id: string) => {
    try {
      await props.onSignedIn(await signInAs(id));
    } catch {
      setFailed(true);
    }
  };
  return (
    <main class="sign-in">
      <div class="sign-in-sheet">
        <p class="sign-in-brand">
          Liên Thông <small>{words().city}</small>
        </p>
        <h1>{words().signIn.title}</h1>
        <Switch fallback={<p role="status">{words().opening}</p>}>
          <Match when={people.error}>
            <p role="alert">{words().signIn.failed}</p>
            <button type="button" class="btn" onClick={() => void refetch()}>
              {words().signIn.again}
            </button>
          </Match>
          <Match when={people() === null}>
            <p>{words().signIn.none}</p>
          </Match>
          <Match when={people()}>
            {(list) => (
              <>
                <p>{words().signIn.lead}</p>
                <For each={[...officeIds, null]}>
                  {(office) => (
                    <section class="sign-in-office" data-office={office ?? undefined}>
                      <h2>{office ? nouns().office[office] : words().signIn.guest}</h2>
                      <div class="sign-in-people">
                        <For each={list().filter((actor) => actor.office === office)}>
                          {(actor) => (
                            <button type="button" class="sign-in-person" onClick={() => void choose(actor.id)}>
                              <b>{actor.name}</b>
                              <span>{words().signIn[actor.role]}</span>
                            </button>
                          )}
                        </For>
                      </div>
                    </section>
                  )}
                </For>
              </>
            )}
          </Match>
        </Switch>
        <Show when={isFailed()}>
          <p role="alert" class="sign-in-error">
            {words().signIn.failed}
          </p>
        </Show>
        <LanguageChoice label={words().language} />
      </div>
    </main>
  );
}
