import { discrepanciesAmong } from '../../evidence/index.ts';
import type { Claim, EdtfDate, SourceRef, SubjectKind } from '../../kernel/index.ts';
import {
  type Alliance,
  type Domain,
  type Organisation,
  type Person,
  type RegisterEvent,
  REMARK_PREFIX,
  type Resource,
  valuesDiffer,
  type Workforce,
} from '../../register/index.ts';
import { type Move, resourceKey } from '../moves.ts';
import { moveClaims } from '../report.ts';
import type { Tie } from '../ties.ts';
import type { FindingFact } from './finding.ts';
import { type FirmRecord, placingOf } from './firm-record.ts';

type Parts = {
  readonly record: FindingFact['record'];
  readonly date: EdtfDate | null;
  readonly claims: readonly Claim[];
  readonly words?: string | null;
  readonly resource?: string | null;
};

const standing = ({ rank, value }: Claim): boolean => rank !== 'deprecated' && value !== 'false';

function placesOf(claims: readonly Claim[]): SourceRef[] {
  const places = new Map<string, SourceRef>();
  for (const { source, place } of claims.filter(standing)) places.set(`${source} ${place}`, { source, place });
  return [...places.values()];
}

const isDisputed = (claims: readonly Claim[]): boolean =>
  discrepanciesAmong(
    claims.filter(({ field }) => !field.startsWith(REMARK_PREFIX)),
    valuesDiffer,
  ).length > 0;

const factOf = ({ day }: FirmRecord, { record, date, claims, words, resource }: Parts): FindingFact => ({
  record,
  resource: resource ?? null,
  words: words ?? null,
  date: date?.text ?? null,
  possible: placingOf(date, day) === 'possible',
  disputed: isDisputed(claims),
  evidence: placesOf(claims),
});

const recordOf = (
  kind: SubjectKind,
  row: { readonly slug: string; readonly name: string | null },
): FindingFact['record'] => ({ kind, slug: row.slug, name: row.name ?? row.slug });

const allianceRecord = (alliance: Alliance): FindingFact['record'] => recordOf('alliance', alliance);

/** A partner in an alliance. */
export const tieFact = (firm: FirmRecord, { alliance, membership, date }: Tie): FindingFact =>
  factOf(firm, {
    record: allianceRecord(alliance),
    date,
    words: firm.register.organisation(membership.organisation)?.name ?? null,
    claims: firm.register.claimsOn('membership', membership.id),
  });

/** A move: the alliance it changed, the partners it brought, and one resource that was new with it. */
export function moveFact(firm: FirmRecord, move: Move): FindingFact {
  const { register } = firm;
  const { alliance, partners, fresh, date } = move;
  const names = partners.map((id) => register.organisation(id)?.name ?? id);
  return factOf(firm, {
    record: allianceRecord(alliance),
    date,
    words: names.join(', ') || null,
    resource: fresh[0] === undefined ? null : resourceKey(fresh[0]),
    claims: moveClaims(register, move),
  });
}

export const eventFact = (firm: FirmRecord, event: RegisterEvent): FindingFact =>
  factOf(firm, {
    record: { kind: 'event', slug: event.slug, name: event.title ?? event.slug },
    date: event.date,
    claims: firm.register.claimsOn('event', event.id),
  });

export const workforceFact = (firm: FirmRecord, row: Workforce): FindingFact =>
  factOf(firm, {
    record: {
      kind: 'workforce',
      slug: row.slug,
      name: firm.register.organisation(row.organisation)?.name ?? row.organisation,
    },
    date: row.date,
    words: `${row.origin}: ${row.number ?? row.words ?? '–'}`,
    claims: firm.register.claimsOn('workforce', row.id),
  });

/** A person whom a parent sent to a venture: who, and until when. */
export const personFact = (firm: FirmRecord, row: Person): FindingFact =>
  factOf(firm, {
    record: recordOf('person', row),
    date: typeof row.to === 'object' ? row.to : row.from,
    words: row.role,
    claims: firm.register.claimsOn('person', row.id),
  });

/** A resource that the firm holds, or brings to an alliance. */
export function resourceFact(firm: FirmRecord, row: Resource): FindingFact {
  const { register } = firm;
  const alliance = row.alliance === null ? null : register.alliance(row.alliance);
  const holder = register.organisation(row.organisation);
  return factOf(firm, {
    record: alliance === null && holder !== null ? organisationRecord(holder) : recordOf('alliance', alliance ?? blank),
    date: row.from ?? alliance?.start ?? null,
    resource: resourceKey(row),
    claims: register.claimsOn('resource', row.id),
  });
}

const blank = { slug: '', name: null };

const organisationRecord = (row: Organisation): FindingFact['record'] => recordOf('organisation', row);

/** The product and region of an alliance's domain. */
export function domainFact(firm: FirmRecord, row: Domain): FindingFact | null {
  const alliance = firm.register.alliance(row.alliance);
  if (alliance === null) return null;
  const words = [row.product, row.region].flatMap((term) => term?.replaceAll('-', ' ') ?? []);
  return factOf(firm, {
    record: allianceRecord(alliance),
    date: row.from ?? alliance.start,
    words: words.join(', '),
    claims: firm.register.claimsOn('domain', row.id),
  });
}

/** What a source states of a record in a field of its own, e.g. a remark. */
export const statementFact = (
  firm: FirmRecord,
  kind: 'organisation' | 'alliance',
  row: Organisation | Alliance,
  field: string,
): FindingFact | null => {
  const claims = firm.register.claimsOn(kind, row.id, field).filter(standing);
  const [first] = claims;
  return first === undefined
    ? null
    : factOf(firm, { record: recordOf(kind, row), date: null, words: first.value, claims });
};

/** An alliance as a whole: its beginning, or another date that the rule is about. */
export const allianceFact = (
  firm: FirmRecord,
  alliance: Alliance,
  date: EdtfDate | null = alliance.start,
  words: string | null = null,
  resource: string | null = null,
): FindingFact =>
  factOf(firm, {
    record: allianceRecord(alliance),
    date,
    words,
    resource,
    claims: firm.register.claimsOn('alliance', alliance.id),
  });
