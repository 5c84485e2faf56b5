import { expect, it } from 'vitest';
import { candidateOf, matchOf } from './draft.test-data.ts';
import { newChoices, sureChoices } from './name-choices.ts';

it('accepts at once only names that wait and have one candidate that is sure enough', () => {
  const matches = [
    matchOf({ name: 'Sure', candidates: [candidateOf('a', 0.97), candidateOf('b', 0.6)] }),
    matchOf({ name: 'Vague', candidates: [candidateOf('c', 0.94)] }),
    matchOf({ name: 'Twins', candidates: [candidateOf('d', 0.98), candidateOf('e', 0.98)] }),
    matchOf({ name: 'Settled', choice: 'new', candidates: [candidateOf('f', 1)] }),
    matchOf({ name: 'Unknown' }),
  ];
  expect(sureChoices(matches)).toEqual({ Sure: 'a' });
});

it('takes as new only names that wait', () => {
  expect(newChoices([matchOf({ name: 'Heron' }), matchOf({ name: 'Tern', choice: 'id' })])).toEqual({ Heron: 'new' });
});
