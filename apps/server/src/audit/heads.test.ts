import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inWorkspace } from '../platform/database.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer } from '../register/test-server.ts';
import { headSigned, isSigned } from './audit-key.ts';
import { auditRoom } from './audit.routes.ts';
import { auditVerdict } from './audit-verification.ts';
import { signHeads } from './heads.commands.ts';
import { chainActs } from './sign-in-acts.commands.ts';
import { altered, auditLines, auditTexts, codesOf, read } from './test-audits.ts';

const server = await testServer([registerRoom, auditRoom]);
const { app, superuser } = server.database;
const { privateKey } = generateKeyPairSync('ed25519');
const key = () => privateKey;
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

const { rows } = await sql<{ id: string }>`select id from app.person where is_local`.execute(superuser);
const me = rows[0]?.id ?? '';

/** A workspace with entries of every kind that its members make, and heads that were signed meanwhile. */
async function workspaceOfAllKinds(slug: string): Promise<string> {
  await server.ask('POST', '/workspaces', { slug, name: slug });
  const path = `/workspaces/${slug}`;
  await server.ask('POST', `${path}/organisations`, { name: 'Alpha' });
  await server.ask('POST', `${path}/organisations`, { name: 'Beta', class: 'CLEAN' });
  await signHeads(app, key, at(1));
  await server.ask('GET', `${path}/organisations/beta`);
  await server.ask('GET', `${path}/organisations`);
  await sql`
    insert into handover.sign_in_act (person_id, act, said) values (${me}, 'signed-in', ${JSON.stringify({ session: me })}::jsonb)`.execute(
    superuser,
  );
  await chainActs(app, { personId: me });
  await signHeads(app, key, at(2));
  await server.ask('POST', `${path}/organisations`, { name: 'Gamma' });
  return path;
}

const meddle = (statements: readonly RawBuilder<unknown>[]): Promise<unknown> =>
  superuser.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const statement of statements) await statement.execute(transaction);
  });

describe('the heads of all chains', () => {
  test('are signed for each chain that grew, once, and kept', async () => {
    await workspaceOfAllKinds('one');
    await workspaceOfAllKinds('two');
    expect(await signHeads(app, key, at(3))).toBe(1);
    expect(await signHeads(app, key, at(4))).toBe(0);
    await server.ask('POST', '/workspaces/two/houses', { name: 'House' });
    expect(await signHeads(app, key, at(5))).toBe(1);
    const page = await server.ask('GET', '/workspaces/two/audit');
    expect(page.body['heads']).toMatchObject([
      { signedAt: at(5).toISOString() },
      { signedAt: at(3).toISOString() },
      {},
      {},
    ]);
    expect(page.body['headTotal']).toBe(4);
    const verdict = await server.ask('POST', '/workspaces/two/audit/verification', {});
    expect(verdict.body).toMatchObject({ heads: 4, faults: [] });
  });

  test('are signed by another key beside those of the first', async () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(await signHeads(app, () => other, at(6))).toBe(2);
    expect((await server.ask('POST', '/workspaces/one/audit/verification', {})).body).toMatchObject({ faults: [] });
  });
});

describe('the lists of the audit', () => {
  test('are narrowed to a kind, whose entries are counted', async () => {
    const path = await workspaceOfAllKinds('kinds');
    const listed = async (kind: string) => {
      const { body } = await server.ask('GET', `${path}/audit?kind=${kind}`);
      return [body['total'], (body['items'] as { action: string }[]).map(({ action }) => action)];
    };
    expect(await listed('reads')).toEqual([2, ['clean-read', 'clean-read']]);
    expect(await listed('sign-ins')).toEqual([1, ['sign-in']]);
    expect(await listed('changes')).toEqual([4, ['change', 'change', 'change', 'change']]);
    expect(await listed('grants')).toEqual([0, []]);
    expect((await server.ask('GET', `${path}/audit?kind=all`)).status).toBe(400);
  });
});

describe('beside the heads that were kept, it is found', () => {
  test.each<[string, (here: RawBuilder<unknown>) => RawBuilder<unknown>[], string]>([
    [
      'that a tail was cut and the end put where it was cut',
      (here) => [
        sql`delete from app.audit_entry where ${here} and sequence > 4`,
        sql`update app.audit_chain c set sequence = 4, digest = e.digest from app.audit_entry e
          where c.workspace_id = e.workspace_id and e.sequence = 4 and c.${here}`,
      ],
      'audit-tail-cut',
    ],
    [
      'that the chain was written anew behind a head',
      (here) => [
        sql`update app.audit_entry set content = replace(content, 'Local', 'Other') where ${here} and sequence = 1`,
        sql`with recursive anew as (
            select workspace_id, sequence, content,
              sha256(sha256(convert_to('entente audit ' || workspace_id, 'UTF8')) || convert_to(content, 'UTF8')) as digest
            from app.audit_entry where ${here} and sequence = 1
            union all
            select e.workspace_id, e.sequence, e.content, sha256(a.digest || convert_to(e.content, 'UTF8'))
            from anew a join app.audit_entry e on e.workspace_id = a.workspace_id and e.sequence = a.sequence + 1)
          update app.audit_entry e set digest = anew.digest from anew
          where e.workspace_id = anew.workspace_id and e.sequence = anew.sequence`,
        sql`update app.audit_chain c set digest = e.digest from app.audit_entry e
          where c.workspace_id = e.workspace_id and e.sequence = c.sequence and c.${here}`,
      ],
      'audit-head-differs',
    ],
    [
      'that a head was signed by nobody',
      (here) => [sql`update app.audit_head set signature = repeat('A', 86) where ${here}`],
      'audit-head-differs',
    ],
  ])('%s', async (what, statements, code) => {
    const slug = what.replaceAll(' ', '-').slice(0, 60);
    const path = await workspaceOfAllKinds(slug);
    const verdict = async () =>
      codesOf((await server.ask('POST', `${path}/audit/verification`, {})).body as Parameters<typeof codesOf>[0]);
    expect(await verdict()).toEqual([]);
    const { body } = await server.ask('GET', path);
    await meddle(statements(sql`workspace_id = ${body['id']}`));
    expect(await verdict()).toContain(code);
    expect(codesOf(await auditVerdict(read(await auditTexts(server, path))))).toContain(code);
  });

  test('that any one line was left out, doubled, moved or altered, whatever it tells of', async () => {
    const path = await workspaceOfAllKinds('any-line');
    const texts = await auditTexts(server, path);
    const kinds = (await auditLines(server, path)).map((line) =>
      line.kind === 'entry' ? (JSON.parse(line.content) as { action: string }).action : line.kind,
    );
    expect([...new Set(kinds)].sort()).toEqual(['change', 'clean-read', 'end', 'head', 'row', 'sign-in', 'workspace']);
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
      { numRuns: 500 },
    );
  });
});

describe('a head', () => {
  const head = headSigned(privateKey, {
    workspace: me,
    sequence: 1,
    digest: 'a'.repeat(64),
    signedAt: at(1).toISOString(),
  });
  const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');

  test.each(['key', 'signature'] as const)('is not signed with another last sign of its %s', (part) => {
    expect(isSigned(head)).toBe(true);
    const spellings = SIGNS.map((sign) => head[part].slice(0, -1) + sign);
    expect(spellings.filter((spelling) => isSigned({ ...head, [part]: spelling }))).toEqual([head[part]]);
  });
});

describe('the database refuses', () => {
  const alone = { code: '42501' };
  const asClockwork = <T>(workspaceId: string, statement: RawBuilder<T>) =>
    inWorkspace(app, { workspaceId, actorId: '' }, async (transaction) => {
      await sql`select set_config('entente.clockwork', 'heads', true)`.execute(transaction);
      return statement.execute(transaction);
    });
  const idOf = async (slug: string) => String((await server.ask('GET', `/workspaces/${slug}`)).body['id']);

  test.each([
    ['to change a head', sql`update app.audit_head set signed_at = now()`],
    ['to remove a head', sql`delete from app.audit_head`],
  ])('whoever asks %s', async (_what, statement) => {
    await expect(asClockwork(await idOf('one'), statement)).rejects.toMatchObject(alone);
  });

  test('the server, which signs heads, to read an entry or anything else', async () => {
    const id = await idOf('one');
    for (const table of ['audit_entry', 'clean_reading', 'organisation', 'member', 'change_set'])
      expect([table, (await asClockwork(id, sql`select from ${sql.table(`app.${table}`)}`)).rows]).toEqual([table, []]);
  });
});
