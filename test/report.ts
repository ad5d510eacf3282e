/** How a mocha run is told to `test/run.mjs`, in Node and in both extension hosts alike: as text. */

/**
 * Runs what was given to mocha; prints a line for each test, a failure's stack below it, and at the end `N passed, N failed`.
 * A skipped test counts as failed.
 * @throws where a test failed or none ran
 */
export async function runAndReport(mocha: Mocha): Promise<void> {
  let passed = 0;
  let failed = 0;
  const fail = (test: Mocha.Test, text: string): void => {
    failed += 1;
    console.log(`  ✘ ${test.fullTitle()}\n${text.replace(/^/gm, "      ")}\n`);
  };
  function Report(runner: Mocha.Runner): void {
    runner.on("pass", (test) => {
      passed += 1;
      console.log(`  ✔ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error) => fail(test, error.stack ?? String(error)));
    runner.on("pending", (test) => fail(test, "This test was skipped."));
  }
  mocha.reporter(Report as unknown as Mocha.ReporterConstructor);
  await new Promise<void>((resolve) => mocha.run(() => resolve()));
  console.log(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) throw new Error(failed > 0 ? `${failed} tests failed` : "no test ran");
}
