import { SHAREABLE_FIELDS } from '@entente/core/accounts';
import { RECORD_FIELDS } from '@entente/core/register';
import type { SubjectKind } from '@entente/core/kernel';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { enrol, person } from '../authorisation/test-people.store.ts';
import { inWorkspace } from '../platform/database.ts';
import { sharing, visit } from './test-rooms.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server, workspaceId, owner } = world;
const { app, room: roomLogin, superuser } = server.database;
const anna = await guestOf('rival-a', 'Anna of A');
const bert = await guestOf('rival-b', 'Bert of B');
const forA = (await publish([{ partner: 'rival-a' }])).id;
const forB = (await publish([{ partner: 'rival-b' }])).id;

/** Past the API: a statement as somebody of the workspace, or as a guest by the guests' own login. */
const asMember = <T>(actorId: string, statement: RawBuilder<T>) =>
  inWorkspace(app, { workspaceId, actorId }, (transaction) => statement.execute(transaction));
const asGuest = <T>(actorId: string, statement: RawBuilder<T>) =>
  inWorkspace(roomLogin, { workspaceId, actorId }, (transaction) => statement.execute(transaction));
const refused = (code: string) => ({ code });

describe('the fields that may be published', () => {
  test('stand in the database as in core, each a field of its kind', async () => {
    const { rows } = await sql<{ kind: string; field: string }>`select kind, field from app.shareable_field`.execute(
      superuser,
    );
    const expected = Object.entries(SHAREABLE_FIELDS).flatMap(([kind, fields]) =>
      fields.map((each) => `${kind} ${each}`),
    );
    expect(rows.map(({ kind, field }) => `${kind} ${field}`).sort()).toEqual(expected.sort());
    for (const [kind, fields] of Object.entries(SHAREABLE_FIELDS)) {
      const known = RECORD_FIELDS[kind as SubjectKind].map(({ name }) => name);
      expect(fields.filter((field) => !known.includes(field))).toEqual([]);
    }
  });
});

describe('the database', () => {
  const edition = async (): Promise<string> => {
    const { rows } = await asMember(
      owner.id,
      sql<{ id: string }>`insert into room.edition (workspace_id, publication_id, number, made_by)
        values (${workspaceId}, ${forA}, (random() * 1e9)::int + 10, ${owner.id}) returning id`,
    );
    return rows[0]?.id ?? '';
  };
  const item = async (parts: {
    kind: string;
    class?: string;
    record?: string | null;
    recordClass?: string;
    payload?: object;
    form?: string;
  }) => {
    const { kind, class: kindClass = 'INTERNAL', record = null, recordClass = 'INTERNAL', payload = {} } = parts;
    return asMember(
      owner.id,
      sql`insert into room.item (workspace_id, edition_id, position, form, kind, class, record_id, record_class, payload)
        values (${workspaceId}, ${await edition()}, 0, ${parts.form ?? 'record'}, ${kind}, ${kindClass}, ${record},
          ${record === null ? null : recordClass}, ${JSON.stringify(payload)}::jsonb)`,
    );
  };
  const stakeOf = async (recordClass: string): Promise<string> => {
    const { rows } = await sql<{ id: string }>`
      select id from app.stake where workspace_id = ${workspaceId} and class = ${recordClass} limit 1`.execute(
      superuser,
    );
    return rows[0]?.id ?? '';
  };

  test('takes a record that may be published', async () => {
    await expect(
      item({ kind: 'stake', record: await stakeOf('INTERNAL'), payload: { share: '1' } }),
    ).resolves.toBeDefined();
  });

  test.each(['NEVER', 'CLEAN'])('takes no record of the class %s, whatever class the statement claims', async (own) => {
    const record = await stakeOf(own);
    expect(record).not.toBe('');
    await expect(item({ kind: 'stake', record, payload: { share: '1' } })).rejects.toMatchObject(refused('23514'));
    await expect(item({ kind: 'stake', form: 'name', record, payload: {} })).rejects.toMatchObject(refused('23514'));
  });

  // @asvs V8.2.3
  test('takes no kind that is NEVER or not listed, and no field that is not', async () => {
    const record = await stakeOf('INTERNAL');
    for (const [kind, kindClass] of [
      ['exit-plan', 'NEVER'],
      ['exit-plan', 'INTERNAL'],
      ['person', 'INTERNAL'],
      ['made-up', 'INTERNAL'],
    ] as const)
      await expect(item({ kind, class: kindClass, record })).rejects.toMatchObject({ code: /23514|23503/ });
    for (const field of ['class', 'id', 'notes', 'constructor'])
      await expect(item({ kind: 'stake', record, payload: { [field]: 'x' } })).rejects.toMatchObject(refused('23514'));
    await expect(item({ kind: 'stake', form: 'name', record, payload: { share: '1' } })).rejects.toMatchObject(
      refused('23514'),
    );
    await expect(item({ kind: 'stake', form: 'count', payload: { share: '1' } })).rejects.toMatchObject(
      refused('23514'),
    );
  });

  test('publishes no alliance of the class NEVER, and no record of another workspace', async () => {
    const secret = await asOwner('POST', '/alliances', { name: 'Secret', slug: 'secret', class: 'NEVER' });
    const stated = sql`insert into room.publication (workspace_id, title, alliance_id, selection, made_by)
      values (${workspaceId}, 'x', ${secret.id}, '[]', ${owner.id})`;
    await expect(asMember(owner.id, stated)).rejects.toMatchObject(refused('23514'));
    expect((await publish([{ partner: 'rival-a' }], { alliance: 'secret' })).body['code']).toBe('not-publishable');
    expect((await publish([{ partner: 'candidate' }])).status).toBe(422);
    const other = await server.ask('POST', '/workspaces', { name: 'Other', slug: 'other' }, owner.headers);
    const theirs = await server.ask('POST', '/workspaces/other/organisations', { name: 'Theirs' }, owner.headers);
    expect(other.status).toBe(201);
    await expect(item({ kind: 'organisation', record: theirs.id, payload: { name: 'x' } })).rejects.toMatchObject(
      refused('23514'),
    );
  });

  test('changes no edition that stands, nor adds to it', async () => {
    const statements = [
      sql`update room.edition set sealed_at = now() where publication_id = ${forA} and number = 1`,
      sql`insert into room.item (workspace_id, edition_id, position, form, kind, class, payload)
        select workspace_id, id, 99, 'count', 'event', 'INTERNAL', '{"count":1}' from room.edition
        where publication_id = ${forA} and number = 1`,
      sql`update room.item set payload = '{}'`,
      sql`delete from room.item`,
    ];
    for (const statement of statements)
      await expect(asMember(owner.id, statement)).rejects.toMatchObject({ code: /23000|42501/ });
  });

  test('lets nobody publish, grant or withdraw whose role does not', async () => {
    for (const role of ['contributor', 'reader', 'auditor'] as const) {
      const somebody = await person(server.database, `A ${role}`);
      await enrol(server.database, workspaceId, somebody.id, role);
      const added = sql`insert into room.grant (workspace_id, publication_id, person_id, grantee_name, granted_by, expires_at)
        values (${workspaceId}, ${forA}, ${bert.id}, 'x', ${somebody.id}, now() + interval '1 day')`;
      await expect(asMember(somebody.id, added)).rejects.toMatchObject({ code: /42501|23502/ });
      const ended = await asMember(somebody.id, sql`update room.grant set withdrawn_at = now()`);
      expect(ended.numAffectedRows).toBe(0n);
      const seen = await asMember(somebody.id, sql`select from room.grant`);
      expect(seen.rows.length > 0).toBe(role === 'auditor');
    }
    expect((await visit(world, anna, `/${forA}`)).status).toBe(200);
  });

  test('revives nothing that was withdrawn', async () => {
    const gone = (await publish([{ partner: 'rival-a' }])).id;
    await asOwner('DELETE', `/publications/${gone}`);
    const revived = sql`update room.grant set withdrawn_at = null where publication_id = ${gone}`;
    await expect(asMember(owner.id, revived)).rejects.toMatchObject({ code: '23000' });
  });
});

describe('a guest’s own login', () => {
  const TABLES = ['guest', 'publication', 'edition', 'item', 'grant', 'request'];

  test('has no right on any table of the register, the accounts or the audit', async () => {
    for (const table of ['organisation', 'alliance', 'member', 'person', 'workspace', 'audit_entry', 'record_kind'])
      await expect(asGuest(anna.id, sql`select from ${sql.table(`app.${table}`)}`)).rejects.toMatchObject(
        refused('42501'),
      );
    await expect(asGuest(anna.id, sql`select record_id from room.item`)).rejects.toMatchObject(refused('42501'));
    await expect(asGuest(anna.id, sql`select grantee_name from room.grant`)).rejects.toMatchObject(refused('42501'));
    await expect(asGuest(anna.id, sql`select said from room.deed`)).rejects.toMatchObject(refused('42501'));
  });

  test('sees of rivals not a row: of neither, of the other, of both', async () => {
    const ids = async (guest: string) => {
      const found: string[] = [];
      for (const table of TABLES) {
        const key = table === 'guest' ? 'person_id' : 'id';
        const { rows } = await asGuest(
          guest,
          sql<{ id: string }>`select ${sql.ref(key)} as id from ${sql.table(`room.${table}`)}`,
        );
        found.push(...rows.map((row) => row.id));
      }
      return found;
    };
    const [ofA, ofB] = [await ids(anna.id), await ids(bert.id)];
    expect(ofA).toContain(forA);
    expect(ofB).toContain(forB);
    expect(ofA.filter((id) => ofB.includes(id))).toEqual([]);
    expect(await ids(owner.id)).toEqual([]);
  });

  test('sees nothing without a workspace, and nothing in one of others', async () => {
    const nowhere = await inWorkspace(roomLogin, { workspaceId: null, actorId: anna.id }, (transaction) =>
      sql`select id from room.publication`.execute(transaction),
    );
    expect(nowhere.rows).toEqual([]);
    const elsewhere = await inWorkspace(
      roomLogin,
      { workspaceId: '00000000-0000-4000-8000-000000000000', actorId: anna.id },
      (transaction) => sql`select id from room.publication`.execute(transaction),
    );
    expect(elsewhere.rows).toEqual([]);
  });

  test('widens no grant, and speaks for nobody else', async () => {
    const statements = [
      sql`update room.grant set expires_at = now() + interval '9 years'`,
      sql`update room.guest set partner_id = gen_random_uuid()`,
      sql`insert into room.grant (workspace_id, publication_id, person_id, grantee_name, granted_by, expires_at)
        values (${workspaceId}, ${forB}, ${anna.id}, 'x', ${anna.id}, now() + interval '1 day')`,
      sql`insert into room.deed (workspace_id, publication_id, person_id, action, said)
        values (${workspaceId}, ${forA}, ${bert.id}, 'read', '{}')`,
      sql`insert into room.deed (workspace_id, publication_id, person_id, action, said)
        values (${workspaceId}, ${forB}, ${anna.id}, 'read', '{}')`,
    ];
    for (const statement of statements)
      await expect(asGuest(anna.id, statement)).rejects.toMatchObject(refused('42501'));
  });

  test('is judged by the database’s clock at every statement', async () => {
    const short = (await publish([{ partner: 'rival-a' }])).id;
    await sql`alter table room.grant disable trigger judge_grant`.execute(superuser);
    await sql`update room.grant set expires_at = clock_timestamp() + interval '700 milliseconds'
      where publication_id = ${short}`.execute(superuser);
    await sql`alter table room.grant enable trigger judge_grant`.execute(superuser);
    const seen = await inWorkspace(roomLogin, { workspaceId, actorId: anna.id }, async (transaction) => {
      const count = async () =>
        (await sql`select id from room.publication where id = ${short}`.execute(transaction)).rows.length;
      const before = await count();
      await sql`select pg_sleep(0.8)`.execute(transaction);
      return [before, await count()];
    });
    expect(seen).toEqual([1, 0]);
  });
});
