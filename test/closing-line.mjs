/** Vitest reporter: the last line of a run is `N passed, N failed, N skipped`, also when a file failed to load. */
export default class ClosingLine {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (tests.length === 0 && module.state() === "failed") count.failed++;
      for (const test of tests) count[test.result().state in count ? test.result().state : "skipped"]++;
    }
    process.on("exit", () =>
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`),
    );
  }
}
