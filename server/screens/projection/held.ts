/** Something to be shown, and until when it holds as long as nobody changes anything: time changes it too. */
export type Held<Show> = { readonly show: Show; readonly untilMs: number };
