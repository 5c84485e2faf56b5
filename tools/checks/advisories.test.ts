import { expect, test } from 'vitest';
import { advisoriesIn } from './advisories.ts';

const URL = 'https://github.com/advisories/GHSA-x';
const report = (vulnerabilities: object): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { dependencies: { total: 987 } } });
const weak = {
  a: { severity: 'high', via: [{ title: 'Reads anything', url: URL }] },
  b: { severity: 'high', via: ['a'] },
};

// @asvs V15.2.1
test('known weaknesses are told one by one, those that others only pass on not twice', () => {
  expect(advisoriesIn(report(weak))).toEqual({
    kind: 'some',
    lines: [`high a: Reads anything ${URL}`, 'packages 987, known weaknesses 1, that reach us 1'],
  });
});

test('what was read and does not reach us is counted and lets pass', () => {
  expect(advisoriesIn(report(weak), { [URL]: 'never called' })).toMatchObject({ kind: 'none' });
  expect(advisoriesIn(report({}))).toMatchObject({ kind: 'none' });
});

test.each([
  ['a refusal', JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }), /405 Method Not Allowed/],
  ['nothing', '', /no report/],
  ['a page', '<html></html>', /no report/],
  ['another version of report', JSON.stringify({ auditReportVersion: 3, vulnerabilities: {} }), /no report/],
])('%s of the registry is not taken for a good report', (_what, text, told) => {
  expect(advisoriesIn(text)).toEqual({ kind: 'unknown', lines: [expect.stringMatching(told)] });
});
