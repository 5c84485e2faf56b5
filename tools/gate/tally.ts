/** How many tests passed and how many failed. */
export type Tally = { readonly passed: number; readonly failed: number };

/** The part of vitest's JSON report that is counted. */
export type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly name?: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName?: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

/**
 * Counts a run of vitest. A file that could not be loaded has no failed test of its own and counts as one; so does a test
 * that was passed over, a run in which no test ran, and one that ended badly although every test passed.
 * @param report null when vitest ended without writing one
 */
export function tallyOf(report: Report | null, exitCode: number | null): Tally {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const failed = report.numFailedTests + brokenFiles.length + report.numPendingTests + report.numTodoTests;
  const nothingRan = report.numPassedTests + failed === 0;
  const endedBadly = exitCode !== 0 && failed === 0;
  return { passed: report.numPassedTests, failed: nothingRan || endedBadly ? 1 : failed };
}

/** How a suite ended: its tally, and a few lines on each failure for the end of a long log. */
export type SuiteResult = Tally & { readonly failures: readonly string[] };

const MESSAGE_LINES = 6;
const brief = (text: string): string => text.split('\n').slice(0, MESSAGE_LINES).join('\n');

/** Each failed test, and each file that could not be loaded, with the beginning of what it said. */
export function failuresIn(report: Report | null): string[] {
  if (report === null) return ['no report was written'];
  return report.testResults.flatMap(({ status, name = '', message = '', assertionResults }) => {
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [brief(`${name}: ${message}`)] : [];
    return failed.map(({ fullName = '', failureMessages }) =>
      brief(`${name}: ${fullName}\n${failureMessages?.[0] ?? ''}`),
    );
  });
}

/** @example sum([{ passed: 1, failed: 0 }, { passed: 2, failed: 3 }]) // => { passed: 3, failed: 3 } */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }), {
    passed: 0,
    failed: 0,
  });
}
