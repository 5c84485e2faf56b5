import { type Claim, groupedBy, Period, type SourceRef } from '../kernel/index.ts';
import type { Register, Resource } from '../register/index.ts';
import { evidencePlaces } from './evidence-places.ts';
import type { Configuration, ContestReason, PortfolioWarning, Standing } from './configuration.ts';
import { type ConfigurationType, type Move, type MoveKind, type Novelty, resourceKey } from './moves.ts';
import type { Focal } from './own-side.ts';
import type { Level, Population, Window } from './parameters.ts';
import type { Tie } from './ties.ts';

export type PathEntry = {
  readonly year: number;
  readonly scope: number;
  readonly shaping: number;
  readonly label: ConfigurationType;
  readonly agreement: number;
  readonly contested: boolean;
};

export type MoveEntry = {
  /** EDTF, as the source gives it. */
  readonly date: string;
  readonly alliance: string;
  readonly kind: MoveKind;
  readonly partner: Novelty | null;
  readonly resource: Novelty | null;
  readonly type: ConfigurationType | null;
  /** Resources new to the firm, as `kind:subject`. */
  readonly resources: readonly string[];
  /** Organisations that came or left. */
  readonly partners: readonly string[];
  readonly evidence: readonly SourceRef[];
};

/** A partner house, or organisation, that scope counts in some year. */
export type PartnerEntry = {
  readonly slug: string;
  readonly kind: 'house' | 'organisation';
  readonly name: string;
  /** EDTF date of the first tie. */
  readonly since: string;
  readonly ties: readonly {
    readonly alliance: string;
    readonly organisation: string;
    readonly from: string;
    /** First day on which the tie no longer holds; null while no end is stated. */
    readonly until: string | null;
    readonly evidence: readonly SourceRef[];
  }[];
};

/** How a year's label came about. Partners and moves are places in the explanation's `partners` and the report's `moves`. */
export type YearExplanation = {
  readonly year: number;
  readonly day: string;
  readonly partners: readonly { readonly partner: number; readonly weight: number }[];
  readonly explorativeMoves: readonly number[];
  readonly parameterSets: number;
  readonly reasons: readonly ContestReason[];
  /** Whether a date that the scope rests on may fall on either side of the day. */
  readonly uncertain: boolean;
};

/** What the command line prints with `--json`, the API answers and the page draws: names instead of ids, evidence beside. */
export type PortfolioReport = {
  readonly focal: string;
  readonly population: Population;
  readonly sources: readonly string[];
  readonly window: Window;
  readonly level: Level;
  readonly scopeAt: number;
  readonly shapingAt: number;
  readonly asOf: string | null;
  readonly path: readonly PathEntry[];
  readonly recent: readonly PathEntry[];
  readonly founding: readonly MoveEntry[];
  readonly moves: readonly MoveEntry[];
  readonly explanation: {
    readonly rule: 'portfolio.configuration';
    readonly partners: readonly PartnerEntry[];
    readonly path: readonly YearExplanation[];
    readonly recent: readonly YearExplanation[];
  };
  readonly warnings: readonly PortfolioWarning[];
};

const slugOf = (register: Register, organisation: string): string =>
  register.organisation(organisation)?.slug ?? organisation;

const resourceClaims = (register: Register, resources: readonly Resource[]): readonly Claim[] =>
  resources.flatMap((resource) => register.claimsOn('resource', resource.id));

/** What sources state of what a move changed. */
export function moveClaims(register: Register, move: Move): readonly Claim[] {
  const { alliance, day } = move;
  const begins = register.claimsOn('alliance', alliance.id, 'start');
  const members = register
    .membershipsOf(alliance.id)
    .filter((row) => move.partners.includes(row.organisation))
    .flatMap((row) => register.claimsOn('membership', row.id));
  switch (move.kind) {
    case 'formed':
      return [...resourceClaims(register, move.fresh), ...begins];
    case 'joined':
    case 'left':
      return [...resourceClaims(register, move.fresh), ...members];
    case 'resource-added':
      return resourceClaims(register, move.brought);
    case 'domain-added':
      return register
        .domainsOf(alliance.id)
        .filter((domain) => domain.from?.earliest === day)
        .flatMap((domain) => register.claimsOn('domain', domain.id));
    case 'stake-changed':
      return register
        .stakesIn(alliance.id)
        .filter((stake) => stake.from?.earliest === day)
        .flatMap((stake) => register.claimsOn('stake', stake.id));
    case 'ended':
    case 'merged':
      return [
        ...register.claimsOn('alliance', alliance.id, 'end'),
        ...register.claimsOn('alliance', alliance.id, 'ending'),
      ];
  }
}

function moveEntry(register: Register, move: Move): MoveEntry {
  return {
    date: move.date.text,
    alliance: move.alliance.slug,
    kind: move.kind,
    partner: move.partner,
    resource: move.resource,
    type: move.type,
    resources: move.fresh.map(resourceKey),
    partners: move.partners.map((partner) => slugOf(register, partner)),
    evidence: evidencePlaces(moveClaims(register, move)),
  };
}

/** Every partner key of all years once, with all its ties. */
function partnerEntries(register: Register, standings: readonly Standing[]): Map<string, PartnerEntry> {
  const distinctPartners = new Set(standings.flatMap((standing) => standing.partners));
  const counted = groupedBy(distinctPartners, (partner) => partner.key);
  return new Map(
    [...counted].map(([key, partners]) => {
      const ties = new Map(partners.flatMap((partner) => partner.ties).map((tie) => [tie.membership.id, tie]));
      return [key, partnerEntry(register, key, [...ties.values()])];
    }),
  );
}

function partnerEntry(register: Register, key: string, ties: readonly Tie[]): PartnerEntry {
  const kind = key.startsWith('house:') ? 'house' : 'organisation';
  const id = key.slice(key.indexOf(':') + 1);
  const row = kind === 'house' ? register.house(id) : register.organisation(id);
  return {
    slug: row?.slug ?? id,
    kind,
    name: row?.name ?? row?.slug ?? id,
    since: ties[0]?.date.text ?? '',
    ties: ties.map((tie) => ({
      alliance: tie.alliance.slug,
      organisation: slugOf(register, tie.partner),
      from: tie.date.text,
      until: tie.to,
      evidence: evidencePlaces(register.claimsOn('membership', tie.membership.id)),
    })),
  };
}

const placesIn = <T>(list: readonly T[]): ReadonlyMap<T, number> => new Map(list.map((item, place) => [item, place]));

function yearExplanation(
  standing: Standing,
  placeOf: ReadonlyMap<string, number>,
  placeOfMove: ReadonlyMap<Move, number>,
): YearExplanation {
  const { year, day, parameterSets, reasons } = standing;
  return {
    year,
    day,
    partners: standing.partners.map(({ key, weight }) => ({ partner: placeOf.get(key) ?? -1, weight })),
    explorativeMoves: standing.explorative.map((move) => placeOfMove.get(move) ?? -1),
    parameterSets,
    reasons,
    uncertain: standing.partners.some((partner) =>
      partner.ties.some((tie) => Period.on({ from: tie.date, to: tie.membership.to }, day).uncertain),
    ),
  };
}

const pathEntry = ({ year, scope, shaping, label, agreement, contested }: Standing): PathEntry => ({
  year,
  scope,
  shaping,
  label,
  agreement,
  contested,
});

/** The configuration in names and places: the form in which every surface gives it. */
export function portfolioReport(register: Register, focal: Focal, configuration: Configuration): PortfolioReport {
  const { parameters, path, recent, warnings } = configuration;
  const row = focal.kind === 'house' ? register.house(focal.id) : register.organisation(focal.id);
  const founding = configuration.moves.filter((move) => move.founding);
  const moves = configuration.moves.filter((move) => !move.founding);
  const partners = partnerEntries(register, [...path, ...recent]);
  const keys = placesIn([...partners.keys()]);
  const places = placesIn(moves);
  return {
    focal: row?.slug ?? focal.id,
    population: parameters.population,
    sources: register.claimedSources,
    window: parameters.window,
    level: parameters.level,
    scopeAt: parameters.scopeAt,
    shapingAt: parameters.shapingAt,
    asOf: parameters.asOf,
    path: path.map(pathEntry),
    recent: recent.map(pathEntry),
    founding: founding.map((move) => moveEntry(register, move)),
    moves: moves.map((move) => moveEntry(register, move)),
    explanation: {
      rule: 'portfolio.configuration',
      partners: [...partners.values()],
      path: path.map((standing) => yearExplanation(standing, keys, places)),
      recent: recent.map((standing) => yearExplanation(standing, keys, places)),
    },
    warnings,
  };
}
