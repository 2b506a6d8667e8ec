import type { JSX } from "solid-js";
import { render } from "solid-js/web";

/** What is to be measured: `sign` is the same only when it is drawn the same. */
export type Drawing = { readonly sign: string; readonly draw: () => JSX.Element };

/** A week of three offices has about 300 lines; beyond this, the oldest are drawn again. */
const knownMax = 2_000;

/** Measures how high things are when drawn into `host`, and remembers it for as long as the layout stays. */
export function makeMeasurer(host: HTMLElement) {
  const known = new Map<string, number>();
  return {
    /** Heights in pixels, in order; everything unknown is drawn, read and taken away again in one go. */
    heightsOf(drawings: readonly Drawing[]): number[] {
      const unknown = new Map(drawings.filter(({ sign }) => !known.has(sign)).map((one) => [one.sign, one]));
      if (known.size + unknown.size > knownMax) {
        known.clear();
        for (const one of drawings) unknown.set(one.sign, one);
      }
      const drawn = [...unknown.values()].map(({ sign, draw }) => {
        const slot = document.createElement("div");
        host.append(slot);
        return { sign, slot, dispose: render(draw, slot) };
      });
      for (const { sign, slot } of drawn) known.set(sign, slot.getBoundingClientRect().height);
      for (const { slot, dispose } of drawn) {
        dispose();
        slot.remove();
      }
      return drawings.map(({ sign }) => known.get(sign) ?? 0);
    },
  };
}

export type Measurer = ReturnType<typeof makeMeasurer>;
