import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DatabaseTransaction, inWorkspace } from '../platform/database.ts';
import { insertWorkspace } from '../register/workspaces.store.ts';
import { openMatrixWorld } from './matrix-setting.ts';
import {
  findPolicies,
  ownerSees,
  type PolicyRow,
  type Probe,
  probedTables,
  type ProbedTable,
  probeTable,
  seedOwnThings,
  withoutForce,
  withoutPolicy,
} from './policy-probes.store.ts';

const world = await openMatrixWorld();
afterAll(world.close);
const { database } = world.server;
const policies = await findPolicies(database, 'app');
const probes: Probe[] = world.personas.flatMap(({ name, actor }) =>
  actor.kind === 'person' ? [{ name, personId: actor.personId, workspaceId: world.ours.id, scopes: actor.scopes }] : [],
);
const stranger: Probe = { name: 'no actor', personId: '', workspaceId: world.ours.id, scopes: null };
const owner = probes.find(({ name }) => name === 'owner') ?? stranger;
const ofTheTeam = probes.find(({ name }) => name === 'manager of the clean team') ?? stranger;
const everybody = [
  ...probes,
  stranger,
  { ...owner, name: 'key of an owner, for the audit', scopes: ['audit.read'] },
  { ...ofTheTeam, name: 'key of the clean team, for the audit', scopes: ['audit.read'] },
  { ...ofTheTeam, name: 'key of the clean team, for what it released', scopes: ['releases.read'] },
];
await seedOwnThings(
  database,
  world.ours.id,
  probes.map(({ personId }) => personId),
);
const tables = await probedTables(database, world.ours.id);
const tableNamed = (name: string): ProbedTable => {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

/** What everybody gets from a table. */
async function linesOf(table: ProbedTable): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const probe of everybody) lines.push(`${probe.name}: ${await probeTable(database.app, probe, table)}`);
  return lines;
}

type Step = readonly [name: string, run: (transaction: DatabaseTransaction) => Promise<unknown>];
const rowsOf = async (query: Promise<{ readonly rows: readonly unknown[] }>) => (await query).rows;
const touchedBy = async (query: Promise<{ readonly numAffectedRows?: bigint | undefined }>) =>
  String((await query).numAffectedRows);
const touching = (statement: RawBuilder<unknown>) => (transaction: DatabaseTransaction) =>
  touchedBy(statement.execute(transaction));
const set = (name: string, value: string) => sql`select set_config(${name}, ${value}, true)`;

/** The ways through several tables that triggers take, step by step. */
function waysFor({ personId, workspaceId }: Probe): Readonly<Record<string, readonly Step[]>> {
  const issuer = world.ours.records.get('organisations')?.get('INTERNAL') ?? '';
  const reader = probes.find(({ name }) => name === 'reader')?.personId ?? '';
  const guest = probes.find(({ name }) => name === 'guest of one partner')?.personId ?? '';
  const newcomer = probes.find(({ name }) => name === 'somebody of no workspace')?.personId ?? '';
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
      ['elsewhere', (t) => set('entente.workspace', world.theirs.id).execute(t)],
      [
        'sign',
        async (t) =>
          touchedBy(
            sql`
        insert into app.audit_head (workspace_id, sequence, digest, key, signature, signed_at)
        select workspace_id, sequence, digest, repeat('n', 43), repeat('s', 86), now() from app.audit_chain
        where workspace_id = ${world.theirs.id}`.execute(t),
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

/** How far somebody comes on a way, and what they see on it. It leaves no trace. */
async function followed(probe: Probe, way: readonly Step[]): Promise<string> {
  const told: string[] = [];
  const undone = new Error('undone');
  const { personId: actorId, workspaceId, scopes } = probe;
  await inWorkspace(database.app, { workspaceId, actorId, scopes }, async (transaction) => {
    for (const [name, run] of way) {
      try {
        const seen = await run(transaction);
        told.push(`${name} ${typeof seen === 'object' && seen !== null && 'rows' in seen ? '' : JSON.stringify(seen)}`);
      } catch (error) {
        told.push(`${name} ${(error as Error).message.replaceAll(/[0-9a-f-]{36}/g, 'ID')}`);
        throw undone;
      }
    }
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return told.join('; ');
}

async function waysOf(): Promise<readonly string[]> {
  const told: string[] = [];
  for (const probe of everybody) {
    for (const [name, way] of Object.entries(waysFor(probe)))
      told.push(`${probe.name} ${name}: ${await followed(probe, way)}`);
  }
  return told;
}

const baseline = new Map<string, readonly string[]>();
let ways: readonly string[] = [];
beforeAll(async () => {
  for (const table of tables) baseline.set(table.name, await linesOf(table));
  ways = await waysOf();
});

/** Whether anything that is asked of the database comes out otherwise than with all policies. */
async function isNoticed(table: string): Promise<boolean> {
  const now = await linesOf(tableNamed(table));
  if (JSON.stringify(now) !== JSON.stringify(baseline.get(table))) return true;
  return JSON.stringify(await waysOf()) !== JSON.stringify(ways);
}

describe('the database by itself', () => {
  test('shows nothing to whoever holds no role, table by table', () => {
    const open = new Set(['record_kind', 'role_class', 'role_permission', 'shareable_field', 'person']);
    const outsiders = new Set([
      'no actor',
      'somebody of no workspace',
      'guest of one partner',
      'guest of its rival',
      'former administrator',
    ]);
    const own = new Set(['member', 'role_held', 'idempotency_key']);
    for (const [table, lines] of baseline) {
      if (open.has(table) || own.has(table)) continue;
      for (const line of lines.filter((each) => outsiders.has(each.split(':')[0] ?? ''))) {
        expect(`${table}, ${line}`).toMatch(/read 0 read;/);
        expect(`${table}, ${line}`).toMatch(/changed (-|0 touched|42501 )/);
        expect(`${table}, ${line}`).toMatch(/removed (0 touched|42501 )/);
      }
    }
  });

  test('lets readers and auditors write no record', () => {
    for (const [table, lines] of baseline) {
      if (!['organisation', 'alliance', 'stake', 'claim', 'event', 'source', 'measure'].includes(table)) continue;
      for (const line of lines.filter((each) => /^(reader|auditor):/.test(each))) {
        expect(`${table}, ${line}`).toMatch(/changed 0 touched; removed 0 touched; added 42501 /);
      }
    }
  });
});

/** Policies that hold nothing up which another does not hold up as well, each with the reason. */
const DOUBLED: Readonly<Record<string, string>> = {
  'change.role_adds': 'the log is written by triggers of tables that refuse first',
  'change_bundle.role_adds': 'the log is written by triggers of tables that refuse first',
  'record.role_adds': 'the index of records is written by triggers of tables that refuse first',
  'record.role_removes': 'the index of records is written by triggers of tables that refuse first',
  'change_set.role_changes': 'who opens no change closes none',
  'stake_judgement.role_adds': 'judgements are written by a trigger on stakes, which refuse first',
  'stake_judgement.role_reads': 'judgements live within one statement of stakes, which refuse first',
  'stake_judgement.role_removes': 'judgements live within one statement of stakes, which refuse first',
  'release_input.class_reads': 'whoever does the work of the clean team reads its class',
  'release_input.role_adds': 'what a proposal is of is written by whoever proposes it, with it',
  'review.role_reads': 'a review is read with its alliance, which refuses first',
  'review_signature.role_reads': 'a signature is read with its review, which refuses first',
  'review_version.role_reads': 'a version is read with its review, which refuses first',
  'candidate_move.role_reads': 'a move is read with its firm, which refuses first',
  'lifecycle_step.role_reads': 'a step is read with its alliance, which refuses first',
  'import.role_changes': 'what may not be read is not changed',
  'import_mapping.role_changes': 'what may not be read is not changed',
  'view.role_changes': 'what may not be read is not changed',
};

describe('without it, something comes out otherwise:', () => {
  test.each(policies.map((policy): [string, PolicyRow] => [`${policy.table}.${policy.name}`, policy]))(
    'policy %s',
    async (name, policy) => {
      const noticed = await withoutPolicy(database, policy, () => isNoticed(policy.table));
      expect([name, noticed]).toEqual([name, DOUBLED[name] === undefined]);
    },
  );

  test.each(tables.map(({ name }) => name))('FORCE on %s', async (name) => {
    const sees = () => ownerSees(database, `app.${name}`);
    const before = await sees();
    const without = await withoutForce(database, `app.${name}`, sees);
    const isEmpty = tableNamed(name).row === null;
    const isOpen = ['record_kind', 'role_class', 'role_permission', 'shareable_field'].includes(name);
    expect([name, without !== before]).toEqual([name, !isEmpty && !isOpen]);
  });
});
