import { describe, expect, test } from 'vitest';
import { Period, Share } from '../kernel/index.ts';
import type { Stake } from './model.ts';
import { stakeBeside } from './stakes.ts';

type Parts = {
  holder?: string | null;
  share?: string | null;
  votes?: string | null;
  from?: string | null;
  to?: string;
};

let count = 0;

function stake({ holder = `holder-${count}`, share = null, votes = null, from = '1995', to = '..' }: Parts): Stake {
  count += 1;
  const period = Period.parse(from, to);
  if (!period.ok) throw new Error(period.problems[0]?.message);
  const shareOf = (text: string | null): Share | null => {
    if (text === null) return null;
    const outcome = Share.parse(text);
    if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
    return outcome.value;
  };
  return {
    id: `stake-${count}`,
    alliance: null,
    issuer: 'venture',
    holder,
    holders: holder === null ? 'two other companies' : null,
    holderCount: null,
    share: shareOf(share),
    votingShare: shareOf(votes),
    ...period.value,
  };
}

const codes = (candidate: Stake, others: readonly Stake[]): string[] => {
  const outcome = stakeBeside(candidate, others);
  return outcome.ok ? [] : outcome.problems.map((problem) => `${problem.code} ${problem.pointer}`);
};

describe('a stake beside others', () => {
  test.each<[string, Parts, Parts[], string[]]>([
    ['fills the whole', { share: '40' }, [{ share: '60' }], []],
    ['does not lift the venture over 100 %', { share: '41' }, [{ share: '60' }], ['stakes-over-100 /share']],
    ['is judged exactly', { share: '0.0000000001' }, [{ share: '50' }, { share: '50' }], ['stakes-over-100 /share']],
    ['counts unnamed holders too', { share: '10' }, [{ holder: null, share: '95' }], ['stakes-over-100 /share']],
    ['unknown is not zero and not counted', { share: '100' }, [{ share: null }], []],
    ['of another time does not count', { share: '60', from: '2006' }, [{ share: '60', to: '2006' }], []],
    ['is judged on certain days only', { share: '60', from: '2006' }, [{ share: '60', to: '2006-06' }], []],
    ['of unknown beginning may be of another time', { share: '60', from: null }, [{ share: '60' }], []],
    [
      'that ended on an unknown day may have ended before',
      { share: '60' },
      [{ share: '60', from: '1990', to: 'unknown' }],
      [],
    ],
    [
      'is counted from the day it is certain',
      { share: '60', from: '2000/2010' },
      [{ share: '60', to: '2010-12-31' }],
      [],
    ],
    [
      'meets a stake that begins later',
      { share: '60', from: '1990' },
      [{ share: '60', from: '2010' }],
      ['stakes-over-100 /share'],
    ],
    ['sums votes apart from equity', { share: '50', votes: '20' }, [{ share: '50', votes: '80' }], []],
    [
      'refuses votes over 100 %',
      { share: '10', votes: '21' },
      [{ share: '50', votes: '80' }],
      ['stakes-over-100 /votingShare'],
    ],
    [
      'of one holder stands once at a time',
      { holder: 'a', share: '10' },
      [{ holder: 'a', share: '10', from: '1990' }],
      ['stake-overlap /from'],
    ],
    [
      'of one holder may follow another',
      { holder: 'a', share: '25', from: '2006' },
      [{ holder: 'a', share: '50', to: '2006' }],
      [],
    ],
    ['of votes may stand beside one of equity', { holder: 'a', votes: '10' }, [{ holder: 'a', share: '10' }], []],
    ['of unnamed holders may stand beside another', { holder: null, share: '10' }, [{ holder: null, share: '10' }], []],
  ])('%s', (_what, candidate, others, expected) => {
    expect(codes(stake(candidate), others.map(stake))).toEqual(expected);
  });

  test('over 100 % says on which day, how much it would be and how much is free', () => {
    const outcome = stakeBeside(stake({ share: '41' }), [
      stake({ share: '33.3', from: '1990' }),
      stake({ share: '26.7' }),
    ]);
    expect(outcome).toMatchObject({
      ok: false,
      problems: [
        {
          message: 'With this the shares come to 101 % on 1995-12-31',
          fix: expect.stringContaining('At most 40 %') as string,
        },
      ],
    });
  });
});
