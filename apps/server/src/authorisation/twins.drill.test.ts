import { expect, test } from 'vitest';
import { runPlants, runTwins } from './twins-drill.ts';

const PAIRS = 30;
const HALF_AN_HOUR = 1_800_000;

test(
  'thirty pairs of worlds tell a guest, and a reader, nothing of what sets them apart',
  async () => {
    const { differences, asked } = await runTwins(PAIRS, 'twins');
    expect(differences).toEqual([]);
    expect(asked).toBeGreaterThan(PAIRS * 150);
  },
  HALF_AN_HOUR * 2,
);

test(
  'a leak of every kind is found when it is planted',
  async () => {
    const found = await runPlants('plants');
    expect(found.filter(({ differences }) => differences === 0)).toEqual([]);
  },
  HALF_AN_HOUR,
);
