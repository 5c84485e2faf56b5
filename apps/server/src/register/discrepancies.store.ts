import type { AccessClass } from '@entente/core/accounts';
import type { Claim, Day, Rank, SubjectKind } from '@entente/core/kernel';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

/** A claim on a field of which something else is said too, with what its ranking needs to know. */
export type RivalClaim = Claim & {
  readonly sourceId: string;
  readonly sourceDate: Day | null;
  readonly class: AccessClass;
};

type RawRival = {
  id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  field: string;
  value: string;
  source_id: string;
  source: string;
  date_latest: Day | null;
  rank: Rank;
  class: AccessClass;
};

/**
 * The claims on every field of the workspace for which two different texts are stated, none of them deprecated, in the
 * order they came in. Whether the texts disagree is for the field's own rule to say.
 */
export async function findRivalClaims(transaction: DatabaseTransaction): Promise<readonly RivalClaim[]> {
  const { rows } = await sql<RawRival>`
    select c.id, c.subject_kind, c.subject_id, c.field, c.value, c.source_id, s.key as source, s.date_latest, c.rank, c.class
    from (
      select subject_id, field from app.claim where rank <> 'deprecated'
      group by subject_id, field having min(value collate "C") <> max(value collate "C")
    ) told
    join app.claim c on c.subject_id = told.subject_id and c.field = told.field and c.rank <> 'deprecated'
    join app.source s on s.workspace_id = c.workspace_id and s.id = c.source_id
    order by c.position`.execute(transaction);
  return rows.map(({ subject_kind, subject_id, source_id, date_latest, ...claim }) => ({
    ...claim,
    sourceId: source_id,
    sourceDate: date_latest,
    subject: { kind: subject_kind, id: subject_id },
    place: '',
    quote: null,
    reason: null,
  }));
}

export type Preference = {
  readonly claim: string;
  readonly change: string;
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
};

/** Who made each of these claims the preferred one, the last time that somebody did. */
export async function findPreferences(
  transaction: DatabaseTransaction,
  claims: readonly string[],
): Promise<ReadonlyMap<string, Preference>> {
  if (claims.length === 0) return new Map();
  const { rows } = await sql<Preference>`
    select distinct on (c.row_id) c.row_id as claim, s.id as change, s.at, p.id as "actorId", p.name as "actorName"
    from app.lines_of_rows(${[...claims]}::uuid[], '"preferred"') c
    join app.change_set s on s.workspace_id = c.workspace_id and s.id = c.change_set_id
    join app.person p on p.id = s.actor_id
    where c.table_name = 'claim'
      and c.after->>'rank' = 'preferred' and c.before->>'rank' is distinct from 'preferred'
    order by c.row_id, c.position desc`.execute(transaction);
  return new Map(rows.map((row) => [row.claim, row]));
}
