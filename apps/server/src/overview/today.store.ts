import type { PaperKind } from '@entente/contract/dossier';
import type { REQUEST_KINDS } from '@entente/contract/sharing';
import type { AccessClass } from '@entente/core/accounts';
import type { StepKind } from '@entente/core/lifecycle';
import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';

const here = (table: string): RawBuilder<unknown> =>
  sql`${sql.ref(table)}.workspace_id = current_setting('entente.workspace')::uuid`;

const rowsOf = async <Row>(transaction: DatabaseTransaction, query: RawBuilder<Row>): Promise<readonly Row[]> =>
  (await query.execute(transaction)).rows;

/** An open paper as its latest version has it. */
export type DuePaperRow = {
  readonly id: string;
  readonly version: number;
  readonly allianceId: string;
  readonly kind: PaperKind;
  /** Null: no day is known. */
  readonly due: string | null;
  readonly holder: string | null;
};

/** Papers with which something is to be done: those due by a day, and those of which no day is known. */
export const findOpenPapers = (transaction: DatabaseTransaction, until: string): Promise<readonly DuePaperRow[]> =>
  rowsOf(
    transaction,
    sql<DuePaperRow>`
      with opened as materialized (
        select p.id, p.version, p.alliance_id as "allianceId", p.kind, p.due::text, p.holder_id as holder
        from app.paper p
        where ${here('p')} and p.is_open and (p.due <= ${until}::date or p.due is null)
      ), latest as (
        -- All at once, so that the policies are asked of the rows together.
        select p.id, max(p.version) as version from app.paper p
        where ${here('p')} and p.id = any (array(select id from opened))
        group by p.id
      )
      select opened.* from opened join latest on latest.id = opened.id and latest.version = opened.version`,
  );

const TITLE_LENGTH = 200;

/** What papers are called, by their ids: whatever of these their kind has. */
export async function findTitles(
  transaction: DatabaseTransaction,
  papers: readonly Pick<DuePaperRow, 'id' | 'version'>[],
): Promise<ReadonlyMap<string, string | null>> {
  if (papers.length === 0) return new Map();
  const rows = await rowsOf(
    transaction,
    sql<{ id: string; title: string | null }>`
      select p.id, left(coalesce(p.content->>'title', p.content->>'name', p.content->>'text', p.content->>'question'),
        ${TITLE_LENGTH}::integer) as title
      from app.paper p
      join unnest(${papers.map(({ id }) => id)}::uuid[], ${papers.map(({ version }) => version)}::integer[])
        as shown (id, version) on shown.id = p.id and shown.version = p.version
      where ${here('p')}`,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** A step of a lifecycle, as far as it tells of what is due. */
export type TakenStepRow = {
  readonly allianceId: string;
  readonly nth: number | null;
  readonly kind: StepKind;
  readonly day: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly actorId: string | null;
};

/**
 * The steps of the lifecycles that go on and of which a gate may be due by a day, or wait for somebody's word, or a waiver end: all
 * but decisions and deliverables, without the evidence; those of one together and in their order. Which do, their steps come to.
 */
export const findStepsOfDue = (transaction: DatabaseTransaction, until: string): Promise<readonly TakenStepRow[]> =>
  rowsOf(
    transaction,
    sql<TakenStepRow>`
      with present as materialized (
        select distinct on (s.alliance_id) s.alliance_id, s.kind, s.content->>'stage' as stage
        from app.lifecycle_step s
        where ${here('s')} and s.kind in ('begun', 'advanced', 'revisited', 'ended', 'given-up')
        order by s.alliance_id, s.nth desc
      ), said as materialized (
        select s.alliance_id, s.kind, s.content->>'stage' as stage, s.content->>'criterion' as criterion
        from app.lifecycle_step s
        join present on present.alliance_id = s.alliance_id and present.kind not in ('ended', 'given-up')
        where ${here('s')} and s.kind in ('planned', 'approvers-named', 'waived') and (
          s.kind = 'planned' and s.content->>'stage' = present.stage and s.content->>'due' <= ${until}
          or s.kind = 'approvers-named' and s.content->>'stage' = present.stage
          or s.kind = 'waived' and s.content->>'until' <= ${until})
      ), verdict as (
        select distinct on (s.alliance_id, stage, criterion)
          s.alliance_id, s.content->>'stage' as stage, s.content->>'criterion' as criterion, s.content->>'verdict' as said
        from app.lifecycle_step s
        where ${here('s')} and s.kind = 'judged'
          and s.alliance_id = any (array(select distinct alliance_id from said where kind = 'waived'))
        order by s.alliance_id, stage, criterion, s.nth desc
      ), asking as (
        select said.alliance_id from said
        left join verdict on verdict.alliance_id = said.alliance_id and verdict.stage = said.stage
          and verdict.criterion = said.criterion
        where said.kind <> 'waived' or verdict.said is distinct from 'met'
      )
      select s.alliance_id as "allianceId", s.nth, s.kind, s.day::text, s.content - 'evidence' as content, s.actor_id as "actorId"
      from app.lifecycle_step s
      where ${here('s')} and s.kind <> 'recorded' and s.alliance_id = any (array(select distinct alliance_id from asking))
      order by s.alliance_id, s.nth`,
  );

/** An alliance whose end may come between two days, as the register has it. */
export type EndingRow = { readonly id: string; readonly end: string; readonly last: string };

export const findEndings = (
  transaction: DatabaseTransaction,
  { today, until }: { readonly today: string; readonly until: string },
): Promise<readonly EndingRow[]> =>
  rowsOf(
    transaction,
    sql<EndingRow>`
      select a.id, a.end_date::text as "end", a.end_date_latest::text as last
      from app.alliance a
      where ${here('a')} and a.stated and a.end_date::text not in ('..', '')
        and a.end_date_earliest <= ${until}::date and a.end_date_latest >= ${today}::date`,
  );

/** What a partner was asked about the edition that stands, and nobody there has answered. */
export type WaitingRequestRow = {
  readonly id: string;
  readonly publicationId: string;
  readonly allianceId: string;
  readonly partnerId: string;
  readonly kind: (typeof REQUEST_KINDS)[number];
  readonly askedBy: string;
  readonly askedOn: string;
  /** The last day on which the partner can answer; null: it has no access any more. */
  readonly last: string | null;
};

export const findWaitingRequests = (transaction: DatabaseTransaction): Promise<readonly WaitingRequestRow[]> =>
  rowsOf(
    transaction,
    sql<WaitingRequestRow>`
      select r.id, r.publication_id as "publicationId", p.alliance_id as "allianceId", r.partner_id as "partnerId", r.kind,
        r.asked_by as "askedBy", (r.asked_at at time zone 'UTC')::date::text as "askedOn",
        coalesce((r.closes_at at time zone 'UTC' - interval '1 microsecond')::date::text, (select max((g.expires_at at time zone 'UTC' - interval '1 microsecond')::date)::text from room.grant g
          where g.workspace_id = r.workspace_id and g.publication_id = r.publication_id
            and g.withdrawn_at is null and g.suspended_at is null and g.expires_at > clock_timestamp()
            and (g.partner_id = r.partner_id or g.person_id in (
              select u.person_id from room.guest u
              where u.workspace_id = r.workspace_id and u.partner_id = r.partner_id and u.ended_at is null)))) as last
      from room.request r
      join room.publication p on p.workspace_id = r.workspace_id and p.id = r.publication_id
      where ${here('r')} and room.is_asked_now(r.workspace_id, r.id)
        and not exists (
          select from room.answer a where a.workspace_id = r.workspace_id and a.request_id = r.id and a.sent_at is not null)`,
  );

export type NamedRow = {
  readonly id: string;
  readonly slug: string | null;
  readonly name: string | null;
  readonly class: AccessClass;
};

/** Records of the register that the actor sees, by their ids. */
export const findNamed = (
  transaction: DatabaseTransaction,
  kind: 'alliance' | 'organisation',
  ids: readonly string[],
): Promise<readonly NamedRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : rowsOf(
        transaction,
        sql<NamedRow>`
          select t.id, t.slug, t.name, t.class from ${sql.table(`app.${kind}`)} t
          where ${here('t')} and t.id = any (${[...ids]}::uuid[])`,
      );

/** The names of people who are or were members, by id. */
export async function findNames(
  transaction: DatabaseTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(
    transaction,
    sql<{ id: string; name: string }>`select p.id, p.name from app.person p where p.id = any (${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
