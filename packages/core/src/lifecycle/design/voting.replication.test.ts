import { expect, it } from 'vitest';
import { type Voter, votingReading } from './voting.ts';

const powerOf = (votes: Readonly<Record<string, number>>, needed: number) => {
  const voters: readonly Voter[] = Object.entries(votes).map(([id, each]) => ({ id, votes: each }));
  return votingReading(voters, { kind: 'votes', votes: needed, withEach: [] }, null);
};

const parts = (of: ReadonlyMap<string, { readonly over: number; readonly under: number }> | null) =>
  Object.fromEntries([...(of ?? [])].map(([id, { over, under }]) => [id, `${over}/${under}`]));

// Council of Ministers of the EEC, 1958-1973 (EEC Treaty, article 148): votes 4, 4, 4, 2, 2, 1, twelve of seventeen carry.
// Shapley-Shubik 14/60, 9/60, 0; Banzhaf 10/42, 6/42, 0: Felsenthal and Machover (1998), The Measurement of Voting Power, ch. 5.
it('the Council of Six has the published Shapley-Shubik and Banzhaf indices; Luxembourg has no power', () => {
  const council = powerOf({ DE: 4, FR: 4, IT: 4, BE: 2, NL: 2, LU: 1 }, 12);
  expect(parts(council.power)).toEqual({ DE: '7/30', FR: '7/30', IT: '7/30', BE: '3/20', NL: '3/20', LU: '0/1' });
  expect(parts(council.swings)).toEqual({ DE: '5/21', FR: '5/21', IT: '5/21', BE: '1/7', NL: '1/7', LU: '0/1' });
});

// Shapley and Shubik (1954), pp. 787-792: of n voters with one vote each every one has 1/n; with one who has three and two who have
// one each a simple majority is the first one's alone.
it('equal voters have equal parts, and who has a majority has all', () => {
  expect(parts(powerOf({ a: 1, b: 1, c: 1 }, 2).power)).toEqual({ a: '1/3', b: '1/3', c: '1/3' });
  expect(parts(powerOf({ a: 3, b: 1, c: 1 }, 3).power)).toEqual({ a: '1/1', b: '0/1', c: '0/1' });
});
