/** Ends a test run with one plain line, "12 passed, 0 failed", that people and scripts can read alike. */
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Counts the tests that ran. A file that could not be loaded, a set-up that broke and an error outside of any test
 * count as failures too: what they kept from running must not look like success.
 */
export class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    }
    const { passed, failed } = counts;
    const notRun = counts.skipped + counts.pending;
    console.log(`${passed} passed, ${failed} failed${notRun === 0 ? '' : `, ${notRun} not run`}`);
  }
}
