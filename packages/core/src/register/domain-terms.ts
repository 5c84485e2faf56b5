/** The dimensions of a domain that terms describe. */
export const DOMAIN_DIMENSIONS = ['product', 'market', 'region', 'activity'] as const;
export type DomainDimension = (typeof DOMAIN_DIMENSIONS)[number];

/** A term of one dimension with the term it is a kind or a part of: "Kunshan is in Jiangsu", "an SUV is a motor vehicle". */
export type DomainTerm = {
  readonly dimension: DomainDimension;
  readonly term: string;
  /** Null: nothing is broader. */
  readonly broader: string | null;
  /** Why it stands there, in words; null when it needs none. */
  readonly reason: string | null;
};

/** Whether two things meet, as far as is known. */
export const OVERLAPS = ['none', 'possible', 'certain'] as const;
export type Overlap = (typeof OVERLAPS)[number];

const RANK: Readonly<Record<Overlap, number>> = { none: 0, possible: 1, certain: 2 };

/**
 * The weaker of overlaps: what is needed together is as sure as its least sure part. Certain when there is none.
 * @example weakestOverlap(['certain', 'possible']) // => 'possible'
 */
export const weakestOverlap = (overlaps: readonly Overlap[]): Overlap =>
  overlaps.reduce<Overlap>((weakest, each) => (RANK[each] < RANK[weakest] ? each : weakest), 'certain');

/**
 * The stronger of overlaps: one that holds is enough. None when there is none.
 * @example strongestOverlap(['none', 'possible']) // => 'possible'
 */
export const strongestOverlap = (overlaps: readonly Overlap[]): Overlap =>
  overlaps.reduce<Overlap>((strongest, each) => (RANK[each] > RANK[strongest] ? each : strongest), 'none');

/** What stands wrong in a classification, at the place of a term in its list. */
export type TermFault = {
  readonly index: number;
  readonly code: 'domain-term-taken' | 'domain-term-unknown' | 'domain-term-circular';
  /** The term that the fault speaks of. */
  readonly term: string;
};

const keyOf = (dimension: DomainDimension, term: string): string => `${dimension}:${term}`;

/**
 * Faults of a classification: a term that stands twice in its dimension, a broader term that is not there, and a term
 * that is, over others, broader than itself.
 */
export function termFaults(terms: readonly DomainTerm[]): TermFault[] {
  const broaderOf = new Map(terms.map((each) => [keyOf(each.dimension, each.term), each.broader]));
  const seen = new Set<string>();
  return terms.flatMap(({ dimension, term, broader }, index): TermFault[] => {
    const key = keyOf(dimension, term);
    if (seen.has(key)) return [{ index, code: 'domain-term-taken', term }];
    seen.add(key);
    if (broader === null) return [];
    if (!broaderOf.has(keyOf(dimension, broader))) return [{ index, code: 'domain-term-unknown', term: broader }];
    const passed = new Set<string>();
    for (let at: string | null = broader; at !== null; at = broaderOf.get(keyOf(dimension, at)) ?? null) {
      if (at === term) return [{ index, code: 'domain-term-circular', term }];
      if (passed.has(at)) return [];
      passed.add(at);
    }
    return [];
  });
}

/** The terms of all dimensions with their places. Terms that are not in it stand alone. */
export type TermHierarchy = {
  readonly terms: readonly DomainTerm[];
  readonly has: (dimension: DomainDimension, term: string) => boolean;
  /** The term and all broader ones, nearest first. */
  readonly chainOf: (dimension: DomainDimension, term: string) => readonly string[];
  /** Terms directly below one, or those that nothing is broader than; in the order of the list. */
  readonly narrowerOf: (dimension: DomainDimension, term: string | null) => readonly string[];
  readonly overlap: (dimension: DomainDimension, one: string | null, other: string | null) => Overlap;
};

/**
 * How the terms of domains lie to each other. Two terms of one dimension overlap for certain when they are equal or one
 * is broader than the other, and not at all in different branches; with an unknown one they may. Markets are told by
 * place or by customer, so terms of different trees of markets may overlap as well.
 * A chain that comes back on itself (see `termFaults`) ends there.
 * @example
 * termHierarchy([{ dimension: 'region', term: 'jiangsu', broader: null, reason: null },
 *   { dimension: 'region', term: 'kunshan', broader: 'jiangsu', reason: null }]).overlap('region', 'kunshan', 'jiangsu')
 * // => 'certain'
 */
export function termHierarchy(terms: readonly DomainTerm[]): TermHierarchy {
  const broaderOf = new Map(terms.map((each) => [keyOf(each.dimension, each.term), each.broader]));
  const below = new Map<string, string[]>();
  for (const { dimension, term, broader } of terms) {
    const key = keyOf(dimension, broader ?? '');
    const list = below.get(key);
    if (list) list.push(term);
    else below.set(key, [term]);
  }
  const chains = new Map<string, readonly string[]>();
  const chainOf = (dimension: DomainDimension, term: string): readonly string[] => {
    const key = keyOf(dimension, term);
    const known = chains.get(key);
    if (known) return known;
    const chain: string[] = [];
    for (let at: string | null = term; at !== null && !chain.includes(at); ) {
      chain.push(at);
      at = broaderOf.get(keyOf(dimension, at)) ?? null;
    }
    chains.set(key, chain);
    return chain;
  };
  const has = (dimension: DomainDimension, term: string): boolean => broaderOf.has(keyOf(dimension, term));
  const overlap = (dimension: DomainDimension, one: string | null, other: string | null): Overlap => {
    if (one === null || other === null) return 'possible';
    if (one === other) return 'certain';
    const [ours, theirs] = [chainOf(dimension, one), chainOf(dimension, other)];
    if (ours.includes(other) || theirs.includes(one)) return 'certain';
    const apart = dimension === 'market' && has(dimension, one) && has(dimension, other);
    return apart && ours.at(-1) !== theirs.at(-1) ? 'possible' : 'none';
  };
  return {
    terms,
    has,
    chainOf,
    narrowerOf: (dimension, term) => below.get(keyOf(dimension, term ?? '')) ?? [],
    overlap,
  };
}
