export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** A point that wants a label of a size beside it. */
export type Anchor = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
};

type Surroundings = { readonly bounds: Box; readonly segments: readonly Segment[]; readonly taken: readonly Box[] };

const COST = { label: 60, point: 60, taken: 25, segment: 6, outside: 400 } as const;
const ROUNDS = 4;

/** Eight directions, the natural reading place first. */
const DIRECTIONS = [
  [1, 0],
  [0, -1],
  [-1, 0],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

function candidates({ x, y, radius, width, height }: Anchor): Box[] {
  return [4, 14].flatMap((gap) =>
    DIRECTIONS.map(([dx, dy]) => {
      const near = radius + (dx !== 0 && dy !== 0 ? gap * 0.4 : gap);
      return {
        x: x + dx * near - (dx === 0 ? width / 2 : dx < 0 ? width : 0),
        y: y + dy * near - (dy === 0 ? height / 2 : dy < 0 ? height : 0),
        width,
        height,
      };
    }),
  );
}

/** The area that two boxes share. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** How much of a segment's length lies in a box, 0 to 1 (Liang and Barsky's clipping). */
export function shareWithin(segment: Segment, box: Box): number {
  const dx = segment.x2 - segment.x1;
  const dy = segment.y2 - segment.y1;
  let enter = 0;
  let leave = 1;
  const edges = [
    [-dx, segment.x1 - box.x],
    [dx, box.x + box.width - segment.x1],
    [-dy, segment.y1 - box.y],
    [dy, box.y + box.height - segment.y1],
  ] as const;
  for (const [slope, distance] of edges) {
    if (slope === 0) {
      if (distance < 0) return 0;
    } else if (slope < 0) enter = Math.max(enter, distance / slope);
    else leave = Math.min(leave, distance / slope);
  }
  return Math.max(0, leave - enter);
}

const outside = (box: Box, bounds: Box): number => box.width * box.height - overlap(box, bounds);

/**
 * Places for labels beside their points, so that they cover neither each other nor points, and lines as little as can be.
 * Greedy from the first anchor to the last, then each moves again while the others stand.
 */
export function labelPlaces(anchors: readonly Anchor[], { bounds, segments, taken }: Surroundings): Box[] {
  const dots = anchors.map(({ x, y, radius }) => ({
    x: x - radius - 1,
    y: y - radius - 1,
    width: 2 * radius + 2,
    height: 2 * radius + 2,
  }));
  const places: (Box | null)[] = anchors.map(() => null);
  const cost = (box: Box, own: number, rank: number): number => {
    const area = box.width * box.height;
    const others = places.reduce((sum, other, index) => sum + (other && index !== own ? overlap(box, other) : 0), 0);
    const points = dots.reduce((sum, dot) => sum + overlap(box, dot), 0);
    const used = taken.reduce((sum, each) => sum + overlap(box, each), 0);
    const crossed = segments.reduce((sum, segment) => {
      const length = Math.hypot(segment.x2 - segment.x1, segment.y2 - segment.y1);
      return sum + (shareWithin(segment, box) * length) / box.width;
    }, 0);
    const covered = (COST.label * others + COST.point * points + COST.taken * used) / area;
    return covered + COST.segment * crossed + (COST.outside * outside(box, bounds)) / area + rank * 0.15;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    anchors.forEach((anchor, own) => {
      const choices = candidates(anchor);
      const costs = choices.map((box, rank) => cost(box, own, rank));
      places[own] = choices[costs.indexOf(Math.min(...costs))] ?? null;
    });
  }
  return places.flatMap((place) => place ?? []);
}
