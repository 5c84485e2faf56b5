import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inWorkspace } from '../platform/database.ts';
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
import { type Landmarks, type Step, waysFor } from './policy-ways.store.ts';

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

const personNamed = (name: string): string => probes.find((probe) => probe.name === name)?.personId ?? '';
const landmarks: Landmarks = {
  issuer: world.ours.records.get('organisations')?.get('INTERNAL') ?? '',
  reader: personNamed('reader'),
  guest: personNamed('guest of one partner'),
  newcomer: personNamed('somebody of no workspace'),
  elsewhere: world.theirs.id,
};

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
    for (const [name, way] of Object.entries(waysFor(landmarks, probe)))
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
  'paper.role_reads': 'a paper is read with its alliance, which refuses first',
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
