import { describe, expect, it } from 'vitest';
import {
  aimsFrom,
  aimsText,
  candidateOf,
  DEFAULT_AIMS,
  movesFrom,
  movesText,
  type PlannedMove,
} from './move-address.ts';

const MOVE: PlannedMove = {
  partner: { kind: 'name', text: 'Ab. c~d & 株式会社' },
  form: 'joint-venture',
  start: '2027-04',
  resources: [
    { kind: 'technology', subject: 'suv-models' },
    { kind: 'capital', subject: 'equity-capital' },
  ],
  product: 'suv',
  market: '',
  region: 'kunshan',
  ownShare: '40.5',
  partnerShare: '',
};
const OTHER: PlannedMove = { ...MOVE, partner: { kind: 'organisation', text: 'gaig' }, resources: [], region: '' };

describe('planned moves', () => {
  it('are found again under their address', () => {
    expect(movesFrom(movesText([MOVE, OTHER]))).toEqual([MOVE, OTHER]);
    expect(movesFrom(undefined)).toEqual([]);
  });
  it.each(['nonsense', 'name.x.y', '%', `${movesText([MOVE])}.more`, movesText([{ ...MOVE, start: '2027-13' }])])(
    'leave out what cannot be read: %s',
    (text) => expect(movesFrom(`${text}~${movesText([OTHER])}`)).toEqual([OTHER]),
  );
  it('are read from addresses of before shares were told', () => {
    expect(movesFrom('organisation.gaig.licence.2027..suv..')).toEqual([
      { ...OTHER, form: 'licence', start: '2027', product: 'suv', ownShare: '' },
    ]);
  });
  it('are twelve at most', () => {
    expect(movesFrom(movesText(Array.from({ length: 13 }, () => OTHER)))).toHaveLength(12);
  });
  it('leave open what nobody said', () => {
    expect(candidateOf(OTHER).domain).toEqual({ product: 'suv', market: null, region: null });
    expect(candidateOf({ ...OTHER, product: ' ' }).domain).toBeNull();
  });
});

describe('aims', () => {
  it('are found again under their address', () => {
    const aims = { 'more-houses': 3, 'fewer-concerns': 0.5 };
    expect(aimsFrom(aimsText(aims))).toEqual(aims);
    expect(aimsFrom(aimsText({}))).toEqual({});
    expect(aimsFrom(undefined)).toEqual(DEFAULT_AIMS);
    expect(aimsFrom('gold:3~more-houses:-1~more-houses:x')).toEqual({});
  });
});
