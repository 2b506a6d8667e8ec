/**
 * The seed of every random test: the same on every run, another with `SEED=… npm test`. fast-check prints it again with
 * the shrunk case when a property fails; a failure found that way becomes a kept example beside the property.
 */
export const seed = Number(process.env.SEED ?? 20_261_121);

/** How many runs of the long random tests; the default keeps the suite short, `RUNS=500` is for a quiet machine. */
export const runs = Number(process.env.RUNS ?? 12);
