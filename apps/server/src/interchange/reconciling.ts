import {
  bestClaim,
  type Claim,
  groupedBy,
  type SourceDates,
  type SubjectKind,
  type SubjectRef,
} from '@entente/core/kernel';
import { CUSTOM_PREFIX, EXISTS, fieldOf, REMARK_PREFIX } from '@entente/core/register';
import type { HeldClaim } from '../register/claims.store.ts';
import { RECORD_TABLES, type RowKind } from '../register/record-tables.ts';
import type { FieldValue, FieldValues, RecordRow } from '../register/records.store.ts';
import { columnValue, isClaimed } from '../register/settled-values.ts';
import type { Candidate, OpenClaim } from './load-parts.ts';

/*
 * What a table states, held against what the register holds: rows that are there already are found, values that stand already
 * are left, others become claims of the table.
 */

/** Fields that tell two rows of the same identity apart, as far as both have them. */
const TELLING = ['from', 'date', 'start', 'name', 'title', 'text', 'value', 'item', 'scope', 'unit'] as const;
/** Kinds of which one row of an identity is the one meant, whatever else is said of it. */
const LONE: readonly RowKind[] = ['membership', 'stake', 'resource', 'domain', 'house-membership', 'organisation-name'];

/** What makes a row the row it is: references and classifications, without its name in addresses. */
function identityOf(kind: RowKind, fields: FieldValues): string {
  const { slug, columns } = RECORD_TABLES[kind];
  const own = columns.filter(
    ({ field, as }) => as !== 'flag' && field !== slug && field !== 'custom' && !isClaimed(kind as SubjectKind, field),
  );
  const named = own.map(({ field }): FieldValue => fields[field] ?? null);
  return JSON.stringify(named, (_key, value: unknown) =>
    // Columns tell a subject in one order, rows of the model in another.
    value !== null && typeof value === 'object' && !Array.isArray(value) && 'kind' in value && 'id' in value
      ? `${String(value.kind)} ${String(value.id)}`
      : value,
  );
}

function tellingOf(kind: RowKind, fields: FieldValues): string {
  const columns = RECORD_TABLES[kind].columns;
  return JSON.stringify(
    TELLING.map((field) => (columns.some((each) => each.field === field) ? (fields[field] ?? null) : null)),
  );
}

/** The rows that are there already, by the id that each candidate was given. */
export function matchedRows(
  candidates: readonly Candidate[],
  existing: ReadonlyMap<RowKind, readonly RecordRow[]>,
): ReadonlyMap<string, RecordRow> {
  const matched = new Map<string, RecordRow>();
  for (const [kind, wanted] of groupedBy(candidates, (candidate) => candidate.kind)) {
    const rows = existing.get(kind) ?? [];
    const free = new Set(rows);
    const take = (candidate: Candidate, row: RecordRow | undefined): boolean => {
      if (row === undefined || !free.delete(row)) return false;
      matched.set(candidate.id, row);
      return true;
    };
    const closeOf = ({ fields }: { readonly fields: FieldValues }): string =>
      `${identityOf(kind, fields)} ${tellingOf(kind, fields)}`;
    const byClose = groupedBy([...free], closeOf);
    const left = wanted.filter(
      (candidate) =>
        !take(
          candidate,
          byClose.get(closeOf(candidate))?.find((row) => free.has(row)),
        ),
    );
    if (!LONE.includes(kind)) continue;
    const byIdentity = groupedBy([...free], ({ fields }) => identityOf(kind, fields));
    for (const [identity, same] of groupedBy(left, ({ fields }) => identityOf(kind, fields))) {
      const rest = byIdentity.get(identity) ?? [];
      const [only] = same;
      if (same.length === 1 && rest.length === 1 && only !== undefined) take(only, rest[0]);
    }
  }
  return matched;
}

const plainDecimal = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text);

/** Whether a row holds what is stated of a field already; remarks are told by claims alone. */
function isHeld(kind: SubjectKind, field: string, value: string, row: RecordRow): boolean {
  if (field === EXISTS) return (row.fields[EXISTS] !== false) === (value === 'true');
  if (field.startsWith(CUSTOM_PREFIX)) {
    const custom = (row.fields['custom'] ?? {}) as Readonly<Record<string, string>>;
    return custom[field.slice(CUSTOM_PREFIX.length)] === value;
  }
  if (fieldOf(kind, field)?.parse(value).ok !== true) return false;
  const held = row.fields[field] ?? null;
  const stated = columnValue(kind, field, value);
  const as = RECORD_TABLES[kind].columns.find((column) => column.field === field)?.as;
  return as === 'decimal' && typeof held === 'string' ? plainDecimal(held) === plainDecimal(value) : held === stated;
}

/** A claim of the table on a record that is there, and whether it gives the field its value. */
export type NewClaim = OpenClaim & {
  readonly wins: boolean;
  readonly rank: 'normal' | 'preferred';
  readonly reason: string | null;
};

const CORRECTED = 'Corrected in an exported table';

/** The claims that say anything new: not those whose value stands already, nor losing ones that somebody stated before. */
export function newClaims(
  claims: readonly OpenClaim[],
  rows: ReadonlyMap<string, RecordRow>,
  held: { readonly claims: readonly HeldClaim[]; readonly dates: SourceDates },
  source: { readonly key: string; readonly date: string },
  identified: ReadonlySet<string> = new Set(),
): NewClaim[] {
  const before = groupedBy(held.claims, ({ subject, field }) => `${subject.id} ${field}`);
  const dates = new Map([...held.dates, [source.key, source.date]]);
  return claims.flatMap((claim): NewClaim[] => {
    const { subject, field, value } = claim;
    const row = rows.get(subject.id);
    const others = before.get(`${subject.id} ${field}`) ?? [];
    if (row !== undefined && !field.startsWith(REMARK_PREFIX) && isHeld(subject.kind, field, value, row)) return [];
    const own: Claim = { ...claim, source: source.key, quote: null, rank: 'normal', reason: null };
    const best = bestClaim([...others, own], dates);
    const wins = best === own;
    // Whoever corrects an exported table means it, as by hand: over a statement of the same day, though not over a preference.
    if (!wins && best?.rank === 'normal' && identified.has(subject.id))
      return [{ ...claim, wins: true, rank: 'preferred', reason: CORRECTED }];
    const isStated = others.some((other) => other.rank !== 'deprecated' && other.value === value);
    return isStated && (!wins || field.startsWith(REMARK_PREFIX))
      ? []
      : [{ ...claim, wins, rank: 'normal', reason: null }];
  });
}

/** Which of the stated values a row does not hold: only of these the claims that stand have to be looked at. */
export function differing(claims: readonly OpenClaim[], rows: ReadonlyMap<string, RecordRow>): OpenClaim[] {
  return claims.filter(({ subject, field, value }) => {
    const row = rows.get(subject.id);
    return row === undefined || field.startsWith(REMARK_PREFIX) || !isHeld(subject.kind, field, value, row);
  });
}

/** Claims on the records that were found in place of the candidates. */
export function onFound(claims: readonly OpenClaim[], matched: ReadonlyMap<string, RecordRow>): OpenClaim[] {
  return claims.map((claim) => {
    const row = matched.get(claim.subject.id);
    return row === undefined ? claim : { ...claim, subject: { kind: claim.subject.kind, id: row.id } };
  });
}

const subjectsKey = (subjects: readonly SubjectRef[]): string =>
  subjects
    .map(({ kind, id }) => `${kind} ${id}`)
    .sort()
    .join();

/** What an event is about, where the table says otherwise than the register. */
export function aboutChanged({ about }: Candidate, row: RecordRow): readonly SubjectRef[] | null {
  if (about === null) return null;
  const before = (row.fields['about'] ?? []) as readonly SubjectRef[];
  return subjectsKey(before) === subjectsKey(about) ? null : about;
}
