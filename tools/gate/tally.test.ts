import { expect, test } from 'vitest';
import { failuresIn, sum, tallyOf } from './tally.ts';

const whole = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const unloadable = { status: 'failed', assertionResults: [] };
const withFailure = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };

test.each([
  ['a good run', whole, 0, { passed: 3, failed: 0 }],
  ['a failed test, once', { ...whole, numFailedTests: 1, testResults: [withFailure] }, 1, { passed: 3, failed: 1 }],
  ['a file that cannot be loaded', { ...whole, testResults: [unloadable] }, 1, { passed: 3, failed: 1 }],
  ['a test passed over', { ...whole, numPendingTests: 2 }, 0, { passed: 3, failed: 2 }],
  ['a run without a test', { ...whole, numPassedTests: 0 }, 0, { passed: 0, failed: 1 }],
  ['an error outside every test', whole, 1, { passed: 3, failed: 1 }],
  ['a run that was killed', whole, null, { passed: 3, failed: 1 }],
  ['a run without a report', null, 0, { passed: 0, failed: 1 }],
])('%s is counted', (_, report, exitCode, tally) => {
  expect(tallyOf(report, exitCode)).toEqual(tally);
});

test('each failure is told with the beginning of its message', () => {
  const failed = { status: 'failed', fullName: 'adds', failureMessages: ['expected 1 to be 2\nat a\nb\nc\nd\ne\nf'] };
  const report = {
    ...whole,
    testResults: [
      { status: 'failed', name: 'a.test.ts', assertionResults: [{ status: 'passed' }, failed] },
      { status: 'failed', name: 'b.test.ts', message: 'cannot be read', assertionResults: [] },
    ],
  };
  expect(failuresIn(report)).toEqual([
    'a.test.ts: adds\nexpected 1 to be 2\nat a\nb\nc\nd',
    'b.test.ts: cannot be read',
  ]);
  expect(failuresIn(null)).toEqual(['no report was written']);
});

test('suites add up', () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0 });
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 });
});
