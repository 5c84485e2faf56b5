import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canLogIn, connect } from './database.ts';
import { embeddedUrl, superuserUrl } from './database-urls.ts';
import { prepareDataFolder } from './data-folder.ts';
import { drillFolder, type EntenteProcess, healthOf, refusalLine, startEntente } from './entente-process.ts';
import { refuseOldServer, refusePowerfulRoles } from './external-database.ts';
import { installedBinaries, runnableBinaries } from './postgres/binaries.ts';
import { databaseAccount } from './postgres/os-account.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/supervisor.ts';
import { ensureSecrets, type Secrets, storedSecrets } from './secrets.ts';

/** A PostgreSQL 15 that stands for the user's own server. */
const serverFolder = drillFolder();
let server: EmbeddedPostgres;
let secrets: Secrets;

beforeAll(async () => {
  const account = databaseAccount(null, null);
  prepareDataFolder({ path: serverFolder.path, account });
  secrets = ensureSecrets(serverFolder.path);
  server = await startEmbeddedPostgres({
    binaries: runnableBinaries(installedBinaries('postgres-15'), account, [serverFolder.path]),
    account,
    dataFolder: serverFolder.path,
    superuserPassword: secrets.postgres,
    canLogIn: (port) => canLogIn(superuserUrl(port, secrets)),
    report: () => undefined,
  });
});
afterAll(async () => {
  await server.stop();
  await serverFolder.remove();
});

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function newFolder(): string {
  const folder = drillFolder();
  cleanups.push(folder.remove);
  return folder.path;
}

function start(environment: Record<string, string>): EntenteProcess {
  const entente = startEntente(environment);
  cleanups.push(async () => {
    if (entente.child.exitCode === null) await entente.kill('SIGTERM');
  });
  return entente;
}

async function run(...statements: readonly string[]): Promise<void> {
  const client = await connect(superuserUrl(server.port, secrets));
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const url = (user: string, password: string, database: string): string =>
  embeddedUrl(server.port, user, password, database);
const ROLES = ['entente_app', 'entente_room', 'entente_auth', 'entente_worker'];

describe("a PostgreSQL 15 of the user's own", () => {
  test('whose user may not create roles: says which to create, then works with the given logins', async () => {
    await run(`create role plain login password 'pw'`, 'create database plain owner plain');
    const ownerUrl = url('plain', 'pw', 'plain');
    const refused = await refusalLine(start({ ENTENTE_DATA: newFolder(), DATABASE_URL: ownerUrl }));
    expect(refused).toMatch(/may not create the roles entente_app, entente_room, entente_auth, entente_worker/);
    expect(refused).toMatch(/CREATE ROLE entente_app LOGIN PASSWORD '…';.*DATABASE_APP_URL/);

    await run(...ROLES.map((role) => `create role ${role} login password 'given'`));
    const entente = start({
      ENTENTE_DATA: newFolder(),
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: url('entente_app', 'given', 'plain'),
      DATABASE_ROOM_URL: url('entente_room', 'given', 'plain'),
      DATABASE_AUTH_URL: url('entente_auth', 'given', 'plain'),
    });
    await entente.ready();
    expect(await healthOf(entente.url)).toMatchObject({
      database: expect.stringMatching(/^PostgreSQL 15\./) as string,
    });
    expect(entente.stdout()).toContain('/plain (DATABASE_URL)');
    expect(entente.stdout() + entente.stderr()).not.toMatch(/pw@|given@/);
    await entente.kill('SIGTERM');
    expect((await entente.ended).code).toBe(0);
    expect(await canLogIn(ownerUrl)).toBe(true);
    await run('drop database plain', ...ROLES.map((role) => `drop role ${role}`), 'drop role plain');
  });

  test('whose user may: makes the roles once, without a password in its log, and starts again', async () => {
    await run(`create role maker login createrole password 'pw'`, 'create database made owner maker');
    const folder = newFolder();
    const environment = { ENTENTE_DATA: folder, DATABASE_URL: url('maker', 'pw', 'made') };
    for (const _ of [1, 2]) {
      const entente = start(environment);
      await entente.ready();
      expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
      await entente.kill('SIGTERM');
    }
    expect(await canLogIn(url('entente_app', storedSecrets(folder)?.entente_app ?? '', 'made'))).toBe(true);

    const stranger = await refusalLine(start({ ENTENTE_DATA: newFolder(), DATABASE_URL: environment.DATABASE_URL }));
    expect(stranger).toMatch(
      /role entente_app cannot log in.*another password than this data folder keeps: set DATABASE_APP_URL/,
    );

    await run('alter role entente_room bypassrls');
    const powerful = await refusalLine(start(environment));
    expect(powerful).toMatch(
      /row-level security does not bind entente_room.*ALTER ROLE entente_room NOSUPERUSER NOBYPASSRLS;/,
    );
    await run('drop database made', ...ROLES.map((role) => `drop role ${role}`), 'drop role maker');
  });

  test('whose user may not create schemas: says what to grant', async () => {
    await run(
      `create role guest login createrole password 'pw'`,
      'create database foreign_land',
      ...ROLES.map((role) => `create role ${role} login password 'given'`),
    );
    const line = await refusalLine(
      start({
        ENTENTE_DATA: newFolder(),
        DATABASE_URL: url('guest', 'pw', 'foreign_land'),
        DATABASE_APP_URL: url('entente_app', 'given', 'foreign_land'),
        DATABASE_ROOM_URL: url('entente_room', 'given', 'foreign_land'),
        DATABASE_AUTH_URL: url('entente_auth', 'given', 'foreign_land'),
      }),
    );
    expect(line).toMatch(/may not create schemas in .*foreign_land.*GRANT CREATE ON DATABASE/);
    await run('drop database foreign_land', ...ROLES.map((role) => `drop role ${role}`), 'drop role guest');
  });

  test.each([
    [
      'a server that is not there',
      'postgres://someone:hunter2@127.0.0.1:1/x',
      /no connection to 127\.0\.0\.1:1\/x \(.*ECONNREFUSED/,
    ],
    [
      'a name that is not there',
      'postgres://someone:hunter2@nowhere.invalid/x',
      /no connection to nowhere\.invalid:5432\/x/,
    ],
  ])('%s: one line without the password', async (_, address, line) => {
    const said = await refusalLine(start({ ENTENTE_DATA: newFolder(), DATABASE_URL: address }));
    expect(said).toMatch(line);
    expect(said).not.toContain('hunter2');
  });

  test('a wrong password, a database that is not there: one line', async () => {
    const wrong = superuserUrl(server.port, { ...secrets, postgres: 'wrong' });
    expect(await refusalLine(start({ ENTENTE_DATA: newFolder(), DATABASE_URL: wrong }))).toMatch(
      /password authentication failed/,
    );
    const missing = url('postgres', secrets.postgres, 'no_such_database');
    expect(await refusalLine(start({ ENTENTE_DATA: newFolder(), DATABASE_URL: missing }))).toMatch(
      /"no_such_database" does not exist/,
    );
  });
});

describe('a server is refused', () => {
  test.each([
    [140_012, /is PostgreSQL 14; Entente needs PostgreSQL 15 or later/],
    [90_624, /is PostgreSQL 9; Entente needs/],
  ])('of version number %d', (version, message) => {
    expect(() => refuseOldServer(version, 'there')).toThrow(message);
  });

  test('not from version 15 on', () => {
    expect(() => refuseOldServer(150_000, path.sep)).not.toThrow();
  });

  test('whose serving role is a superuser', () => {
    const role = { name: 'entente_app', superuser: true, bypassesPolicies: false };
    expect(() => refusePowerfulRoles([role], 'there')).toThrow(/does not bind entente_app/);
  });
});
