import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementZone, frontierOf, type NegotiationIssue, valueOf, weightsOf } from '../index.ts';
import { number, options, US, table, put, standings } from './test-negotiations.ts';

describe('the frontier', () => {
  it('trades first what gains them most for what costs us least; the Nash point is where the product is greatest', () => {
    const { pieces, nash, state } = frontierOf([
      number('royalty', [0, 10, 3], [10, 0, 1]),
      number('share', [0, 10, 1], [10, 0, 3]),
    ]);
    expect(state).toBe('known');
    expect(pieces.map(({ from }) => [from.ours, from.theirs])).toEqual([
      [1, 0],
      [0.75, 0.75],
    ]);
    expect(pieces[1]?.to).toMatchObject({ ours: 0, theirs: 1 });
    expect(nash).toMatchObject({ ours: 0.75, theirs: 0.75 });
    expect(nash?.values).toEqual([
      { issue: 'royalty', value: 10 },
      { issue: 'share', value: 0 },
    ]);
  });

  it('is one point where both want the same', () => {
    const { pieces } = frontierOf([number('a', [1, 5], [2, 7])]);
    expect(pieces).toMatchObject([
      { from: { ours: 1, theirs: 1, values: [{ issue: 'a', value: 7 }] }, to: { ours: 1 } },
    ]);
  });

  it('is not known, with the issue that keeps it from being known; and empty where an issue has no zone', () => {
    const whole = number('whole', [0, 10], [10, 0]);
    expect(frontierOf([whole, number('part', [0, 10], [10, null])])).toMatchObject({
      state: 'unknown',
      issues: ['part'],
      pieces: [],
      nash: null,
    });
    expect(frontierOf([whole, number('apart', [5, 7], [4, 2])])).toMatchObject({ state: 'empty', issues: ['apart'] });
  });

  it('says so where there are too many combinations of options to follow all', () => {
    const many = Array.from({ length: 12 }, (_, nth) => {
      const points = Array.from({ length: 8 }, (__, at) => ((at + 1) * (nth + 3) ** 2) % 97);
      return options(
        `o${nth}`,
        points,
        points.map((each, at) => -each + (at * nth) / 7),
        [1 + nth / 3, 2 + 5 / (nth + 1)],
      );
    });
    expect(frontierOf(many)).toMatchObject({ state: 'known', isCut: true });
  });
});

/* Laws, on negotiations drawn at random: issues of numbers with opposed sides and issues of options. */
const weight = fc.integer({ min: 0, max: 5 });
const drawnNumber = fc
  .record({
    low: fc.integer({ min: 0, max: 4 }),
    wide: fc.integer({ min: 1, max: 6 }),
    shift: fc.integer({ min: -3, max: 3 }),
    span: fc.integer({ min: 1, max: 6 }),
    ours: weight,
    theirs: weight,
  })
  .map(({ low, wide, shift, span, ours, theirs }) => (key: string): NegotiationIssue => {
    const last = low + wide + shift;
    return number(key, [low, low + wide, ours], [Math.max(last, low), Math.max(last, low) - span, theirs]);
  });
const drawnOptions = fc
  .record({
    ours: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    theirs: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    weights: fc.tuple(weight, weight),
  })
  .map(
    ({ ours, theirs, weights }) =>
      (key: string): NegotiationIssue =>
        options(key, ours, theirs, weights),
  );
const drawnIssues = fc
  .array(fc.oneof(drawnNumber, drawnOptions), { minLength: 1, maxLength: 3 })
  .map((makers) => makers.map((maker, nth) => maker(`i${nth}`)))
  .filter((issues) => weightsOf(issues, 'ours') !== null && weightsOf(issues, 'theirs') !== null);

/** Values of an issue that both would sign: every option, or a grid of numbers with both ends. */
function grid(issue: NegotiationIssue): readonly (number | string)[] {
  const { lowest, highest, options: keys } = agreementZone(issue);
  if (keys !== null) return keys;
  if (lowest === null || highest === null) throw new Error('The zone of a drawn issue has two ends');
  return Array.from({ length: 9 }, (_, nth) => lowest + ((highest - lowest) * nth) / 8);
}

function utilities(
  issues: readonly NegotiationIssue[],
  values: readonly (number | string)[],
): readonly [number, number] {
  const of = (side: 'ours' | 'theirs') => {
    const weights = weightsOf(issues, side);
    return issues.reduce(
      (sum, issue, nth) =>
        sum + (weights?.[nth] ?? Number.NaN) * (valueOf(issue, side, values[nth] ?? '') ?? Number.NaN),
      0,
    );
  };
  return [of('ours'), of('theirs')];
}
const combinations = (lists: readonly (readonly (number | string)[])[]): readonly (readonly (number | string)[])[] =>
  lists.reduce<readonly (readonly (number | string)[])[]>(
    (all, list) => all.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  );
const pointsOf = (issues: readonly NegotiationIssue[]): readonly (readonly [number, number])[] =>
  frontierOf(issues).pieces.flatMap(({ from, to }) =>
    // Where a piece breaks off, its very end may be as good for one side as a point that is better for the other.
    (from === to ? [0] : [0.001, 0.25, 0.5, 0.75, 0.999]).map(
      (part) => [from.ours + (to.ours - from.ours) * part, from.theirs + (to.theirs - from.theirs) * part] as const,
    ),
  );

describe('whatever is negotiated,', () => {
  it('no settlement that both would sign is better for one side than a point of the frontier, and as good for the other', () => {
    fc.assert(
      fc.property(drawnIssues, (issues) => {
        const front = pointsOf(issues);
        expect(front.length).toBeGreaterThan(0);
        for (const values of combinations(issues.map(grid))) {
          const [ours, theirs] = utilities(issues, values);
          const outdone = front.filter(
            ([u, v]) => (ours > u + 1e-7 && theirs >= v - 1e-9) || (theirs > v + 1e-7 && ours >= u - 1e-9),
          );
          expect({ ours, theirs, outdone }).toEqual({ ours, theirs, outdone: [] });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('every settlement lies on the frontier or under it, and the ends of each piece are worth what their values are', () => {
    fc.assert(
      fc.property(drawnIssues, (issues) => {
        const { pieces, nash } = frontierOf(issues);
        for (const { ours, theirs, values } of pieces.flatMap(({ from, to }) => [from, to])) {
          const inOrder = issues.map(({ key }) => values.find((each) => each.issue === key)?.value ?? '');
          const [u, v] = utilities(issues, inOrder);
          expect([Math.abs(u - ours) < 1e-9, Math.abs(v - theirs) < 1e-9]).toEqual([true, true]);
        }
        const proposals = combinations(issues.map(grid))
          .slice(0, 60)
          .map((values, nth) =>
            put(`p${nth}`, '2026-01-01', US, Object.fromEntries(issues.map(({ key }, at) => [key, values[at] ?? '']))),
          );
        for (const told of standings(table(issues, ...proposals))) {
          expect(told.distance).not.toBeNull();
          const { ours, theirs, roomForUs, roomForThem } = told;
          const product = (ours ?? 0) * (theirs ?? 0);
          expect(product).toBeLessThanOrEqual((nash?.ours ?? 0) * (nash?.theirs ?? 0) + 1e-9);
          expect(Math.min(roomForUs ?? -1, roomForThem ?? -1)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('neither the order of the issues, nor their keys, nor the scale of the weights changes the frontier', () => {
    const heavier = (issue: NegotiationIssue, by: number): NegotiationIssue =>
      ({ ...issue, ours: { ...issue.ours, weight: (issue.ours.weight ?? 0) * by } }) as NegotiationIssue;
    fc.assert(
      fc.property(drawnIssues, fc.integer({ min: 2, max: 9 }), (issues, by) => {
        const rounded = (list: readonly NegotiationIssue[]) =>
          frontierOf(list)
            .pieces.flatMap(({ from, to }) => [from, to])
            .map(({ ours, theirs }) => `${ours.toFixed(6)} ${theirs.toFixed(6)}`)
            .map((text) => text.replaceAll('-0.000000', '0.000000'));
        const set = (list: readonly NegotiationIssue[]) => [...new Set(rounded(list))].sort();
        const hull = (list: readonly NegotiationIssue[]) => {
          const all = set(list);
          return [all[0], all.at(-1)];
        };
        expect(set(issues.map((issue) => heavier(issue, by)))).toEqual(set(issues));
        expect(hull([...issues].reverse().map((issue) => ({ ...issue, key: `k${issue.key}` })))).toEqual(hull(issues));
      }),
      { numRuns: 100 },
    );
  });
});
