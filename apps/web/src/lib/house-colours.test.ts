import { expect, it } from 'vitest';
import { houseOrder } from './house-colours.ts';

const order = houseOrder([
  { slug: 'toyota', organisations: ['toyota-tsusho', 'toyota-industries'] },
  { slug: 'tochigi', organisations: [] },
  { slug: 'kiriu', organisations: ['toyota-tsusho'] },
]);

it('gives a house and each organisation in it the place of the first tie', () => {
  expect([
    order('toyota'),
    order('toyota-tsusho'),
    order('toyota-industries'),
    order('tochigi'),
    order('kiriu'),
  ]).toEqual([0, 0, 0, 1, 2]);
});

it('knows no place for strangers and for holders without a page', () => {
  expect([order('yulon'), order(null)]).toEqual([null, null]);
});
