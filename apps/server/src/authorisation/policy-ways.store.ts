import { type RawBuilder, sql } from 'kysely';
import type { DatabaseTransaction } from '../platform/database.ts';
import { insertWorkspace } from '../register/workspaces.store.ts';
import type { Probe } from './policy-probes.store.ts';

export type Step = readonly [name: string, run: (transaction: DatabaseTransaction) => Promise<unknown>];
const rowsOf = async (query: Promise<{ readonly rows: readonly unknown[] }>) => (await query).rows;
const touchedBy = async (query: Promise<{ readonly numAffectedRows?: bigint | undefined }>) =>
  String((await query).numAffectedRows);
const touching = (statement: RawBuilder<unknown>) => (transaction: DatabaseTransaction) =>
  touchedBy(statement.execute(transaction));
const set = (name: string, value: string) => sql`select set_config(${name}, ${value}, true)`;

/** What the ways need of the world that they lead through. */
export type Landmarks = {
  /** An organisation that everybody reads who reads anything. */
  readonly issuer: string;
  readonly reader: string;
  readonly guest: string;
  readonly newcomer: string;
  /** The other workspace. */
  readonly elsewhere: string;
};

/** The ways through several tables that triggers take, step by step. */
export function waysFor(
  { issuer, reader, guest, newcomer, elsewhere }: Landmarks,
  { personId, workspaceId }: Probe,
): Readonly<Record<string, readonly Step[]>> {
  return {
    'founds a workspace and invites': [
      [
        'found',
        async (t) =>
          (await insertWorkspace(t, { slug: 'probe', name: 'Probe', defaultPopulation: 'all' }))?.viewer.memberships[0]
            ?.role,
      ],
      [
        'enter',
        (t) =>
          sql`select set_config('entente.workspace', id::text, true) from app.workspace where slug = 'probe'`.execute(
            t,
          ),
      ],
      [
        'invite',
        async (t) =>
          touchedBy(
            sql`
        insert into app.invitation (workspace_id, email, role, token_digest, invited_by, expires_at)
        values (current_setting('entente.workspace')::uuid, 'a@example.org', 'reader', sha256('a'), ${personId}, now() + interval '1 day')`.execute(
              t,
            ),
          ),
      ],
      ['audit', (t) => rowsOf(sql`select sequence from app.audit_entry`.execute(t))],
    ],
    'changes the register': [
      [
        'open',
        (t) =>
          sql`with opened as (
          insert into app.change_set (workspace_id, actor_id, command)
          values (${workspaceId}, ${personId}, 'probe') returning id)
          select set_config('entente.change_set', id::text, true) from opened`.execute(t),
      ],
      [
        'add',
        async (t) =>
          touchedBy(
            sql`insert into app.house (workspace_id, slug, name) values (${workspaceId}, 'probe', 'Probe')`.execute(t),
          ),
      ],
      [
        'add many',
        async (t) =>
          touchedBy(
            sql`insert into app.house (workspace_id, slug) select ${workspaceId}, 'probe-' || nth from generate_series(1, 50) nth`.execute(
              t,
            ),
          ),
      ],
      ['change', async (t) => touchedBy(sql`update app.house set name = 'Probed' where slug = 'probe'`.execute(t))],
      ['remove', async (t) => touchedBy(sql`delete from app.house where slug = 'probe'`.execute(t))],
      [
        'stake',
        async (t) =>
          touchedBy(
            sql`insert into app.stake (workspace_id, issuer_id, holders, share, period_from) values (${workspaceId}, ${issuer}, 'Others', 1, '2001')`.execute(
              t,
            ),
          ),
      ],
      ['unjudge', touching(sql`delete from app.stake_judgement`)],
      ['unlisted', (t) => rowsOf(sql`select count(*) from app.record`.execute(t))],
      [
        'raise',
        async (t) =>
          touchedBy(sql`update app.workspace set version = version + 1 where id = ${workspaceId}`.execute(t)),
      ],
      [
        'close',
        async (t) =>
          touchedBy(
            sql`update app.change_set set workspace_version = 99999 where workspace_version is null`.execute(t),
          ),
      ],
    ],
    'signs heads, as the server does': [
      ['be nobody', (t) => set('entente.actor', '').execute(t)],
      ['clockwork', (t) => set('entente.clockwork', 'heads').execute(t)],
      ['be nowhere', (t) => set('entente.workspace', '').execute(t)],
      ['chains', (t) => rowsOf(sql`select workspace_id from app.audit_chain order by 1`.execute(t))],
      ['heads', (t) => rowsOf(sql`select count(*) from app.audit_head`.execute(t))],
      ['entries', (t) => rowsOf(sql`select count(*) from app.audit_entry`.execute(t))],
      ['elsewhere', (t) => set('entente.workspace', elsewhere).execute(t)],
      [
        'sign',
        async (t) =>
          touchedBy(
            sql`
        insert into app.audit_head (workspace_id, sequence, digest, key, signature, signed_at)
        select workspace_id, sequence, digest, repeat('n', 43), repeat('s', 86), now() from app.audit_chain
        where workspace_id = ${elsewhere}`.execute(t),
          ),
      ],
      ['signed', (t) => rowsOf(sql`select count(*) from app.audit_head`.execute(t))],
    ],
    'sends notices, as the server does': [
      [
        'open a room',
        async (t) =>
          touchedBy(
            sql`
        insert into room.grant (workspace_id, publication_id, person_id, granted_by, expires_at)
        select workspace_id, id, ${guest}, ${personId}, now() + interval '1 day' from room.publication limit 1`.execute(
              t,
            ),
          ),
      ],
      ['be nobody', (t) => set('entente.actor', '').execute(t)],
      ['clockwork', (t) => set('entente.clockwork', 'notices').execute(t)],
      ['here', (t) => rowsOf(sql`select count(*) from app.notice`.execute(t))],
      ['be nowhere', (t) => set('entente.workspace', '').execute(t)],
      ['due', (t) => rowsOf(sql`select kind from app.notice order by position`.execute(t))],
      ['put off', async (t) => touchedBy(sql`update app.notice set attempts = 1`.execute(t))],
      ['sent', async (t) => touchedBy(sql`delete from app.notice`.execute(t))],
    ],
    'signs a review': [
      [
        'sign',
        async (t) =>
          touchedBy(
            sql`
        insert into app.review_signature (workspace_id, review_id, person_id, person_name, digest)
        select workspace_id, id, nullif(${personId}, '')::uuid, 'x', digest from app.review
        where state = 'decided' and class = 'INTERNAL'`.execute(t),
          ),
      ],
    ],
    'keeps a move, and discards it': [
      [
        'keep',
        touching(sql`
        insert into app.candidate_move (workspace_id, class, organisation_id, content)
        values (${workspaceId}, 'INTERNAL', ${issuer}, '{}')`),
      ],
      ['discard', touching(sql`update app.candidate_move set discarded = true where not discarded`)],
    ],
    'begins a lifecycle': [
      [
        'begin',
        touching(sql`
        insert into app.lifecycle_step (workspace_id, alliance_id, nth, kind, day, content)
        select workspace_id, id, 1, 'begun', '2003-10-01', '{}' from app.alliance where slug = 'alliance'`),
      ],
    ],
    'writes a paper': [
      [
        'write',
        touching(sql`
        insert into app.paper (workspace_id, alliance_id, id, version, kind, content)
        select workspace_id, id, gen_random_uuid(), 1, 'action', '{}' from app.alliance where slug = 'alliance'`),
      ],
    ],
    leaves: [
      [
        'leave',
        async (t) =>
          touchedBy(
            sql`update app.member set ended_at = now() where person_id = nullif(${personId}, '')::uuid`.execute(t),
          ),
      ],
      ['is out', (t) => rowsOf(sql`select role from app.role_held`.execute(t))],
    ],
    'raises a reader': [
      [
        'raise',
        async (t) => touchedBy(sql`update app.member set role = 'contributor' where person_id = ${reader}`.execute(t)),
      ],
      ['become', (t) => set('entente.actor', reader).execute(t)],
      ['holds', (t) => rowsOf(sql`select role from app.role_held order by role`.execute(t))],
    ],
    'invites a guest, who joins': [
      [
        'invite',
        async (t) =>
          touchedBy(
            sql`
        insert into app.guest_invitation (workspace_id, email, partner_id, token_digest, invited_by, expires_at)
        values (${workspaceId}, 'a@example.org', ${issuer}, sha256('guest'), ${personId}, now() + interval '1 day')`.execute(
              t,
            ),
          ),
      ],
      ['become', (t) => set('entente.actor', newcomer).execute(t)],
      ['hold the link', (t) => set('entente.invitation', 'guest').execute(t)],
      [
        'join',
        async (t) =>
          touchedBy(
            sql`
        insert into app.member (workspace_id, person_id, role, partner_id)
        values (${workspaceId}, ${newcomer}, 'guest', ${issuer})`.execute(t),
          ),
      ],
      ['is a guest', (t) => rowsOf(sql`select role from app.role_held`.execute(t))],
    ],
    'asks for the first time': [
      ['nobody', (t) => set('entente.actor', '').execute(t)],
      ['account', (t) => set('entente.account', 'a new account').execute(t)],
      [
        'person',
        async (t) =>
          touchedBy(sql`insert into app.person (name, account_id) values ('New', 'a new account')`.execute(t)),
      ],
      [
        'act',
        (t) =>
          sql`select set_config('entente.actor', id::text, true) from app.person where account_id = 'a new account'`.execute(
            t,
          ),
      ],
      [
        'rename',
        async (t) => touchedBy(sql`update app.person set name = 'Newer' where account_id = 'a new account'`.execute(t)),
      ],
    ],
  };
}
