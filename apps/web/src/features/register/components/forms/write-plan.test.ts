import type { ClaimAnswer } from '@entente/contract/evidence';
import { describe, expect, test } from 'vitest';
import type { OwnField } from './custom-values.ts';
import { type AnyRecord, emptyValues, type FormValues, type Picked, valuesOf } from './form-values.ts';
import { type ClaimsOn, fieldAt, writePlan } from './write-plan.ts';

const kasai: Picked = { kind: 'organisation', reference: 'kasai', name: 'Kasai' };
const venture: Picked = { kind: 'organisation', reference: null, name: 'Kasai Lioho' };
const thesis: Picked = { kind: 'source', reference: '000', name: 'Thesis' };
const nothing: ClaimsOn = () => [];

const added = (kind: Parameters<typeof emptyValues>[0], given: FormValues) =>
  writePlan({ kind, record: null, before: {}, values: { ...emptyValues(kind, given), ...given }, claimsOn: nothing });

describe('what is added', () => {
  test('comes with the records that it names and with its members, as one change', () => {
    const plan = added('alliance', { name: 'KL', venture, members: [kasai, venture] });
    expect(plan.writes).toEqual([
      { collection: 'organisations', as: 'new-1', create: { name: 'Kasai Lioho' } },
      { collection: 'alliances', as: 'record', create: { name: 'KL', venture: '@new-1' } },
      { collection: 'memberships', create: { alliance: '@record', organisation: 'kasai' } },
      { collection: 'memberships', create: { alliance: '@record', organisation: '@new-1' } },
    ]);
    expect(plan.problems).toEqual([]);
  });

  test('stands on its source where one is given', () => {
    const plan = added('alliance', { name: 'KL', start: '1995', entrySource: thesis, entryPlace: 'Table 7' });
    expect(plan.writes).toEqual([
      { collection: 'alliances', as: 'record', create: { name: 'KL' } },
      ...(['name', 'start'] as const).map((field) => ({
        collection: 'claims',
        create: {
          subject: { kind: 'alliance', id: '@record' },
          field,
          value: field === 'name' ? 'KL' : '1995',
          source: '000',
          place: 'Table 7',
          quote: null,
        },
      })),
    ]);
  });

  test('without any stated field is stated as such', () => {
    const alliance: Picked = { kind: 'alliance', reference: 'kl', name: 'KL' };
    const given = { alliance, organisation: kasai, entrySource: thesis, entryPlace: '§ 4' };
    expect(added('membership', given).writes.at(-1)).toMatchObject({ create: { field: 'exists', value: 'true' } });
  });

  test('needs the place in a source that is named', () => {
    const { problems } = added('alliance', { name: 'KL', entrySource: thesis });
    expect(problems).toMatchObject([{ field: 'entryPlace', code: 'field-required' }]);
  });
});

const record: AnyRecord = { id: 'a1', version: 3, slug: 'kl', name: 'KL', start: '1995', end: '..', venture: null };
const before = valuesOf('alliance', record);
const changed = (given: FormValues, claimsOn: ClaimsOn = nothing) =>
  writePlan({ kind: 'alliance', record, before, values: { ...before, ...given }, claimsOn });

const claim = (id: string, value: string, rank: ClaimAnswer['rank']): ClaimAnswer => ({
  id,
  version: 2,
  class: 'INTERNAL',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  abilities: { change: true, remove: true },
  subject: { kind: 'alliance', id: 'a1', slug: 'kl', name: 'KL' },
  field: 'start',
  value,
  source: { id: 's', slug: '001', name: 'Report' },
  place: 'p. 1',
  quote: null,
  rank,
  reason: null,
});

describe('what is changed', () => {
  test('is nothing when nothing is', () => {
    expect(changed({}).writes).toEqual([]);
  });

  test('is written on the version that was read', () => {
    expect(changed({ start: '1996' }).writes).toEqual([
      { collection: 'alliances', record: 'a1', version: 3, change: { start: '1996' } },
    ]);
  });

  test('by a source holds over what others say, and takes the place of what was preferred', () => {
    const claimsOn: ClaimsOn = (field) =>
      field === 'start' ? [claim('c1', '1995', 'preferred'), claim('c2', '1994', 'deprecated')] : [];
    const { writes } = changed({ start: '1996', entrySource: thesis, entryPlace: 'p. 2' }, claimsOn);
    expect(writes).toMatchObject([
      { collection: 'alliances', record: 'a1', version: 3, change: {} },
      { collection: 'claims', record: 'c1', version: 2, change: { rank: 'normal' } },
      { collection: 'claims', create: { value: '1996', rank: 'preferred', reason: 'Entered with its source' } },
    ]);
  });

  test('by a source leaves what no claim states, and what is taken back, to the record', () => {
    const { writes } = changed({ venture: kasai, start: '', entrySource: thesis, entryPlace: 'p. 2' });
    expect(writes).toEqual([
      { collection: 'alliances', record: 'a1', version: 3, change: { venture: 'kasai', start: null } },
    ]);
  });
});

test('values of a workspace’s own fields go with the record, or are claims of the source', () => {
  const own: OwnField[] = [{ kind: 'alliance', key: 'owner', as: 'line', labels: {}, terms: [], retired: false }];
  const plan = (more: FormValues) =>
    writePlan({
      kind: 'alliance',
      record,
      before,
      values: { ...before, 'custom-owner': 'Chen', ...more },
      claimsOn: nothing,
      own,
    });
  expect(plan({}).writes).toMatchObject([{ record: 'a1', change: { custom: { owner: 'Chen' } } }]);
  expect(plan({ entrySource: thesis, entryPlace: 'p. 2' }).writes).toMatchObject([
    { record: 'a1', version: 3, change: {} },
    { collection: 'claims', create: { field: 'custom.owner', value: 'Chen', source: '000' } },
  ]);
  expect(fieldAt(plan({}), '/changes/0/change/custom/owner')).toBe('custom-owner');
});

test.each([
  ['/changes/0/create/name', 'venture'],
  ['/changes/1/create/start', 'start'],
  ['/changes/2/create/organisation', 'members'],
  ['/changes/1', null],
])('a refusal at %s stands at %s', (pointer, field) => {
  const plan = added('alliance', { name: 'KL', venture, members: [kasai] });
  expect(fieldAt(plan, pointer)).toBe(field);
});
