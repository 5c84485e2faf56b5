import type { MembershipAnswer } from '@entente/contract/register';
import { expect, it } from 'vitest';
import { firmsOf } from './firms.ts';

function member(firm: string, alliance: string, from: string | null = '1995', to = '..'): MembershipAnswer {
  return {
    id: `${firm}-${alliance}`,
    version: 1,
    class: 'INTERNAL',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    abilities: { change: true, remove: true },
    custom: {},
    exists: true,
    alliance: { id: alliance, slug: alliance, name: null },
    organisation: { id: firm, slug: firm, name: null },
    role: null,
    from,
    to,
  };
}

const memberships = [
  member('tochigi', 'fujiwa', '1995', '2005'),
  member('lioho', 'fujiwa'),
  member('sumitomo', 'fujiwa', '2005'),
  member('lioho', 'liufeng', '1992'),
  member('toyota-tsusho', 'liufeng', '1992'),
];

it('counts alliances, those active on the day, and other members; most alliances first', () => {
  const told = firmsOf(memberships, new Map(), '2010-12-31').map(({ slug, alliances, active, partners }) => [
    slug,
    alliances,
    active,
    partners,
  ]);
  expect(told).toEqual([
    ['lioho', 2, 2, 3],
    ['sumitomo', 1, 1, 2],
    ['tochigi', 1, 0, 2],
    ['toyota-tsusho', 1, 1, 1],
  ]);
});

it('counts an alliance once, however often a firm joined it', () => {
  const twice = [...memberships, member('tochigi', 'fujiwa', '2012')];
  expect(firmsOf(twice, new Map(), '2015-12-31').find(({ slug }) => slug === 'tochigi')).toMatchObject({
    alliances: 1,
    active: 1,
  });
});

it('counts no alliance as active that has ended, though no end of the membership is stated', () => {
  const ends = new Map([['fujiwa', '2008']]);
  const lioho = firmsOf(memberships, ends, '2010-12-31').find(({ slug }) => slug === 'lioho');
  expect(lioho).toMatchObject({ alliances: 2, active: 1 });
});
