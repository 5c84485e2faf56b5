import { invariant } from '@entente/core/kernel';
import { governanceAdvice } from '@entente/core/lifecycle';
import { registerOf } from '@entente/core/register';
import { describe, expect, it } from 'vitest';
import { CASES, readCases } from './case-folder.ts';

/*
 * Das and Teng (2000), Journal of Management 26(1), structural preferences, read on the resources that 000, 001 and 003 state. The
 * theory is held against the form that the partners chose; that it often differs is a finding and no fault of the record.
 */
const register = registerOf(readCases(CASES).rows);

function advice(slug: string, day: string) {
  const alliance = register.alliances.find((row) => row.slug === slug);
  invariant(alliance, slug);
  const { members, preferences, common, present } = governanceAdvice(
    {
      form: alliance.form,
      memberships: register.membershipsOf(alliance.id),
      resources: register.resourcesIn(alliance.id),
    },
    day,
  );
  return {
    profiles: Object.fromEntries(members.map(({ organisation, profile }) => [organisation, profile])),
    preferences: Object.fromEntries(preferences.map(({ organisation, forms }) => [organisation, forms])),
    common,
    present,
  };
}

describe('the case library', () => {
  it('has FFG bring property and knowledge to FT-China, and Takamatsu knowledge: a contract of both would suit both', () => {
    expect(advice('ft-china', '2004-12-31')).toEqual({
      profiles: { ffg: 'both', 'takamatsu-machinery': 'knowledge' },
      preferences: {
        ffg: ['bilateral-contract', 'equity-joint-venture'],
        'takamatsu-machinery': ['bilateral-contract', 'minority-equity'],
      },
      common: ['bilateral-contract'],
      present: 'equity-joint-venture',
    });
  });

  it('has Nissan bring knowledge and Renault both, under minority stakes as Nissan would prefer', () => {
    const { preferences, present } = advice('renault-nissan', '2001-12-31');
    expect(preferences['nissan-motor']).toContain('minority-equity');
    expect(present).toBe('minority-equity');
  });
});
