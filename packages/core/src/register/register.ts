import { type Claim, groupedBy, type SubjectKind } from '../kernel/index.ts';
import type {
  Alliance,
  Domain,
  House,
  HouseMembership,
  Membership,
  Organisation,
  RegisterRows,
  Resource,
  Stake,
} from './model.ts';
import { claimsBySubject, rowsFromClaims, subjectKey } from './rows.ts';

/** An immutable snapshot of the register with the look-ups that every capability needs. */
export type Register = RegisterRows & {
  readonly organisation: (id: string) => Organisation | null;
  readonly house: (id: string) => House | null;
  readonly alliance: (id: string) => Alliance | null;
  readonly membershipsOf: (alliance: string) => readonly Membership[];
  readonly membershipsBy: (organisation: string) => readonly Membership[];
  readonly stakesIn: (alliance: string) => readonly Stake[];
  readonly resourcesIn: (alliance: string) => readonly Resource[];
  readonly ownStockOf: (organisation: string) => readonly Resource[];
  readonly domainsOf: (alliance: string) => readonly Domain[];
  readonly houseMembershipsOf: (organisation: string) => readonly HouseMembership[];
  /** Keys of the sources that state anything here, sorted. */
  readonly claimedSources: readonly string[];
  readonly claimsOn: (kind: SubjectKind, id: string, field?: string) => readonly Claim[];
};

function grouped<R>(rows: readonly R[], key: (row: R) => string | null): (id: string) => readonly R[] {
  const groups = groupedBy(rows, key);
  const none: readonly R[] = [];
  return (id) => groups.get(id) ?? none;
}

function byId<R extends { readonly id: string }>(rows: readonly R[]): (id: string) => R | null {
  const index = new Map(rows.map((row) => [row.id, row]));
  return (id) => index.get(id) ?? null;
}

/** A register over rows whose fields already hold their best values. */
export function registerOf(rows: RegisterRows): Register {
  const bySubject = claimsBySubject(rows.claims);
  return Object.freeze({
    ...rows,
    organisation: byId(rows.organisations),
    house: byId(rows.houses),
    alliance: byId(rows.alliances),
    membershipsOf: grouped(rows.memberships, (row) => row.alliance),
    membershipsBy: grouped(rows.memberships, (row) => row.organisation),
    stakesIn: grouped(rows.stakes, (row) => row.alliance),
    resourcesIn: grouped(rows.resources, (row) => row.alliance),
    ownStockOf: grouped(rows.resources, (row) => (row.alliance === null ? row.organisation : null)),
    domainsOf: grouped(rows.domains, (row) => row.alliance),
    houseMembershipsOf: grouped(rows.houseMemberships, (row) => row.organisation),
    claimedSources: [...new Set(rows.claims.map((claim) => claim.source))].sort(),
    claimsOn(kind: SubjectKind, id: string, field?: string): readonly Claim[] {
      const fields = bySubject.get(subjectKey(kind, id));
      if (!fields) return [];
      return field === undefined ? [...fields.values()].flat() : (fields.get(field) ?? []);
    },
  });
}

/** The register as chosen sources alone tell it; null for all sources. */
export function registerFromSources(rows: RegisterRows, sources: readonly string[] | null): Register {
  return registerOf(rowsFromClaims(rows, sources));
}
