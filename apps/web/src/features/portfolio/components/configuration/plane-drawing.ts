import type { ConfigurationType, PathEntry } from '@entente/core/portfolio';
import { type Measure, textLines } from '../text-width.ts';
import { type Anchor, type Box, labelPlaces, type Segment } from './label-places.ts';
import { lensDepartures } from './lens-departures.ts';
import { type PathPoint, pathPoints, phaseOf, yearsText } from './path-points.ts';
import { type PlaneScale, planeScale } from './plane-scale.ts';
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
};

export type PlaneDrawing = {
  readonly scale: PlaneScale;
  readonly quadrants: readonly Quadrant[];
  readonly points: readonly DrawnPoint[];
  readonly steps: readonly DrawnStep[];
};

type Thresholds = { readonly scopeAt: number; readonly shapingAt: number };
type OpenPoint = Omit<DrawnPoint, 'labelBox'>;

function quadrant(type: ConfigurationType, area: Box, name: string, measure: Measure): Quadrant {
  const lines = textLines(name, area.width - 16, (text) => measure(text, 'bold'), 3);
  const width = Math.min(area.width - 8, Math.max(...lines.map((line) => measure(line, 'bold'))) + 4);
  const atRight = type === 'diversification' || type === 'alliance-portfolio-development';
  const title = {
    x: atRight ? area.x + area.width - 8 - width : area.x + 8,
    y: area.y + 6,
    width,
    height: lines.length * QUADRANT_LINE,
  };
  return { type, area, lines, title };
}

function quadrantsOf(scale: PlaneScale, nameOf: (type: ConfigurationType) => string, measure: Measure): Quadrant[] {
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
  return (Object.keys(areas) as ConfigurationType[]).map((type) => quadrant(type, areas[type], nameOf(type), measure));
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
    const entry =
      (phase === 'now' && point.entries.find((each) => each.year === year)) || (point.entries.at(-1) as PathEntry);
    const spell = yearsText(point.runs);
    const label = phase === 'now' && lens === 'chosen' && spell !== String(year) ? `${year} (${spell})` : spell;
    return {
      point,
      x: scale.x(point.scope),
      y: scale.y(point.shaping),
      phase,
      contested: entry.contested,
      lens,
      label,
      year: entry.year,
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
  const quadrants = quadrantsOf(scale, nameOf, measure);
  const anchors = points.map(
    ({ x, y, phase, lens, label }): Anchor => ({
      x,
      y,
      radius: radiusOf(phase, lens),
      width: measure(label, phase === 'now' ? 'bold' : 'normal') + 2,
      height: PLANE_FONT + 3,
    }),
  );
  const { left, top, right, bottom } = scale;
  const boxes = labelPlaces(anchors, {
    bounds: { x: left + 2, y: top, width: right - left - 2, height: bottom - top - 2 },
    segments: steps,
    taken: quadrants.map(({ title }) => title),
  });
  return {
    scale,
    quadrants,
    steps,
    points: points.map((point, index) => ({ ...point, labelBox: boxes[index] as Box })),
  };
}
