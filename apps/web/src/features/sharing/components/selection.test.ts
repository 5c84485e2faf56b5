import { expect, test } from 'vitest';
import { chosenOf, extentOf, FIRST_SELECTION, type Selection, withExtent } from './selection.ts';

test('begins with the alliance itself alone', () => {
  expect(chosenOf(FIRST_SELECTION)).toEqual([{ kind: 'alliance', fields: ['name', 'form', 'start', 'end'] }]);
});

test('a kind is shown with all its fields until some are taken away, and they stay away', () => {
  const all = withExtent({}, 'domain', 'fields');
  expect(all.domain).toEqual(['product', 'market', 'region', 'activity', 'from', 'to']);
  const some: Selection = { domain: ['market'] };
  expect(withExtent(some, 'domain', 'fields')).toEqual(some);
  expect(extentOf(withExtent(all, 'domain', 'count'), 'domain')).toBe('count');
  expect(extentOf(withExtent(all, 'domain', 'nothing'), 'domain')).toBe('nothing');
});

test('is told in the usual order, whatever was pressed first', () => {
  expect(chosenOf({ event: [], stake: ['share', 'holder'] })).toEqual([
    { kind: 'stake', fields: ['holder', 'share'] },
    { kind: 'event', fields: [] },
  ]);
});
