import { expect, test } from "vitest";
import { Counter, gaugeText, Histogram, totalText } from "./measures.ts";

const naming = { name: "x_seconds", help: "How long." };

test("a histogram counts upwards: each bucket holds all that was no slower", () => {
  const histogram = new Histogram(naming, [0.1, 1]);
  for (const took of [0.05, 0.1, 0.5, 7]) histogram.observe(took);
  expect(histogram.text()).toBe(
    [
      "# HELP x_seconds How long.",
      "# TYPE x_seconds histogram",
      'x_seconds_bucket{le="0.1"} 2',
      'x_seconds_bucket{le="1"} 3',
      'x_seconds_bucket{le="+Inf"} 4',
      "x_seconds_sum 7.65",
      "x_seconds_count 4",
      "",
    ].join("\n"),
  );
});

test("a counter has all its labels from the start, and no others whatever comes", () => {
  const counter = new Counter({ name: "x_total", help: "How often." }, "code", ["1000", "1006"]);
  counter.add("1006");
  for (let code = 4000; code < 4100; code++) counter.add(String(code));
  expect(counter.text().split("\n").slice(2)).toEqual([
    'x_total{code="1000"} 0',
    'x_total{code="1006"} 1',
    'x_total{code="other"} 100',
    "",
  ]);
});

test("a gauge and a total are one line each, under what they mean", () => {
  expect(gaugeText({ name: "x_bytes", help: "Now." }, 5)).toBe(
    "# HELP x_bytes Now.\n# TYPE x_bytes gauge\nx_bytes 5\n",
  );
  expect(totalText({ name: "x_total", help: "Ever." }, 6)).toContain("# TYPE x_total counter\nx_total 6\n");
});
