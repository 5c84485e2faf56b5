import { expect, test } from 'vitest';
import { placeOf } from './attempts.commands.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001::9', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});
