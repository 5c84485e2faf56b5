import { type Claim, type Day, groupedBy, Period, Share, type SourceRef } from '../../kernel/index.ts';
import { discrepanciesAmong } from '../../evidence/index.ts';
import { type Alliance, type Register, type Stake, valuesDiffer } from '../../register/index.ts';
import type { ReviewMember } from './review.ts';

/** A member's equity as the register tells it on a day, and from where. */
export type EquityMember = ReviewMember & {
  /** Id of the organisation; null for unnamed holders. */
  readonly organisation: string | null;
  readonly stake: string | null;
  /** No stake is recorded, and those that are come to 100: it holds none. */
  readonly isRest: boolean;
  /** The day lies between the earliest and latest reading of when the stake began or ended. */
  readonly uncertain: boolean;
  /** Sources disagree about the stake. */
  readonly disputed: boolean;
  readonly evidence: readonly SourceRef[];
};

export type Equity = {
  readonly members: readonly EquityMember[];
  /** What the known shares come to, as exact decimal text. */
  readonly known: string;
};

const isEconomic = (stake: Stake): boolean => stake.share !== null || stake.votingShare === null;

const begun = ({ from }: Stake): string => from?.earliest ?? '';

function evidenceIn(claims: readonly Claim[]): SourceRef[] {
  const told = claims.filter(({ rank, value }) => rank !== 'deprecated' && value !== 'false');
  return [...new Map(told.map(({ source, place }) => [`${source} ${place}`, { source, place }])).values()];
}

/** The stakes of equity that hold on a day; of several of one holder the one that began last. */
function stakesOn(stakes: readonly Stake[], day: Day): readonly Stake[] {
  const held = stakes.filter((stake) => isEconomic(stake) && Period.on(stake, day).active);
  const latest = new Map<string, Stake>();
  for (const stake of held) {
    const key = stake.holder ?? stake.id;
    const before = latest.get(key);
    if (before === undefined || begun(before) < begun(stake)) latest.set(key, stake);
  }
  return [...latest.values()];
}

const byEquity = (one: EquityMember, other: EquityMember): number =>
  Number(one.isUnnamed) - Number(other.isUnnamed) ||
  Number(other.equity ?? -1) - Number(one.equity ?? -1) ||
  (one.key < other.key ? -1 : 1);

/**
 * Who holds how much of an alliance's venture, from the register's stakes.
 * A member of the alliance without a recorded stake has equity 0 only where those of named holders come to 100; else it is not known.
 * @returns reads an alliance on a day: its members and holders, largest first, unnamed holders last
 */
export function equityIn(register: Register): (alliance: Alliance, day: Day) => Equity {
  const byIssuer = groupedBy(register.stakes, (stake) => stake.issuer);
  const memberOf = (stake: Stake, nth: number, day: Day): EquityMember => {
    const holder = stake.holder === null ? null : register.organisation(stake.holder);
    const claims = register.claimsOn('stake', stake.id);
    return {
      key: holder?.slug ?? stake.holder ?? `others-${nth + 1}`,
      name: holder?.name ?? holder?.slug ?? stake.holders ?? '',
      isUnnamed: stake.holder === null,
      equity: stake.share,
      organisation: stake.holder,
      stake: stake.id,
      isRest: false,
      uncertain: Period.on(stake, day).uncertain,
      disputed: discrepanciesAmong(claims, valuesDiffer).length > 0,
      evidence: evidenceIn(claims),
    };
  };
  return (alliance, day) => {
    const stakes = alliance.venture === null ? [] : stakesOn(byIssuer.get(alliance.venture) ?? [], day);
    const known = Share.sum(stakes.flatMap(({ share }) => share ?? []));
    // Unnamed holders may be the members themselves.
    const isWhole = stakes.every(({ share, holder }) => share !== null && holder !== null) && known === '100';
    const unnamed = stakes.filter(({ holder }) => holder === null);
    const holders = stakes.map((stake) => memberOf(stake, unnamed.indexOf(stake), day));
    const held = new Set(stakes.map(({ holder }) => holder));
    const others = register
      .membershipsOf(alliance.id)
      .filter(
        (row) => row.organisation !== alliance.venture && !held.has(row.organisation) && Period.on(row, day).active,
      )
      .map((row): EquityMember => {
        const organisation = register.organisation(row.organisation);
        return {
          key: organisation?.slug ?? row.organisation,
          name: organisation?.name ?? organisation?.slug ?? row.organisation,
          isUnnamed: false,
          equity: isWhole ? ('0' as Share) : null,
          organisation: row.organisation,
          stake: null,
          isRest: isWhole,
          uncertain: Period.on(row, day).uncertain,
          disputed: discrepanciesAmong(register.claimsOn('membership', row.id), valuesDiffer).length > 0,
          evidence: evidenceIn(register.claimsOn('membership', row.id)),
        };
      });
    const once = new Map(others.map((member) => [member.key, member]));
    return { members: [...holders, ...once.values()].sort(byEquity), known };
  };
}
