import { describe, expect, it } from 'vitest';
import { candidateOf, movesFrom, movesText } from './move-address.ts';
import { draftFaults, type MoveDraft, moveOfDraft } from './move-draft.ts';

const DRAFT: MoveDraft = {
  partner: { kind: 'organisation', text: 'gaig' },
  form: 'joint-venture',
  start: '2027-04',
  resources: [
    { key: 0, kind: 'technology', subject: 'SUV models' },
    { key: 1, kind: null, subject: '' },
  ],
  product: 'SUV',
  market: '',
  region: ' ',
  ownShare: '40 %',
  partnerShare: '60',
};

describe('a move that is typed', () => {
  it('is taken in the words of the register, without the lines that are left empty', () => {
    const move = moveOfDraft(DRAFT);
    expect(move).toMatchObject({
      resources: [{ kind: 'technology', subject: 'suv-models' }],
      product: 'suv',
      market: '',
      region: '',
      ownShare: '40',
      partnerShare: '60',
    });
    expect(move && movesFrom(movesText([move]))).toEqual([move]);
    expect(move && candidateOf(move)).toMatchObject({ ownShare: '40', partnerShare: '60', domain: { market: null } });
  });

  it.each<[string, Partial<MoveDraft>, unknown]>([
    ['no partner', { partner: null }, 'partner'],
    ['no date', { start: '2027-13' }, 'start'],
    ['a share in words', { ownShare: 'half' }, 'ownShare'],
    ['a share over the whole', { partnerShare: '101' }, 'partnerShare'],
    ['shares over the whole together', { ownShare: '40.1' }, 'shares-over'],
    ['a resource without a kind', { resources: [{ key: 7, kind: null, subject: 'casting' }] }, 7],
    ['a resource without a name', { resources: [{ key: 8, kind: 'brand', subject: '  ' }] }, 8],
    ['a resource the register cannot name', { resources: [{ key: 9, kind: 'brand', subject: '鋳造' }] }, 9],
    ['a term the register cannot hold', { region: '江蘇' }, 'region'],
  ])('is not taken with %s', (_name, change, fault) => {
    const draft = { ...DRAFT, ...change };
    expect(draftFaults(draft)).toEqual([fault]);
    expect(moveOfDraft(draft)).toBeNull();
  });

  it('may say more than the whole of minority stakes, which lie in two firms', () => {
    expect(draftFaults({ ...DRAFT, form: 'minority-stake', ownShare: '50', partnerShare: '51' })).toEqual([]);
  });
});
