import { expect, test } from 'vitest';
import { givenTextsFrom, givenValues } from './given-values.ts';

test('an address says what a form begins with', () => {
  const texts = givenTextsFrom({ alliance: 'ft-china', share: '40', asOf: '2005', inspect: 'x', form: '' });
  expect(texts).toEqual({ alliance: 'ft-china', share: '40' });
  expect(givenValues('stake', texts)).toEqual({
    alliance: { kind: 'alliance', reference: 'ft-china', name: 'ft-china' },
    share: '40',
  });
});

test('records of several kinds are named with theirs', () => {
  expect(givenValues('event', { about: 'alliance:ft-china,organisation:kasai,nonsense:x,' })).toEqual({
    about: [
      { kind: 'alliance', reference: 'ft-china', name: 'ft-china' },
      { kind: 'organisation', reference: 'kasai', name: 'kasai' },
    ],
  });
  expect(givenValues('measure', { of: 'kasai' })).toEqual({ of: null });
});
