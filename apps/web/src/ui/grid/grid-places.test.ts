import { describe, expect, it, test } from 'vitest';
import { placeAfter, placeOnward } from './grid-places.ts';

const size = { lines: 100, columns: 5, page: 10 };
const from = { line: 50, column: 2 };

test.each([
  ['ArrowDown', false, { line: 51, column: 2 }],
  ['ArrowUp', false, { line: 49, column: 2 }],
  ['ArrowRight', false, { line: 50, column: 3 }],
  ['ArrowLeft', false, { line: 50, column: 1 }],
  ['Home', false, { line: 50, column: 0 }],
  ['End', false, { line: 50, column: 4 }],
  ['PageDown', false, { line: 60, column: 2 }],
  ['PageUp', false, { line: 40, column: 2 }],
  ['Home', true, { line: 0, column: 0 }],
  ['End', true, { line: 99, column: 4 }],
  ['ArrowDown', true, { line: 99, column: 2 }],
  ['ArrowUp', true, { line: 0, column: 2 }],
])('%s (with Ctrl: %s) leads to %o', (key, ctrlKey, place) => {
  expect(placeAfter({ key, ctrlKey, metaKey: false }, from, size)).toEqual(place);
});

describe('at the edges', () => {
  it('stays inside, with the heads above the first line', () => {
    const up = { key: 'ArrowUp', ctrlKey: false, metaKey: false };
    expect(placeAfter(up, { line: 0, column: 0 }, size)).toEqual({ line: -1, column: 0 });
    expect(placeAfter(up, { line: -1, column: 0 }, size)).toEqual({ line: -1, column: 0 });
    const down = { key: 'PageDown', ctrlKey: false, metaKey: false };
    expect(placeAfter(down, { line: 95, column: 4 }, size)).toEqual({ line: 99, column: 4 });
  });

  it('moves nothing for a key that is text', () => {
    expect(placeAfter({ key: 'a', ctrlKey: false, metaKey: false }, from, size)).toBeNull();
  });
});

describe('after an edit', () => {
  it('Tab goes on at the next line, Shift+Tab back to the line before', () => {
    expect(placeOnward('next', { line: 3, column: 4 }, size)).toEqual({ line: 4, column: 0 });
    expect(placeOnward('before', { line: 3, column: 0 }, size)).toEqual({ line: 2, column: 4 });
  });

  it('the last cell is the end', () => {
    expect(placeOnward('next', { line: 99, column: 4 }, size)).toEqual({ line: 99, column: 4 });
    expect(placeOnward('down', { line: 99, column: 1 }, size)).toEqual({ line: 99, column: 1 });
  });
});
