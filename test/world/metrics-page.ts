/**
 * Reads a page of metrics: each sample by its name and labels. Throws where the page breaks the text format (Prometheus
 * 0.0.4) or the habits of names: everything explained and typed before its first sample, a unit or `_total` at the end of
 * what has one.
 */
export function readMetrics(page: string): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  let explained = "";
  for (const line of page.split("\n").slice(0, -1)) {
    const [, help] = /^# HELP (\w+) \S.*\.$/.exec(line) ?? [];
    const [, typed, type] = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line) ?? [];
    const [, sample, base, value] = /^((\w+?)(?:\{\w+="[^"]*"\})?) (-?[\d.e+-]+)$/.exec(line) ?? [];
    if (help) explained = help;
    else if (typed && type && typed === explained && !types.has(typed)) types.set(typed, type);
    else if (sample && base && value && isOfTyped(base, types) && !samples.has(sample)) {
      samples.set(sample, Number(value));
    } else throw new Error(`not in the format, or said twice: ${line}`);
  }
  for (const [name, type] of types) {
    if ((type === "counter") !== name.endsWith("_total")) throw new Error(`${name} is a ${type}`);
  }
  if (samples.size === 0 || !page.endsWith("\n")) throw new Error("an empty page, or one cut off");
  return samples;
}

/** The page of a running server. */
export async function metricsOf({ url }: { readonly url: string }): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${url}/metrics`);
  return readMetrics(await response.text());
}

function isOfTyped(base: string, types: ReadonlyMap<string, string>): boolean {
  return types.has(base) || types.get(base.replace(/_(?:bucket|sum|count)$/, "")) === "histogram";
}
