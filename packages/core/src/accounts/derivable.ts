import { groupedBy, invariant } from '../kernel/index.ts';

/** One figure in a sum that readers know: whose it is, and which. A figure that was corrected is another one. */
export type Summand = { readonly figure: string; readonly contributor: string };

/** Figures that stand in the same sums: no reader of the sums can tell them apart. */
type Bundle = { readonly column: readonly bigint[]; readonly contributors: ReadonlySet<string> };

/** So many choices of contributors are tried; sums that are more entangled count as telling too much. */
const MOST_CHOICES = 20_000;

function bundlesOf(sums: readonly (readonly Summand[])[]): readonly Bundle[] {
  const figures = new Map(sums.flat().map((summand) => [summand.figure, summand.contributor]));
  const places = sums.map((sum) => new Set(sum.map(({ figure }) => figure)));
  const inSums = ([figure]: readonly [string, string]): string =>
    places.map((place) => (place.has(figure) ? '1' : '0')).join(' ');
  return [...groupedBy(figures, inSums)].map(([pattern, members]) => ({
    column: pattern === '' ? [] : pattern.split(' ').map(BigInt),
    contributors: new Set(members.map(([, contributor]) => contributor)),
  }));
}

/** The rank of a matrix given by its columns, exactly: elimination without fractions. */
function rankOf(columns: readonly (readonly bigint[])[]): number {
  const rows = columns.map((column) => [...column]);
  const width = rows[0]?.length ?? 0;
  let rank = 0;
  for (let at = 0; at < width; at += 1) {
    const found = rows.findIndex((row, nth) => nth >= rank && row[at] !== 0n);
    const pivot = rows[found];
    if (pivot === undefined) continue;
    rows[found] = rows[rank] ?? [];
    rows[rank] = pivot;
    const lead = pivot[at] ?? 0n;
    for (let nth = rank + 1; nth < rows.length; nth += 1) {
      const row = rows[nth];
      const factor = row?.[at] ?? 0n;
      if (row === undefined || factor === 0n) continue;
      rows[nth] = row.map((cell, place) => cell * lead - factor * (pivot[place] ?? 0n));
    }
    rank += 1;
  }
  return rank;
}

/** Every choice of `size` of the items; all of them at once when there are no more. */
function* choicesOf<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size >= items.length - from) {
    yield items.slice(from);
    return;
  }
  if (size === 0) {
    yield [];
    return;
  }
  const first = items[from];
  invariant(first !== undefined, 'fewer are chosen than there are');
  for (const rest of choicesOf(items, size - 1, from + 1)) yield [first, ...rest];
  yield* choicesOf(items, size, from + 1);
}

/**
 * Whether readers who know the given sums can derive from them a combination of the figures of fewer than `threshold`
 * contributors: by taking one sum from another, or by any longer chain of additions and subtractions. Decided exactly, over the
 * rational numbers: the sums with the columns of some contributors left out have a lower rank if and only if a combination of
 * the sums falls on those contributors alone.
 * Source: F. Y. Chin and G. Özsoyoğlu (1982), Auditing and inference control in statistical databases, IEEE Transactions on
 * Software Engineering SE-8 (6), 574-582.
 * @example isDerivable([['a', 'b', 'c', 'd'], ['a', 'b', 'c']].map((sum) => sum.map((figure) => ({ figure, contributor: figure }))), 3) // => true
 */
export function isDerivable(sums: readonly (readonly Summand[])[], threshold: number): boolean {
  const bundles = bundlesOf(sums);
  const full = rankOf(bundles.map(({ column }) => column));
  const light = [
    ...new Set(
      bundles
        .filter(({ contributors }) => contributors.size < threshold)
        .flatMap(({ contributors }) => [...contributors]),
    ),
  ];
  let tried = 0;
  for (const choice of choicesOf(light, threshold - 1)) {
    tried += 1;
    if (tried > MOST_CHOICES) return true;
    const chosen = new Set(choice);
    const outside = bundles.filter(({ contributors }) => [...contributors].some((each) => !chosen.has(each)));
    if (outside.length < bundles.length && rankOf(outside.map(({ column }) => column)) < full) return true;
  }
  return false;
}
