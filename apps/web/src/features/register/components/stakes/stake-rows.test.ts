import type { StakeAnswer } from '@entente/contract/register';
import { describe, expect, test } from 'vitest';
import type { FormValues, Picked } from '../forms/form-values.ts';
import { newRow, rowOf, rowProblems, type StakeRow, writesOf } from './stake-rows.ts';

const alliance: Picked = { kind: 'alliance', reference: 'kl', name: 'KL' };
const issuer: Picked = { kind: 'organisation', reference: 'kl-co', name: 'KL Co' };
const organisation = (name: string): Picked => ({ kind: 'organisation', reference: name, name });

function recorded(holder: string, share: string | null, from: string, to = '..'): StakeRow {
  const answer: StakeAnswer = {
    id: `stake-of-${holder}`,
    version: 4,
    class: 'INTERNAL',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    abilities: { change: true, remove: true },
    custom: {},
    exists: true,
    alliance: { id: 'a', slug: 'kl', name: 'KL' },
    issuer: { id: 'i', slug: 'kl-co', name: 'KL Co' },
    holder: { id: holder, slug: holder, name: holder },
    holders: null,
    holderCount: null,
    share,
    votingShare: null,
    from,
    to,
  };
  return rowOf(answer);
}
const withValues = (row: StakeRow, values: FormValues): StakeRow => ({ ...row, values: { ...row.values, ...values } });
const added = (values: FormValues): StakeRow => withValues(newRow('new', alliance, issuer), values);

describe('a table of stakes', () => {
  test('that nobody touched writes nothing, blank rows included', () => {
    expect(writesOf([recorded('kasai', '40', '1995'), newRow('new', alliance, issuer)]).writes).toEqual([]);
  });

  test('writes what was removed, changed and added, with new holders, as one change', () => {
    const rows = [
      withValues(recorded('kasai', '40', '1995'), { to: '2005' }),
      { ...recorded('tochigi', '60', '1995'), isRemoved: true },
      added({ holder: { kind: 'organisation', reference: null, name: 'Sumitomo' }, share: '40 %', from: 'Apr 2005' }),
    ];
    expect(rowProblems(rows)).toEqual([]);
    expect(writesOf(rows)).toEqual({
      writes: [
        { collection: 'organisations', as: 'new-1', create: { name: 'Sumitomo' } },
        { collection: 'stakes', record: 'stake-of-kasai', version: 4, change: { to: '2005' } },
        { collection: 'stakes', record: 'stake-of-tochigi', version: 4, remove: true },
        {
          collection: 'stakes',
          create: { alliance: 'kl', issuer: 'kl-co', holder: '@new-1', share: '40', from: '2005-04' },
        },
      ],
      rows: ['new', 'stake-of-kasai', 'stake-of-tochigi', 'new'],
    });
  });

  test.each<[string, StakeRow[], string[]]>([
    [
      'over the whole',
      [recorded('kasai', '60', '1995'), added({ holder: organisation('sumitomo'), share: '50', from: '2000' })],
      ['stake-of-kasai share: stakes-over-100', 'new share: stakes-over-100'],
    ],
    [
      'one holder twice at a time',
      [recorded('kasai', '60', '1995'), added({ holder: organisation('kasai'), share: '5', from: '2000' })],
      ['stake-of-kasai from: stake-overlap', 'new from: stake-overlap'],
    ],
    ['a share without a holder', [added({ share: '5' })], ['new holder: holder-unclear']],
    ['a date that is none', [added({ holders: 'two', from: '31/04/2010' })], ['new from: date-malformed']],
  ])('with %s is told in its rows before it is sent', (_what, rows, problems) => {
    expect(rowProblems(rows).map(({ row, field, code }) => `${row} ${field}: ${code}`)).toEqual(problems);
  });

  test('does not count a stake that is being removed', () => {
    const rows = [
      { ...recorded('kasai', '60', '1995'), isRemoved: true },
      added({ holder: organisation('sumitomo'), share: '100', from: '2000' }),
    ];
    expect(rowProblems(rows)).toEqual([]);
  });
});
