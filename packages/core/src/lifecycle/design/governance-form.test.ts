import { describe, expect, it } from 'vitest';
import { invariant, Period, type Slug } from '../../kernel/index.ts';
import type { AllianceForm, Membership, Resource, ResourceProperty } from '../../register/index.ts';
import { governanceAdvice } from './governance-form.ts';

type Brought = { readonly type: ResourceProperty | null; readonly to?: string };

const period = (from?: string, to?: string): Period => {
  const outcome = Period.parse(from, to);
  invariant(outcome.ok, 'a period');
  return outcome.value;
};

/** An alliance of 2004 with what each member brings to it. */
function adviceOn(day: string, form: AllianceForm | null, members: Readonly<Record<string, readonly Brought[]>>) {
  const memberships = Object.keys(members).map(
    (who): Membership => ({ id: who, alliance: 'a', organisation: who, role: null, ...period('2004') }),
  );
  const resources = Object.entries(members).flatMap(([organisation, brings]) =>
    brings.map(
      ({ type, to }, at): Resource => ({
        id: `${organisation}/${at}`,
        alliance: 'a',
        organisation,
        kind: 'technology',
        subject: `s${at}` as Slug,
        property: type,
        ...period('2004', to),
      }),
    ),
  );
  return governanceAdvice({ form, memberships, resources }, day);
}

const property = { type: 'property' } as const;
const knowledge = { type: 'knowledge' } as const;
const untyped = { type: null } as const;

describe('the form that a member prefers', () => {
  // Das and Teng (2000), structural preferences: what the one brings, what the other brings, what the one prefers.
  it.each([
    [property, property, 'unilateral-contract', 'unilateral-contract'],
    [property, knowledge, 'equity-joint-venture', 'minority-equity'],
    [knowledge, property, 'minority-equity', 'equity-joint-venture'],
    [knowledge, knowledge, 'bilateral-contract', 'bilateral-contract'],
  ] as const)('follows what each brings (%#)', (one, other, preferred, theirs) => {
    const { preferences, common } = adviceOn('2005-12-31', null, { one: [one], other: [other] });
    expect(preferences).toEqual([
      { organisation: 'one', towards: 'other', forms: [preferred] },
      { organisation: 'other', towards: 'one', forms: [theirs] },
    ]);
    expect(common).toEqual(preferred === theirs ? [preferred] : []);
  });

  it('is one of two where somebody brings both, and common where all can agree', () => {
    const { members, preferences, common } = adviceOn('2005-12-31', 'joint-venture', {
      one: [property, knowledge],
      other: [knowledge],
    });
    expect(members[0]?.profile).toBe('both');
    expect(preferences.map(({ forms }) => forms)).toEqual([
      ['bilateral-contract', 'equity-joint-venture'],
      ['bilateral-contract', 'minority-equity'],
    ]);
    expect(common).toEqual(['bilateral-contract']);
  });

  it('is not guessed where nobody says of which type a resource is', () => {
    const { members, preferences, common } = adviceOn('2005-12-31', 'licence', { one: [property], other: [untyped] });
    expect(members.map(({ profile, untyped: of }) => [profile, of.length])).toEqual([
      ['property', 0],
      [null, 1],
    ]);
    expect([preferences, common]).toEqual([[], []]);
  });

  it('reads what is brought on the day', () => {
    const members = { one: [property, { ...knowledge, to: '2008' }], other: [property] };
    expect(adviceOn('2005-12-31', null, members).members[0]?.profile).toBe('both');
    expect(adviceOn('2010-12-31', null, members).members[0]?.profile).toBe('property');
  });

  it('stands beside the form that there is', () => {
    const present = (form: AllianceForm | null) => adviceOn('2005-12-31', form, { one: [property] }).present;
    expect([present('joint-venture'), present('oem'), present('consortium'), present(null)]).toEqual([
      'equity-joint-venture',
      'unilateral-contract',
      'bilateral-contract',
      null,
    ]);
  });
});
