import { describe, expect, it } from 'vitest';
import { SERIES_COLOURS, seriesColour } from './series-colours.ts';

type Triple = readonly [number, number, number];

const channels = (hex: string): Triple =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as never;
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Triple): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(channels(one)), luminance(channels(other))].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
};

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear light. */
const VISION: Readonly<Record<string, readonly Triple[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function lab(hex: string, vision: readonly Triple[]): Triple {
  const light = channels(hex).map(linear);
  const [r, g, b] = vision.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, m, at) => sum + m * (light[at] ?? 0), 0),
      ),
    ),
  ) as unknown as Triple;
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one: Triple, other: Triple): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

describe.each([
  ['light', '#ffffff'],
  ['dark', '#16181c'],
] as const)('series colours on the %s ground', (theme, ground) => {
  it('have 3:1 to the ground', () => {
    for (const colour of SERIES_COLOURS[theme]) expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(VISION))('stay apart with %s vision', (vision) => {
    const seen = SERIES_COLOURS[theme].map((colour) => lab(colour, VISION[vision] ?? []));
    const pairs = seen.flatMap((one, at) =>
      seen.slice(at + 1).map((other, next) => [`${at + 1}-${at + 2 + next}`, distance(one, other)] as const),
    );
    expect(pairs.filter(([, apart]) => apart < 12)).toEqual([]);
  });
});

describe('the colour of a slot', () => {
  it('differs for eight slots and goes round after eight', () => {
    const eight = Array.from({ length: 8 }, (_, slot) => seriesColour(slot));
    expect(new Set(eight).size).toBe(8);
    expect(seriesColour(8)).toBe(seriesColour(0));
  });
});
