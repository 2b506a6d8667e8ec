/**
 * The three forms of a number that the outside reads, in the text format of Prometheus (0.0.4). Label values are a closed
 * list given at the start, so that nothing a client sends can make a page longer; whatever else comes counts as `other`.
 */

type Naming = {
  /** With the unit last: `_seconds`, `_bytes`; `_total` of what is counted. */
  readonly name: string;
  /** One sentence for whoever draws it. */
  readonly help: string;
};

const other = "other";

/** What only grows, split by one label. */
export class Counter {
  readonly #naming: Naming;
  readonly #label: string;
  readonly #counts: Map<string, number>;

  constructor(naming: Naming, label: string, values: readonly string[]) {
    this.#naming = naming;
    this.#label = label;
    this.#counts = new Map([...values, other].map((value) => [value, 0]));
  }

  add(value: string): void {
    const counted = this.#counts.has(value) ? value : other;
    this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + 1);
  }

  text(): string {
    const lines = [...this.#counts].map(([value, count]) => `${this.#naming.name}{${this.#label}="${value}"} ${count}`);
    return [...head(this.#naming, "counter"), ...lines, ""].join("\n");
  }
}

/** How often something took how long. */
export class Histogram {
  readonly #naming: Naming;
  readonly #bounds: readonly number[];
  readonly #counts: number[];
  #sum = 0;
  #count = 0;

  /** `bounds` in the unit of the name, rising. */
  constructor(naming: Naming, bounds: readonly number[]) {
    this.#naming = naming;
    this.#bounds = bounds;
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    const index = this.#bounds.findIndex((bound) => value <= bound);
    if (index !== -1) this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#sum += value;
    this.#count++;
  }

  text(): string {
    const { name } = this.#naming;
    let below = 0;
    const buckets = this.#bounds.map((bound, index) => {
      below += this.#counts[index] ?? 0;
      return `${name}_bucket{le="${bound}"} ${below}`;
    });
    return [
      ...head(this.#naming, "histogram"),
      ...buckets,
      `${name}_bucket{le="+Inf"} ${this.#count}`,
      `${name}_sum ${this.#sum}`,
      `${name}_count ${this.#count}`,
      "",
    ].join("\n");
  }
}

/** What is so at this moment. */
export function gaugeText(naming: Naming, value: number): string {
  return [...head(naming, "gauge"), `${naming.name} ${value}`, ""].join("\n");
}

/** What only grows, counted elsewhere. */
export function totalText(naming: Naming, value: number): string {
  return [...head(naming, "counter"), `${naming.name} ${value}`, ""].join("\n");
}

function head({ name, help }: Naming, type: "counter" | "gauge" | "histogram"): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
