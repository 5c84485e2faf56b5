import { type StakeAnswer, stakeChange, stakeCreation } from '@entente/contract/register';
import { describe, expect, it } from 'vitest';
import { changedFields, EMPTY_STAKE, formValuesOf, stakeFieldsOf } from './stake-form-values.ts';
import { isReversed, problemsIn } from './stake-problems.ts';

const stake: StakeAnswer = {
  id: '5f0f7a3e-0000-4000-8000-000000000000',
  version: 3,
  class: 'INTERNAL',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  abilities: { change: true, remove: true },
  exists: true,
  alliance: null,
  issuer: { id: '5f0f7a3e-0000-4000-8000-000000000002', slug: 'fujiwa', name: 'Fujiwa' },
  holder: { id: '5f0f7a3e-0000-4000-8000-000000000001', slug: 'lioho', name: 'Lioho' },
  holders: null,
  holderCount: null,
  share: '40',
  votingShare: null,
  from: '1995',
  to: '..',
};

describe('the stake form', () => {
  it('reads unset texts as unknown and an unset end as open', () => {
    expect(stakeFieldsOf({ ...EMPTY_STAKE, holder: 'lioho' })).toEqual({
      holder: 'lioho',
      holders: null,
      holderCount: null,
      share: null,
      votingShare: null,
      from: null,
      to: '..',
    });
  });

  it('keeps one kind of holder', () => {
    const fields = stakeFieldsOf({
      ...EMPTY_STAKE,
      named: false,
      holder: 'lioho',
      holders: 'two others',
      holderCount: '２',
    });
    expect([fields.holder, fields.holders, fields.holderCount]).toEqual([null, 'two others', 2]);
  });

  it('takes figures in full width and with a percent sign', () => {
    expect(stakeFieldsOf({ ...EMPTY_STAKE, share: '４０．５ %' }).share).toBe('40.5');
  });

  it('sends only what was changed', () => {
    const values = formValuesOf(stake);
    expect(changedFields(stake, values)).toEqual({});
    expect(changedFields(stake, { ...values, share: '60', to: '2005' })).toEqual({ share: '60', to: '2005' });
    expect(changedFields(stake, { ...values, share: '' })).toEqual({ share: null });
    expect(stakeChange.safeParse(changedFields(stake, { ...values, share: '' })).success).toBe(true);
  });
});

describe('what the form refuses before the server sees it', () => {
  const body = (values: Partial<typeof EMPTY_STAKE>) => stakeFieldsOf({ ...EMPTY_STAKE, holder: 'lioho', ...values });

  it('admits a stake with nothing but a holder', () => {
    expect(problemsIn(stakeCreation, body({}))).toEqual([]);
  });

  it.each([
    [{ share: '101' }, 'share', 'share-over-100'],
    [{ share: 'half' }, 'share', 'share-malformed'],
    [{ from: 'spring 1995' }, 'from', 'date-malformed'],
    [{ from: '1995-13' }, 'from', 'date-malformed'],
    [{ to: 'later' }, 'to', 'date-malformed'],
    [{ named: false, holders: 'x\u202eyz' }, 'holders', 'text-unreadable'],
    [{ named: false, holders: 'others', holderCount: '-1' }, 'holderCount', 'value-refused'],
  ])('%o at %s: %s', (values, field, code) => {
    const [problem] = problemsIn(stakeCreation, body(values));
    expect([problem?.field, problem?.code]).toEqual([field, code]);
  });

  it.each([
    ['2005', '1995', true],
    ['1995', '1995', false],
    ['1995', '..', false],
    ['1995', 'unknown', false],
    [null, '1995', false],
    ['what', '1995', false],
  ])('from %s to %s reversed: %s', (from, to, reversed) => {
    expect(isReversed(from, to)).toBe(reversed);
  });
});
