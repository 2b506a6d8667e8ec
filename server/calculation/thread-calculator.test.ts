import { afterEach, expect, test } from "vitest";
import { HandClock } from "../../test/world/hand-clock.ts";
import { Busy, Overrun } from "./calculator.ts";
import { jobMaxMs, startCalculator } from "./thread-calculator.ts";

const text = "Thứ Hai, ngày 23/11/2026\n08h00: Giao ban Thường trực Thành ủy.";
const clock = new HandClock();
const { calculator, stop } = startCalculator(clock);
afterEach(() => expect(clock.waitingCount).toBe(0));

const titles = async (input: string) =>
  (await calculator.readSchedule({ text: input })).items.map(({ title }) => title);

test("jobs are answered in order, each with its own answer", async () => {
  const answers = await Promise.all([
    titles(text),
    titles("không có gì"),
    titles(text.replace("Giao ban", "Làm việc")),
  ]);
  expect(answers.map(([first]) => first?.split(" ")[0])).toEqual(["Giao", undefined, "Làm"]);
});

test("the year goes with the text", async () => {
  const { items } = await calculator.readSchedule({ text: "Thứ Hai, ngày 02/11\n08h00: Giao ban.", year: 2026 });
  expect(items[0]?.date).toBe("2026-11-02");
});

test("what takes too long is ended, and the next job is done all the same", async () => {
  const endless = calculator.readSchedule({ text: `${text}\n`.repeat(10_000) });
  const next = titles(text);
  clock.pass(jobMaxMs);
  await expect(endless).rejects.toThrow(Overrun);
  expect(await next).toHaveLength(1);
});

test("more than may wait are turned away at once", async () => {
  const asked = await Promise.allSettled(Array.from({ length: 40 }, () => titles(text)));
  const turnedAway = asked.filter((one) => one.status === "rejected" && one.reason instanceof Busy);
  expect(turnedAway.length).toBeGreaterThan(10);
  expect(asked.length - turnedAway.length).toBeGreaterThanOrEqual(16);
});

test("stopped, it turns everybody away, and leaves nothing behind", async () => {
  const waiting = [titles(text), titles(text)];
  stop();
  for (const one of waiting) await expect(one).rejects.toThrow(Busy);
  await expect(titles(text)).rejects.toThrow(Busy);
});
