declare const brand: unique symbol;

/** A primitive that may not be mixed with another of the same type: `Brand<string, "Day">`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
