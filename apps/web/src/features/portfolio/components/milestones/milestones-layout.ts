import type { Day } from '@entente/core/kernel';
import type { Lane, MilestoneEvent, PartnerEntry, PortfolioReport } from '@entente/core/portfolio';
import type { EventKind } from '@entente/core/register';
import type { PortfolioAnswer } from '@entente/contract/portfolio';
import { type Measure, textLines } from '../text-width.ts';
import { barLabels, type BarLabels } from './bar-labels.ts';
import { barShape, type BarShape, presenceOf } from './bar-shape.ts';
import { type EventRow, eventRows } from './event-rows.ts';
import { rowsFor } from './lane-rows.ts';
import { timeScale, type TimeScale } from './time-scale.ts';

export const SIZES = {
  font: 12,
  axis: 24,
  eventRow: 18,
  eventLine: 13,
  barHeight: 18,
  /** As high as a finger needs: every bar is pressed over the whole of its row. */
  barRow: 24,
  lanePadding: 5,
  laneHead: 20,
  laneColumn: 172,
  /** Below this width lane names stand above their bars and the time axis scrolls. */
  narrow: 760,
  yearLeast: 22,
} as const;

export type PlacedBar = { readonly shape: BarShape; readonly labels: BarLabels; readonly y: number };

export type PlacedLane = {
  readonly lane: Lane;
  readonly nameLines: readonly string[];
  readonly top: number;
  readonly height: number;
  /** Where the lane's first line of text or bar begins. */
  readonly barsTop: number;
  readonly bars: readonly PlacedBar[];
};

export type PlacedEventRow = EventRow & { readonly y: number; readonly nameLines: readonly string[] };

export type MilestonesLayout = {
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
  readonly scale: TimeScale;
  readonly eventRows: readonly PlacedEventRow[];
  readonly earlier: readonly MilestoneEvent[];
  readonly lanes: readonly PlacedLane[];
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));

function yearsShown({ milestones, report }: PortfolioAnswer): { from: number; to: number } | null {
  const starts = milestones.lanes.flatMap(({ bars }) =>
    bars.flatMap(({ start }) => (start?.earliest ? [start.earliest] : [])),
  );
  const ends = milestones.lanes.flatMap(({ bars }) =>
    bars.flatMap(({ end }) => (typeof end === 'object' && end?.latest ? [end.latest] : [])),
  );
  const events = milestones.events.flatMap(({ date }) => (date.earliest ? [date.earliest] : []));
  const first = [...starts.map(yearOf), ...report.path.slice(0, 1).map(({ year }) => year)];
  if (first.length === 0) return null;
  const last = [...first, ...[...ends, ...events].map(yearOf), ...report.path.slice(-1).map(({ year }) => year)];
  return { from: Math.min(...first), to: Math.max(...last) + 1 };
}

function tiesIn(partner: PartnerEntry | undefined, alliance: string): PartnerEntry['ties'] {
  return partner?.ties.filter((tie) => tie.alliance === alliance) ?? [];
}

function placedLane(
  lane: Lane,
  top: number,
  narrow: boolean,
  scale: TimeScale,
  report: PortfolioReport,
  words: Words,
): PlacedLane {
  const partner = report.explanation.partners.find(({ slug, kind }) => slug === lane.slug && kind === lane.kind);
  const drawn = lane.bars.map((bar) => {
    const shape = barShape(bar, scale, report.focal, presenceOf(tiesIn(partner, bar.alliance)));
    return { shape, labels: barLabels(shape, scale, words.measure, words.ending) };
  });
  const rows = rowsFor(
    drawn.map(({ labels }) => labels.extent),
    8,
  );
  const nameLines = narrow
    ? [lane.name]
    : textLines(lane.name, SIZES.laneColumn - 26, (text) => words.measure(text, 'bold'), 2);
  const barsTop = top + SIZES.lanePadding + (narrow ? SIZES.laneHead : 0);
  const least = narrow ? 0 : nameLines.length * 15;
  const bars = drawn.map((each, index) => ({ ...each, y: barsTop + (rows[index] ?? 0) * SIZES.barRow }));
  const rowCount = Math.max(1, ...rows.map((row) => row + 1));
  const height = barsTop - top + Math.max(rowCount * SIZES.barRow, least) + SIZES.lanePadding;
  return { lane, nameLines, top, height, barsTop, bars };
}

/** Words of the page's language that take room in the drawing. */
export type Words = {
  readonly ending: (shape: BarShape) => string;
  readonly eventKind: (kind: EventKind | null) => string;
  readonly measure: Measure;
};

/**
 * The milestones in pixels: an axis, rows of dated events by kind, and a lane for each partner with its alliances as
 * bars, in the manner of the article's Figs 2 to 4. Null when nothing is dated.
 */
export function milestonesLayout(answer: PortfolioAnswer, available: number, words: Words): MilestonesLayout | null {
  const years = yearsShown(answer);
  if (!years) return null;
  const narrow = available < SIZES.narrow;
  const left = narrow ? 8 : SIZES.laneColumn;
  const least = Math.max(available, left + (years.to + 1 - years.from) * SIZES.yearLeast + 8);
  const scale = timeScale(years.from, years.to, left, least - 8);
  const { rows, earlier } = eventRows(answer.milestones.events, scale);
  let y = SIZES.axis;
  const placedRows = rows.map((row): PlacedEventRow => {
    const name = words.eventKind(row.kind);
    const nameLines = narrow ? [name] : textLines(name, SIZES.laneColumn - 26, words.measure, 2);
    const placed = { ...row, nameLines, y: y + (narrow ? SIZES.eventRow : 0) };
    y += SIZES.eventRow + (narrow ? SIZES.eventRow : (nameLines.length - 1) * SIZES.eventLine);
    return placed;
  });
  if (rows.length > 0) y += SIZES.lanePadding;
  const lanes = answer.milestones.lanes.map((lane) => {
    const placed = placedLane(lane, y, narrow, scale, answer.report, words);
    y += placed.height;
    return placed;
  });
  // Words that fit neither on their bar nor before it run on past the last year; the drawing grows, it cuts nothing.
  const reach = lanes.flatMap(({ bars }) => bars.map(({ labels }) => Math.ceil(labels.extent.to) + 8));
  return { width: Math.max(least, ...reach), height: y + 4, narrow, scale, eventRows: placedRows, earlier, lanes };
}
