import type { Corner, Piece } from './issue-offers.ts';

/** Utilities nearer to each other than this are the same. */
export const SAME_WITHIN = 1e-9;

const between = (from: number, to: number, part: number): number => from + (to - from) * part;

/** The point of a piece at a part of its way: 0 at its begin, 1 at its end. */
export function pointAt({ from, to }: Piece, part: number): Corner {
  if (part <= 0) return from;
  if (part >= 1) return to;
  return {
    ours: between(from.ours, to.ours, part),
    theirs: between(from.theirs, to.theirs, part),
    values: from.values.map(({ issue, value }, nth) => {
      const end = to.values[nth]?.value;
      return { issue, value: typeof value === 'number' && typeof end === 'number' ? between(value, end, part) : value };
    }),
  };
}

/** The most that they can have on a piece, or by giving way from it, where we are to have at least so much. */
function mostForThem({ from, to }: Piece, ours: number): number {
  if (ours > from.ours + SAME_WITHIN) return Number.NEGATIVE_INFINITY;
  if (ours <= to.ours) return to.theirs;
  const width = from.ours - to.ours;
  return width < SAME_WITHIN ? to.theirs : between(from.theirs, to.theirs, (from.ours - ours) / width);
}

/** Whether a piece has a point that is as good for both and better for one; or as good alone, where equals are to go too. */
function outdoes(piece: Piece, { ours, theirs }: Corner, equalsGo: boolean): boolean {
  const most = mostForThem(piece, ours);
  if (equalsGo) return most >= theirs - SAME_WITHIN;
  return most > theirs + SAME_WITHIN || (most >= theirs - SAME_WITHIN && ours < piece.to.ours - SAME_WITHIN);
}

/** Where along a piece another can begin or cease to outdo it. */
function turnsOf({ from, to }: Piece, other: Piece): readonly number[] {
  const [across, up] = [to.ours - from.ours, to.theirs - from.theirs];
  const turns: number[] = [];
  if (across !== 0) turns.push((other.from.ours - from.ours) / across, (other.to.ours - from.ours) / across);
  if (up !== 0) turns.push((other.to.theirs - from.theirs) / up);
  const [otherAcross, otherUp] = [other.to.ours - other.from.ours, other.to.theirs - other.from.theirs];
  const turned = across * otherUp - up * otherAcross;
  if (turned !== 0) {
    const [aside, above] = [other.from.ours - from.ours, other.from.theirs - from.theirs];
    turns.push((aside * otherUp - above * otherAcross) / turned);
  }
  return turns.filter((turn) => turn > 0 && turn < 1).sort((one, next) => one - next);
}

type Span = readonly [begin: number, end: number];

/** The spans of a piece that another does not outdo, of those that are left. */
function leftBy(piece: Piece, spans: readonly Span[], other: Piece, equalsGo: boolean): readonly Span[] {
  if (other.from.ours < piece.to.ours - SAME_WITHIN || other.to.theirs < piece.from.theirs - SAME_WITHIN) return spans;
  const turns = turnsOf(piece, other);
  return spans.flatMap(([begin, end]) => {
    const stops = [begin, ...turns.filter((turn) => turn > begin && turn < end), end];
    return stops.slice(1).flatMap((stop, nth): readonly Span[] => {
      const start = stops[nth] ?? begin;
      return outdoes(other, pointAt(piece, (start + stop) / 2), equalsGo) ? [] : [[start, stop]];
    });
  });
}

/** Spans that follow on one another, as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const [begin, end] of spans) {
    const last = whole.at(-1);
    if (last && last[1] === begin) whole[whole.length - 1] = [last[0], end];
    else whole.push([begin, end]);
  }
  return whole;
}

/** The parts of pieces that none of the others outdoes, from the best for us to the best for them. */
export function undominated(pieces: readonly Piece[]): readonly Piece[] {
  const left = pieces.flatMap((piece, nth) => {
    let spans: readonly Span[] = [[0, 1]];
    for (const [at, other] of pieces.entries()) {
      if (at !== nth && spans.length > 0) spans = leftBy(piece, spans, other, at < nth);
    }
    return joined(spans).map(([begin, end]): Piece => ({ from: pointAt(piece, begin), to: pointAt(piece, end) }));
  });
  return left.sort((one, other) => other.from.ours - one.from.ours || one.from.theirs - other.from.theirs);
}
