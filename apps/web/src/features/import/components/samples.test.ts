import { importedTable, readTable, suggestedMapping } from '@entente/core/interchange';
import { expect, it } from 'vitest';
import { SAMPLES } from './samples.ts';

it.each(SAMPLES.map((sample) => [`${sample.name}.csv`, sample] as const))(
  '%s can be imported as it is: two alliances, three firms, nothing to mend',
  async (file, { text }) => {
    const read = await readTable({ path: file, bytes: new TextEncoder().encode(text) });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { mapping, questions } = suggestedMapping(read.value);
    const { rows, problems } = importedTable(read.value, mapping);
    expect(problems).toEqual([]);
    expect(questions).toEqual([]);
    const firms = new Set(rows.memberships.map(({ organisation }) => organisation));
    expect([rows.alliances.length, firms.size, rows.memberships.length]).toEqual([2, 3, 4]);
  },
);
