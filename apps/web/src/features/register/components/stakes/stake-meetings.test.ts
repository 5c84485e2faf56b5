import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '../forms/form-values.ts';
import { type Decision, decidedRows, isOpen, meetingsOf, openDecision, theirsOf } from './stake-meetings.ts';
import { newRow, rowOf, type StakeRow, writesOf } from './stake-rows.ts';

const link = (slug: string) => ({ id: `id-${slug}`, slug, name: slug.toUpperCase() });

function stake(id: string, parts: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const fields = {
    alliance: link('works'),
    issuer: link('venture'),
    holder: link(id),
    holders: null,
    holderCount: null,
  };
  return { id, version: 1, ...fields, share: '40', votingShare: null, from: '2003-04', to: '..', ...parts };
}

const typed = (record: AnyRecord, values: StakeRow['values']): StakeRow => {
  const row = rowOf(record);
  return { ...row, values: { ...row.values, ...values } };
};
const blank = newRow(
  'new-1',
  { kind: 'alliance', reference: 'works', name: 'Works' },
  { kind: 'organisation', reference: 'venture', name: 'Venture' },
);

describe('a table of stakes that was saved by somebody else meanwhile', () => {
  const first = typed(stake('one'), { share: '45' });
  const second = typed(stake('two'), { from: 'May 2003' });
  const third = typed(stake('three'), {});
  const found = meetingsOf(
    [first, second, third, blank],
    [
      stake('one', { version: 2, share: '42', to: '2010' }),
      stake('two', { version: 3, share: '35' }),
      stake('three', { version: 2, share: '20' }),
      stake('four', { share: '3' }),
    ],
  );

  test('meets every row that both touched, at once', () => {
    expect(found.meetings.map(({ as, row }) => [as, row.key])).toEqual([
      ['changed', 'one'],
      ['changed', 'two'],
    ]);
  });

  test('takes over what others alone changed and added, before the rows that are new here', () => {
    expect(found.rows.map(({ key, values }) => [key, values['share']])).toEqual([
      ['one', '45'],
      ['two', '40'],
      ['three', '20'],
      ['four', '3'],
      ['new-1', ''],
    ]);
  });

  test('asks only where both changed one field, and writes the choices on the versions that stand now', () => {
    const [one, two] = found.meetings.map(openDecision) as [Decision & { of: 'fields' }, Decision];
    expect([isOpen(one), isOpen(two)]).toEqual([true, false]);
    const mine: Decision = {
      of: 'fields',
      fields: one.fields.map((field) => (field.name === 'share' ? { ...field, choice: 'mine' as const } : field)),
    };
    const rows = decidedRows(found, new Map([['one', mine]]));
    expect(writesOf(rows).writes).toEqual([
      { collection: 'stakes', record: 'one', version: 2, change: { share: '45' } },
      { collection: 'stakes', record: 'two', version: 3, change: { from: '2003-05' } },
    ]);
    expect(rows.find(({ key }) => key === 'one')?.values['to']).toBe('2010');
  });

  test('comes to no write at all when everything is kept as it was saved', () => {
    expect(writesOf(decidedRows(found, theirsOf(found))).writes).toEqual([]);
  });

  test('loses nothing that was typed while a row is open', () => {
    expect(decidedRows(found, new Map())[0]).toEqual(first);
  });
});

describe('a stake removed on one side', () => {
  const row = typed(stake('one'), { share: '45' });
  const choose = (choice: 'mine' | 'theirs') => new Map<string, Decision>([['one', { of: 'row', choice }]]);

  test('there, while it was changed here, is added anew or left out', () => {
    const found = meetingsOf([row], []);
    expect(found.meetings.map(({ as }) => as)).toEqual(['removed-there']);
    expect(writesOf(decidedRows(found, choose('mine'))).writes).toMatchObject([
      { collection: 'stakes', create: { holder: 'one', share: '45', from: '2003-04' } },
    ]);
    expect(decidedRows(found, choose('theirs'))).toEqual([]);
  });

  test('here, while it was changed there, is taken out on the version that stands now, or kept', () => {
    const found = meetingsOf(
      [{ ...typed(stake('one'), {}), isRemoved: true }],
      [stake('one', { version: 4, share: '9' })],
    );
    expect(found.meetings.map(({ as }) => as)).toEqual(['removed-here']);
    expect(writesOf(decidedRows(found, choose('mine'))).writes).toEqual([
      { collection: 'stakes', record: 'one', version: 4, remove: true },
    ]);
    expect(decidedRows(found, choose('theirs'))).toMatchObject([{ isRemoved: false, values: { share: '9' } }]);
  });

  test('on both, or there without a change here, is gone without a question', () => {
    expect(meetingsOf([{ ...row, isRemoved: true }, typed(stake('two'), {})], [])).toEqual({ rows: [], meetings: [] });
  });
});
