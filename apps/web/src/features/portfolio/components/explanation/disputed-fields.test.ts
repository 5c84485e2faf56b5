import { expect, it } from 'vitest';
import type { Bar, Milestones } from '@entente/core/portfolio';
import { disputedFields } from './disputed-fields.ts';

const lane = (slug: string, ...bars: readonly (readonly [string, number])[]): Milestones['lanes'][number] => ({
  slug,
  kind: 'house',
  name: slug,
  bars: bars.map(([alliance, disputed]) => ({ alliance, disputed }) as Bar),
});

it('counts an alliance that stands in several lanes once, and leaves out what is undisputed', () => {
  const milestones = { lanes: [lane('p', ['a', 2], ['b', 0]), lane('q', ['a', 2], ['c', 3])], events: [] };
  expect(disputedFields(milestones)).toEqual({
    fields: 5,
    alliances: [
      { slug: 'a', disputed: 2 },
      { slug: 'c', disputed: 3 },
    ],
  });
});
