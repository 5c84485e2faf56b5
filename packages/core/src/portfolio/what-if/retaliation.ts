import { type Day, Period } from '../../kernel/index.ts';
import type { Domain, Register } from '../../register/index.ts';
import { type OwnSide, partnersIn, type PartnerKey } from '../own-side.ts';
import type { CandidateDomain } from './candidate.ts';

export const DOMAIN_DIMENSIONS = ['product', 'market', 'region'] as const;
export type DomainDimension = (typeof DOMAIN_DIMENSIONS)[number];

/** Whether two terms of a dimension mean something in common; a hierarchy of terms may say more than equality does. */
export type TermsMeet = (dimension: DomainDimension, one: string, other: string) => boolean;

/** A partner of the firm whose domain the candidate would enter. */
export type Retaliator = {
  /** `house:<id>` or `organisation:<id>`. */
  readonly key: string;
  readonly alliance: string;
  /** Possible: what one of the two leaves open might keep them apart. */
  readonly certain: boolean;
  readonly shared: readonly DomainDimension[];
  readonly open: readonly DomainDimension[];
};

type Overlap = Pick<Retaliator, 'certain' | 'shared' | 'open'>;

function overlapOf(one: CandidateDomain, other: CandidateDomain, meet: TermsMeet): Overlap | null {
  const shared: DomainDimension[] = [];
  const open: DomainDimension[] = [];
  for (const dimension of DOMAIN_DIMENSIONS) {
    const [mine, theirs] = [one[dimension], other[dimension]];
    if (mine === null || theirs === null) open.push(dimension);
    else if (meet(dimension, mine, theirs)) shared.push(dimension);
    else return null;
  }
  return shared.length === 0 ? null : { certain: open.length === 0, shared, open };
}

const stronger = (one: Overlap | null, other: Overlap | null): Overlap | null =>
  other === null || (one !== null && one.shared.length >= other.shared.length) ? one : other;

/**
 * Partners who may retaliate: houses other than the candidate's that share a running alliance with the firm in a domain
 * which overlaps the candidate's. At least one of product, market and region must be known to be shared, none known to
 * differ. Null when nothing is said of the candidate's domain.
 * Source: Oh, Chen, Nakamoto and Liu (2024), section 5 (after Proposition 1), with Kavusan and Frankort (2019) there.
 */
export function retaliatorsAgainst(
  register: Register,
  own: OwnSide,
  {
    domain,
    key,
    day,
    keyOn,
    meet,
  }: {
    readonly domain: CandidateDomain | null;
    /** The house of the candidate. */
    readonly key: string;
    readonly day: Day;
    readonly keyOn: PartnerKey;
    readonly meet: TermsMeet;
  },
): readonly Retaliator[] | null {
  if (domain === null || DOMAIN_DIMENSIONS.every((dimension) => domain[dimension] === null)) return null;
  return own.alliances.flatMap((alliance): Retaliator[] => {
    if (!Period.on({ from: alliance.start, to: alliance.end }, day).active) return [];
    const overlap = register
      .domainsOf(alliance.id)
      .filter((row: Domain) => Period.on(row, day).active)
      .map((row) => overlapOf(domain, row, meet))
      .reduce(stronger, null);
    if (overlap === null) return [];
    const members = partnersIn(register, own, alliance.id).filter((row) => Period.on(row, day).active);
    const keys = new Set(members.map(({ organisation }) => keyOn(organisation, day)));
    return [...keys].filter((each) => each !== key).map((each) => ({ key: each, alliance: alliance.id, ...overlap }));
  });
}
