import type { ConfigurationType, PathEntry } from '@entente/core/portfolio';
import { type Measure, textLines } from '../text-width.ts';
import { type Anchor, type Box, labelPlaces, overlap, type Segment } from './label-places.ts';
import { lensDepartures } from './lens-departures.ts';
import { type PathPoint, pathPoints, phaseOf, yearsText } from './path-points.ts';
import { PLANE_MARGIN, type PlaneScale, planeScale } from './plane-scale.ts';
import type { Reading } from './reading.ts';

export const PLANE_FONT = 12;
const QUADRANT_LINE = 15;

export type Phase = 'past' | 'now' | 'later';

export type DrawnPoint = {
  readonly point: PathPoint;
  readonly x: number;
  readonly y: number;
  readonly phase: Phase;
  readonly contested: boolean;
  /** Whether it stands for the chosen lens or for the recent one beside it. */
  readonly lens: 'chosen' | 'recent';
  readonly label: string;
  readonly labelBox: Box;
  /** The year whose explanation it opens. */
  readonly year: number;
};

export type DrawnStep = Segment & { readonly phase: Phase; readonly lens: 'chosen' | 'recent' };

export type Quadrant = {
  readonly type: ConfigurationType;
  readonly area: Box;
  readonly lines: readonly string[];
  readonly title: Box;
  readonly anchor: 'start' | 'end';
};

export type PlaneDrawing = {
  readonly scale: PlaneScale;
  readonly quadrants: readonly Quadrant[];
  readonly points: readonly DrawnPoint[];
  readonly steps: readonly DrawnStep[];
};

type Thresholds = { readonly scopeAt: number; readonly shapingAt: number };
type OpenPoint = Omit<DrawnPoint, 'labelBox'>;

function quadrant(
  type: ConfigurationType,
  area: Box,
  name: string,
  measure: Measure,
  points: readonly Box[],
): Quadrant {
  const padding = area.width < 110 ? 3 : 8;
  const lines = textLines(name, area.width - 2 * padding, (text) => measure(text, 'bold'), 3);
  const width = Math.max(...lines.map((line) => measure(line, 'bold')));
  const size = { width, height: lines.length * QUADRANT_LINE };
  return { type, area, lines, ...titlePlace(area, size, padding, points) };
}

/** Where a quadrant's name covers fewest points: its outer upper corner, else further down, else on the inner side. */
function titlePlace(
  area: Box,
  size: { readonly width: number; readonly height: number },
  padding: number,
  points: readonly Box[],
): { title: Box; anchor: 'start' | 'end' } {
  const left = area.x + padding;
  const right = area.x + area.width - padding - size.width;
  const outer = area.x < PLANE_MARGIN.left + 1 ? left : right;
  const steps = Math.max(1, Math.floor((area.height - size.height - 12) / QUADRANT_LINE) + 1);
  const places = [outer, outer === left ? right : left].flatMap((x) =>
    Array.from({ length: steps }, (_, step): Box => ({ ...size, x, y: area.y + 6 + step * QUADRANT_LINE })),
  );
  const covered = places.map((place) => points.reduce((sum, point) => sum + overlap(place, point), 0));
  const title = places[covered.indexOf(Math.min(...covered))] ?? { ...size, x: outer, y: area.y + 6 };
  return { title, anchor: title.x === right ? 'end' : 'start' };
}

function quadrantsOf(
  scale: PlaneScale,
  nameOf: (type: ConfigurationType) => string,
  measure: Measure,
  points: readonly Box[],
): Quadrant[] {
  const { left, right, top, bottom, xBorder, yBorder } = scale;
  const box = (x1: number, y1: number, x2: number, y2: number): Box => ({
    x: x1,
    y: y1,
    width: x2 - x1,
    height: y2 - y1,
  });
  const areas = {
    'resource-development': box(left, top, xBorder, yBorder),
    diversification: box(xBorder, top, right, yBorder),
    optimization: box(left, yBorder, xBorder, bottom),
    'alliance-portfolio-development': box(xBorder, yBorder, right, bottom),
  } as const;
  return (Object.keys(areas) as ConfigurationType[]).map((type) =>
    quadrant(type, areas[type], nameOf(type), measure, points),
  );
}

function drawnPath(
  path: readonly PathEntry[],
  scale: PlaneScale,
  year: number,
  lens: 'chosen' | 'recent',
): { points: OpenPoint[]; steps: DrawnStep[] } {
  const { points, steps } = pathPoints(path);
  const drawn = points.map((point): OpenPoint => {
    const phase = phaseOf(point, year);
    const entry = point.entries.find((each) => each.year === year) ?? point.entries.at(-1);
    const spell = yearsText(point.runs);
    const label = phase === 'now' && lens === 'chosen' && spell !== String(year) ? `${year} (${spell})` : spell;
    return {
      point,
      x: scale.x(point.scope),
      y: scale.y(point.shaping),
      phase,
      contested: entry?.contested ?? false,
      lens,
      label,
      year: entry?.year ?? year,
    };
  });
  return {
    points: drawn,
    steps: steps.map((step) => {
      const [from, to] = [drawn[step.from], drawn[step.to]] as [OpenPoint, OpenPoint];
      return { x1: from.x, y1: from.y, x2: to.x, y2: to.y, phase: step.year <= year ? 'past' : 'later', lens };
    }),
  };
}

/** The stretch of the recent lens: its first point is only where it leaves the path, so it is not drawn again. */
function drawnDepartures(reading: Reading, scale: PlaneScale): { points: OpenPoint[]; steps: DrawnStep[] } {
  const { year } = reading.entry;
  const common = new Set(reading.path.map(({ scope, shaping }) => `${scope} ${shaping}`));
  const stretches = lensDepartures(reading.path, reading.recent).map((stretch) =>
    drawnPath(stretch, scale, year, 'recent'),
  );
  return {
    points: stretches.flatMap(({ points }) =>
      points.filter(({ point }) => !common.has(`${point.scope} ${point.shaping}`)),
    ),
    steps: stretches.flatMap(({ steps }) => steps),
  };
}

export const radiusOf = (phase: Phase, lens: 'chosen' | 'recent'): number =>
  lens === 'recent' ? 4 : phase === 'now' ? 8 : 5.5;

/** The plane in pixels: quadrants, the path up to the year read and after it, the recent lens where it parts. */
export function planeDrawing(
  reading: Reading,
  thresholds: Thresholds,
  size: { readonly width: number; readonly height: number },
  withRecent: boolean,
  nameOf: (type: ConfigurationType) => string,
  measure: Measure,
): PlaneDrawing {
  const shown = withRecent ? [...reading.path, ...reading.recent] : reading.path;
  const scale = planeScale(size.width, size.height, {
    scopes: shown.map(({ scope }) => scope),
    shapings: shown.map(({ shaping }) => shaping),
    ...thresholds,
  });
  const chosen = drawnPath(reading.path, scale, reading.entry.year, 'chosen');
  const recent = withRecent ? drawnDepartures(reading, scale) : { points: [], steps: [] };
  const points = [...chosen.points, ...recent.points];
  const steps = [...recent.steps, ...chosen.steps];
  const anchors = points.map(
    ({ x, y, phase, lens, label }): Anchor => ({
      x,
      y,
      radius: radiusOf(phase, lens),
      width: measure(label, phase === 'now' ? 'bold' : 'normal') + 2,
      height: PLANE_FONT + 3,
    }),
  );
  const around = anchors.map(
    ({ x, y, radius }): Box => ({
      x: x - radius - 4,
      y: y - radius - 4,
      width: 2 * radius + 8,
      height: 2 * radius + 8,
    }),
  );
  const quadrants = quadrantsOf(scale, nameOf, measure, around);
  const { left, top, right, bottom } = scale;
  const boxes = labelPlaces(anchors, {
    bounds: { x: left + 2, y: top, width: right - left - 2, height: bottom - top - 2 },
    segments: steps,
    taken: [
      ...quadrants.map(({ title }) => title),
      { x: scale.xBorder - 1, y: top, width: 2, height: bottom - top },
      { x: left, y: scale.yBorder - 1, width: right - left, height: 2 },
    ],
  });
  return {
    scale,
    quadrants,
    steps,
    points: points.map((point, index) => ({ ...point, labelBox: boxes[index] as Box })),
  };
}
