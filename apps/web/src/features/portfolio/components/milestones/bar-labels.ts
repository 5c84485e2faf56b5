import type { Measure } from '../text-width.ts';
import type { BarShape } from './bar-shape.ts';
import type { Extent } from './lane-rows.ts';
import type { TimeScale } from './time-scale.ts';

export type PlacedText = { readonly x: number; readonly text: string };

/** Where the words of a bar stand. */
export type BarLabels = {
  readonly name: string;
  /** Shares, and what became of them, after the name. */
  readonly detail: string;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** Shares beside their mark, where there is room; the others follow in `detail`. */
  readonly changes: readonly PlacedText[];
  /** Where the mark of disputes stands; null without disputes. */
  readonly flagX: number | null;
  /** All that bar and words cover of the row. */
  readonly extent: Extent;
};

const PADDING = 7;
const GAP = 6;
const FLAG = 12;

/** Places the words of a bar: on it, or before it where they would run out of the drawing. */
export function barLabels(
  shape: BarShape,
  scale: TimeScale,
  measure: Measure,
  endingWords: (shape: BarShape) => string,
): BarLabels {
  const { bar, x0, x1 } = shape;
  const { name } = bar;
  const flag = bar.disputed > 0 ? FLAG + measure(String(bar.disputed)) + GAP : 0;
  const ending = endingWords(shape);
  const words = (detail: string): number => measure(name) + (detail === '' ? 0 : measure(` ${detail}`, 'bold')) + flag;
  const withEnding = (detail: string): string => [detail, ending].filter((part) => part !== '').join(' · ');
  const start = withEnding(shape.shares);
  const apart: PlacedText[] = [];
  const inLine = [shape.shares];
  const from = x0 + PADDING;
  for (const change of shape.changes) {
    if (change.text === '' || change.text === inLine.at(-1)) continue;
    const room = apart.length === 0 ? from + words(start) + GAP : (apart.at(-1)?.x ?? 0) + 60;
    if (inLine.length === 1 && change.x > room) apart.push({ x: change.x + 10, text: change.text });
    else inLine.push(change.text);
  }
  const detail = withEnding(inLine.filter((text) => text !== '').join(' → '));
  const length = words(detail);
  const fits = from + length <= scale.right || x0 - GAP - length < scale.left;
  const x = fits ? from : x0 - GAP;
  const last = apart.at(-1);
  const lastEnd = last ? last.x + measure(last.text, 'bold') : 0;
  const begin = fits ? from : x - length;
  return {
    name,
    detail,
    x: fits ? from : x - flag,
    anchor: fits ? 'start' : 'end',
    changes: apart,
    flagX: flag === 0 ? null : fits ? from + length - flag + GAP : x - flag + GAP,
    extent: { from: Math.min(x0, begin), to: Math.max(x1, begin + length, lastEnd) },
  };
}
