/** Ends what was started. Calling it twice is harmless. */
export type Stop = () => void;

/** One stop for many, run in reverse order of starting; each runs once. */
export function together(stops: Stop[]): Stop {
  return () => {
    for (const stop of stops.splice(0).reverse()) stop();
  };
}
