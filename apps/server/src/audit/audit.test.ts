import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { AuditFault, AuditVerdict, SignedHead } from '@entente/contract/audit';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { closeChange, organisation, testWorkspace } from '../register/test-workspace.store.ts';
import { headSigned } from './audit-key.ts';
import type { AuditLine } from './audit-lines.ts';
import { auditRoom } from './audit.routes.ts';
import { auditVerdict } from './audit-verification.ts';
import { altered, auditLines, codesOf, read } from './test-audits.ts';

const server = await testServer([registerRoom, auditRoom]);
const { superuser } = server.database;

/**
 * A workspace with six changes: the source of what is typed in, four organisations, and one of them renamed; and as many
 * more as are asked for.
 */
async function workspaceWithChanges(slug: string, more = 0): Promise<string> {
  await server.ask('POST', '/workspaces', { slug, name: slug });
  const at = `/workspaces/${slug}`;
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Delta']) await server.ask('POST', `${at}/organisations`, { name });
  const alpha = await server.ask('GET', `${at}/organisations/alpha`);
  const renamed = await server.ask(
    'PATCH',
    `${at}/organisations/alpha`,
    { name: 'Alpha Machines' },
    { 'if-match': String(alpha.headers['etag']) },
  );
  expect(renamed.status).toBe(200);
  for (let nth = 1; nth <= more; nth += 1) await server.ask('POST', `${at}/houses`, { name: `House ${nth}` });
  return at;
}

const verdictOf = async (at: string, witnesses: readonly SignedHead[] = []): Promise<AuditVerdict> =>
  (await server.ask('POST', `${at}/audit/verification`, { witnesses })).body as unknown as AuditVerdict;

const headOf = async (at: string): Promise<SignedHead> =>
  (await server.ask('POST', `${at}/audit/heads`)).body as unknown as SignedHead;

const linesOf = (at: string): Promise<AuditLine[]> => auditLines(server, at);

async function fileOf(at: string): Promise<{ readonly text: string; readonly type: unknown }> {
  const reply = await server.app.inject({
    method: 'GET',
    url: `/api/v1${at}/audit/file`,
    headers: { host: 'localhost:15500' },
  });
  return { text: reply.body, type: reply.headers['content-type'] };
}

/** The same entries with other words, every digest computed to fit: what the one can do who holds the database. */
function chainedAnew(lines: readonly AuditLine[]): AuditLine[] {
  let previous = Buffer.alloc(0);
  let last = 0;
  return lines.flatMap((line): AuditLine[] => {
    if (line.kind === 'workspace') previous = createHash('sha256').update(`entente audit ${line.id}`).digest();
    if (line.kind === 'end') return [{ ...line, sequence: last, digest: previous.toString('hex'), heads: 0 }];
    if (line.kind !== 'entry') return [line];
    last = line.sequence;
    const content = line.content.replace('Local user', 'Other user');
    previous = createHash('sha256').update(previous).update(content).digest();
    return [{ ...line, content, digest: previous.toString('hex') }];
  });
}

async function* each(lines: readonly AuditLine[]): AsyncGenerator<AuditLine> {
  for (const line of lines) yield await Promise.resolve(line);
}

/** What somebody with every right in the database can do, with triggers and references switched off. */
const meddle = (statements: readonly ReturnType<typeof sql>[]): Promise<unknown> =>
  superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const statement of statements) await statement.execute(transaction);
  });

describe('the audit of a workspace', () => {
  // @asvs V16.2.1
  test('has an entry for each change, with who, what and the lines of the log it covers, and agrees', async () => {
    const at = await workspaceWithChanges('agrees');
    const page = await server.ask('GET', `${at}/audit`);
    expect(page.body['total']).toBe(6);
    expect((page.body['items'] as { command: string; sequence: number }[]).map(({ sequence }) => sequence)).toEqual([
      6, 5, 4, 3, 2, 1,
    ]);
    expect(page.body['items']).toMatchObject([
      { action: 'change', actorName: 'Local user', workspaceVersion: 5, rows: 2 },
      {},
      {},
      {},
      {},
      {},
    ]);
    expect(await verdictOf(at)).toMatchObject({ entries: 6, earlier: 0, faults: [] });
  });

  test('has no head before the first change', async () => {
    await server.ask('POST', '/workspaces', { slug: 'untouched', name: 'untouched' });
    const { status, body } = await server.ask('POST', '/workspaces/untouched/audit/heads');
    expect([status, body['type']]).toEqual([409, '/docs/errors/audit-empty']);
    expect(await verdictOf('/workspaces/untouched')).toMatchObject({ entries: 0, end: null, faults: [] });
  });

  test('signs one head for one end, whoever asks again', async () => {
    const at = await workspaceWithChanges('signs');
    const head = await headOf(at);
    expect(head.sequence).toBe(6);
    expect(await headOf(at)).toEqual(head);
    expect(await verdictOf(at, [head])).toMatchObject({ heads: 1, witnesses: 1, faults: [] });
  });

  test('is not reached from another workspace', async () => {
    const at = await workspaceWithChanges('one-of-two');
    await workspaceWithChanges('two-of-two');
    expect((await linesOf(at)).filter(({ kind }) => kind === 'entry')).toHaveLength(6);
  });

  test('verifies from its file alone, as from the database', async () => {
    const at = await workspaceWithChanges('filed');
    const witness = await headOf(at);
    const { type } = await fileOf(at);
    expect(type).toBe('application/x-ndjson; charset=utf-8');
    expect(await auditVerdict(each(await linesOf(at)), [witness])).toEqual(await verdictOf(at, [witness]));
  });
});

type Here = ReturnType<typeof sql>;

// @asvs V16.4.2
describe('what is done behind its back is found:', () => {
  test.each<[string, (here: Here) => Here | Here[], AuditFault['code']]>([
    [
      'words of an entry',
      (here) =>
        sql`update app.audit_entry set content = replace(content, 'Local', 'Other') where ${here} and sequence = 2`,
      'audit-entry-differs',
    ],
    [
      'a value in the log',
      (here) =>
        sql`update app.change set after = jsonb_set(after, '{slug}', '"other"') where ${here} and after ? 'slug'`,
      'audit-rows-differ',
    ],
    [
      'a line taken out of the log',
      (here) => sql`delete from app.change where position = (select min(position) from app.change where ${here})`,
      'audit-rows-differ',
    ],
    [
      'a line put into the log',
      (here) => sql`
        insert into app.change (workspace_id, change_set_id, table_name, row_id, record_kind, record_id, class, after)
        select workspace_id, change_set_id, table_name, gen_random_uuid(), record_kind, record_id, class, after
        from app.change where ${here} limit 1`,
      'audit-rows-differ',
    ],
    [
      'an entry cut out of the middle',
      (here) => sql`delete from app.audit_entry where ${here} and sequence = 3`,
      'audit-entry-missing',
    ],
    [
      'two entries that changed places',
      (here) => [
        sql`update app.audit_entry set sequence = 1000 where ${here} and sequence = 51`,
        sql`update app.audit_entry set sequence = 51 where ${here} and sequence = 52`,
        sql`update app.audit_entry set sequence = 52 where ${here} and sequence = 1000`,
      ],
      'audit-entry-differs',
    ],
    ['a tail cut off', (here) => sql`delete from app.audit_entry where ${here} and sequence > 50`, 'audit-tail-cut'],
    [
      'a change that no entry tells of',
      (here) => sql`
        insert into app.change_set (workspace_id, actor_id, command, workspace_version)
        select workspace_id, actor_id, 'forged', 3 from app.change_set where ${here} limit 1`,
      'audit-change-unlisted',
    ],
  ])('%s', async (what, statement, code) => {
    const slug = `meddled-${what.replaceAll(' ', '-')}`;
    const at = await workspaceWithChanges(slug, 50);
    expect((await verdictOf(at)).faults).toEqual([]);
    await meddle([statement(sql`workspace_id = (select id from app.workspace where slug = ${slug})`)].flat());
    expect(codesOf(await verdictOf(at))).toContain(code);
  });

  test('a chain that was written anew throughout, by a head that a partner kept', async () => {
    const at = await workspaceWithChanges('anew');
    const witness = await headOf(at);
    const forged = chainedAnew((await linesOf(at)).filter(({ kind }) => kind !== 'head'));
    expect((await auditVerdict(each(forged))).faults).toEqual([]);
    expect(codesOf(await auditVerdict(each(forged), [witness]))).toEqual(['audit-head-differs']);
    const fourth = forged.findIndex((line) => line.kind === 'entry' && line.sequence === 4);
    const shorter = chainedAnew([...forged.slice(0, fourth), ...forged.slice(-1)]);
    expect((await auditVerdict(each(shorter))).faults).toEqual([]);
    expect(codesOf(await auditVerdict(each(shorter), [witness]))).toEqual(['audit-tail-cut']);
  });

  test('a head signed with a key of one’s own, by one who knows the key', async () => {
    const at = await workspaceWithChanges('other-key');
    const witness = await headOf(at);
    const lines = await linesOf(at);
    const { privateKey } = generateKeyPairSync('ed25519');
    const own = headSigned(privateKey, { ...witness, sequence: 4, digest: 'a'.repeat(64) });
    const [first, ...rest] = lines;
    if (first === undefined) throw new Error('an audit begins with its workspace');
    expect(codesOf(await auditVerdict(each([first, { kind: 'head', ...own }, ...rest]), [witness]))).toEqual([
      'audit-head-differs',
      'audit-head-missing',
    ]);
  });

  test('any one line of a file that is left out, doubled, moved or altered', async () => {
    const at = await workspaceWithChanges('any-line');
    const lines = await linesOf(at);
    const texts = lines.map((line) => JSON.stringify(line));
    const place = fc.nat({ max: texts.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        place,
        place,
        fc.constantFrom('leave out', 'double', 'move', 'alter'),
        fc.nat(),
        async (one, other, how, where) => {
          const changed = [...texts];
          const [line = ''] = changed.splice(one, 1);
          if (how === 'double') changed.splice(one, 0, line, line);
          if (how === 'move') changed.splice(other, 0, line);
          if (how === 'alter') changed.splice(one, 0, altered(line, where));
          fc.pre(changed.join() !== texts.join());
          expect((await auditVerdict(read(changed))).faults).not.toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the database itself refuses', () => {
  test.each([
    [
      'an entry of its own',
      sql`insert into app.audit_entry (workspace_id, sequence, content, digest)
      select workspace_id, sequence + 1, '{}', digest from app.audit_chain`,
    ],
    ['another end of the chain', sql`update app.audit_chain set sequence = 1`],
    ['to change an entry', sql`update app.audit_entry set content = '{}'`],
    ['to remove an entry', sql`delete from app.audit_entry`],
  ])('the application %s', async (_what, statement) => {
    const at = await testWorkspace(server.database, `refused-${randomUUID().slice(0, 8)}`);
    await organisation(at, 'one');
    const done = await at
      .inside((transaction) => statement.execute(transaction))
      .then(
        ({ numAffectedRows = 0n }) => Number(numAffectedRows),
        () => 0,
      );
    expect(done).toBe(0);
  });

  test('to write on under a change that is closed, and to open it again', async () => {
    const at = await testWorkspace(server.database, 'closed');
    const late = at.change(async (transaction) => {
      await closeChange(transaction);
      await sql`insert into app.organisation (workspace_id, slug, name) values (${at.id}, 'late', 'Late')`.execute(
        transaction,
      );
    });
    await expect(late).rejects.toMatchObject({ constraint: 'change_needs_change_set' });
    const opened = at.change(async (transaction) => {
      await closeChange(transaction);
      await sql`update app.change_set set workspace_version = null`.execute(transaction);
    });
    await expect(opened).rejects.toMatchObject({ constraint: 'change_set_closed' });
  });

  test('to close a change by hand, which would leave it without an entry', async () => {
    const at = await testWorkspace(server.database, 'by-hand');
    const closed = at.change((transaction) =>
      sql`update app.change_set set workspace_version = 1, classes = '{}', seen_versions = '{0,0,0}'`.execute(
        transaction,
      ),
    );
    await expect(closed).rejects.toMatchObject({ constraint: 'change_set_closed' });
  });
});
