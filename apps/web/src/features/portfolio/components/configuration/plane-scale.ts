/** Room around the plot for axis titles and ticks, in pixels. */
export const PLANE_MARGIN = { top: 10, right: 12, bottom: 42, left: 44 } as const;

/** Where values of the plane lie on the drawing. Both axes start at 0. */
export type PlaneScale = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the axes end, in partner houses and moves. */
  readonly maxScope: number;
  readonly maxShaping: number;
  readonly x: (scope: number) => number;
  readonly y: (shaping: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  /** The borders between the quadrants: just below the thresholds, so that no point lies on them. */
  readonly xBorder: number;
  readonly yBorder: number;
};

type Extent = {
  readonly scopes: readonly number[];
  readonly shapings: readonly number[];
  readonly scopeAt: number;
  readonly shapingAt: number;
};

function ticksTo(max: number, room: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => (room / max) * each >= 26) ?? 1000;
  return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);
}

/** Scales for a plane of the given size: room for every point, and for both sides of each threshold. */
export function planeScale(
  width: number,
  height: number,
  { scopes, shapings, scopeAt, shapingAt }: Extent,
): PlaneScale {
  const left = PLANE_MARGIN.left;
  const right = width - PLANE_MARGIN.right;
  const top = PLANE_MARGIN.top;
  const bottom = height - PLANE_MARGIN.bottom;
  const maxScope = Math.max(...scopes, scopeAt + 1, 2) + 1;
  const maxShaping = Math.max(...shapings, shapingAt + 1, 2) + 1;
  const x = (scope: number): number => left + (scope / maxScope) * (right - left);
  const y = (shaping: number): number => bottom - (shaping / maxShaping) * (bottom - top);
  const halves = scopes.some((scope) => !Number.isInteger(scope));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    maxScope,
    maxShaping,
    x,
    y,
    xTicks: ticksTo(maxScope, right - left),
    yTicks: ticksTo(maxShaping, bottom - top),
    xBorder: x(scopeAt - (halves ? 0.25 : 0.5)),
    yBorder: y(shapingAt - 0.5),
  };
}
