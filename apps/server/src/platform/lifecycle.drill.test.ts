import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { projectFolder } from './configuration.ts';
import { connect } from './database.ts';
import { superuserUrl } from './database-urls.ts';
import { drillFolder, type EntenteProcess, healthOf, readJson, refusalLine, startEntente } from './entente-process.ts';
import { eventually, isAlive } from './processes.ts';
import { readPostmasterFile } from './postgres/postmaster-file.ts';
import { storedSecrets } from './secrets.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function newFolder(name?: string): string {
  const folder = drillFolder(name);
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

async function startReady(environment: Record<string, string>): Promise<EntenteProcess> {
  const entente = start(environment);
  await entente.ready();
  return entente;
}

const postmasterOf = (folder: string): number => readPostmasterFile(path.join(folder, 'postgres'))?.pid ?? 0;

async function superuserQuery(folder: string, statement: string): Promise<readonly unknown[]> {
  const port = readPostmasterFile(path.join(folder, 'postgres'))?.port ?? 0;
  const secrets = storedSecrets(folder);
  if (secrets === null) throw new Error('no secrets');
  const client = await connect(superuserUrl(port, secrets).replace(/postgres$/, 'entente'));
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('start and stop', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s stops answers, then the database, and ends with 0',
    async (signal) => {
      const folder = newFolder();
      const entente = await startReady({ ENTENTE_DATA: folder });
      expect(await healthOf(entente.url)).toMatchObject({
        database: expect.stringMatching(/^PostgreSQL 18\./) as string,
      });
      for (const secret of ['secrets.json', 'audit-key.pem'])
        expect(statSync(path.join(folder, secret)).mode & 0o777).toBe(0o600);
      expect(readJson(path.join(folder, 'runtime.json'))).toMatchObject({
        pid: entente.child.pid,
        url: entente.url,
        path: projectFolder,
        postgresPort: readPostmasterFile(path.join(folder, 'postgres'))?.port,
      });
      const postmaster = postmasterOf(folder);
      await entente.kill(signal);
      expect([(await entente.ended).code, entente.stderr().replace(/^Building.*\n/, '')]).toEqual([0, '']);
      expect(isAlive(postmaster)).toBe(false);
      expect(readdirSync(folder).sort()).toEqual(['audit-key.pem', 'postgres', 'postgres.log', 'secrets.json']);
      expect(readFileSync(path.join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down');
    },
  );

  // @asvs V16.2.5
  test('no password is to be seen in the log, in the output or among the arguments of a process', async () => {
    const folder = newFolder();
    const entente = await startReady({ ENTENTE_DATA: folder, ENTENTE_LOG: 'debug' });
    await healthOf(entente.url);
    const secrets = Object.values(storedSecrets(folder) ?? {});
    const command = readFileSync(`/proc/${postmasterOf(folder)}/cmdline`, 'utf8');
    const seen =
      entente.stdout() + entente.stderr() + command + readFileSync(path.join(folder, 'postgres.log'), 'utf8');
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
    expect(secrets).toHaveLength(6);
  });

  test('a later start keeps the data and takes no migration twice', async () => {
    const folder = newFolder();
    const first = await startReady({ ENTENTE_DATA: folder });
    const before = await superuserQuery(folder, 'select * from app.migration order by name');
    await first.kill('SIGTERM');
    await startReady({ ENTENTE_DATA: folder });
    expect(before.length).toBeGreaterThan(0);
    expect(await superuserQuery(folder, 'select * from app.migration order by name')).toEqual(before);
  });

  test('only the serving roles are logged in once the port is open', async () => {
    const folder = newFolder();
    const entente = await startReady({ ENTENTE_DATA: folder });
    await healthOf(entente.url);
    const rows = await superuserQuery(
      folder,
      `select distinct usename from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    // The pages and the API, and signing in; whoever owns the tables is gone by then.
    expect(rows).toContainEqual({ usename: 'entente_app' });
    const serving = ['entente_app', 'entente_auth', 'entente_room'].map((usename) => ({ usename }));
    expect(serving).toEqual(expect.arrayContaining(rows as object[]));
  });

  test('works below a home folder with spaces and letters beyond ASCII', async () => {
    const home = newFolder('entente drill – 麗偉 ü ');
    // As an ordinary home folder: others may pass through it. (Root's database runs as another user.)
    chmodSync(home, 0o711);
    const entente = await startReady({ HOME: home });
    expect(entente.stdout()).toContain(path.join(home, '.entente'));
    expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
  });
});

describe('a second start', () => {
  test('names the first one and ends with 1; the first goes on', async () => {
    const folder = newFolder();
    const first = await startReady({ ENTENTE_DATA: folder });
    const line = await refusalLine(start({ ENTENTE_DATA: folder }));
    expect(line).toContain(
      `Entente is already running at ${first.url} from ${projectFolder} (process ${first.child.pid}`,
    );
    expect(await healthOf(first.url)).toMatchObject({ status: 'ok' });
  });

  test('at the same moment: exactly one runs', async () => {
    const folder = newFolder();
    const both = [start({ ENTENTE_DATA: folder }), start({ ENTENTE_DATA: folder })];
    const outcomes = await Promise.allSettled(both.map((one) => one.ready()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')];
    expect(loser === undefined ? '' : await refusalLine(loser)).toContain('already running');
  });

  test('is not kept away by a file that names a process of another life', async () => {
    const folder = newFolder();
    const first = await startReady({ ENTENTE_DATA: folder });
    await first.kill('SIGKILL');
    const file = path.join(folder, 'runtime.json');
    writeFileSync(file, JSON.stringify({ ...(readJson(file) as object), pid: process.pid, mark: '1' }));
    expect(await healthOf((await startReady({ ENTENTE_DATA: folder })).url)).toMatchObject({ status: 'ok' });
  });
});

describe('after kill -9', () => {
  test('of the server, the next start takes the running database over, and stops it in the end', async () => {
    const folder = newFolder();
    const first = await startReady({ ENTENTE_DATA: folder });
    const postmaster = postmasterOf(folder);
    await first.kill('SIGKILL');
    expect(isAlive(postmaster)).toBe(true);
    const second = await startReady({ ENTENTE_DATA: folder });
    expect(second.stdout()).toContain('taken over from a killed start');
    expect(postmasterOf(folder)).toBe(postmaster);
    await second.kill('SIGTERM');
    expect([isAlive(postmaster), existsSync(path.join(folder, 'runtime.json'))]).toEqual([false, false]);
  });

  test('of server and database, the next start recovers what was committed', async () => {
    const folder = newFolder();
    const first = await startReady({ ENTENTE_DATA: folder });
    await superuserQuery(folder, 'create table public.kept as select 7 as n');
    process.kill(postmasterOf(folder), 'SIGKILL');
    await first.kill('SIGKILL');
    await startReady({ ENTENTE_DATA: folder });
    expect(await superuserQuery(folder, 'select n from public.kept')).toEqual([{ n: 7 }]);
  });

  test('of the database, the server answers 503, starts it again on the same port and answers', async () => {
    const folder = newFolder();
    const entente = await startReady({ ENTENTE_DATA: folder });
    expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
    const before = readPostmasterFile(path.join(folder, 'postgres'));
    process.kill(before?.pid ?? 0, 'SIGKILL');
    // A backend outlives its postmaster for a moment, and answers in it.
    let answer = await healthOf(entente.url);
    for (let tries = 0; tries < 200 && answer !== 503; tries += 1) {
      await pause(5);
      answer = await healthOf(entente.url);
    }
    expect(answer).toBe(503);
    const healed = async (): Promise<boolean> => typeof (await healthOf(entente.url)) === 'object';
    for (let tries = 0; tries < 100 && !(await healed()); tries += 1) await pause(100);
    expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
    const after = readPostmasterFile(path.join(folder, 'postgres'));
    expect([after?.port, after?.pid === before?.pid]).toEqual([before?.port, false]);
  });

  test('in the middle of a first start, the next one finishes it', async () => {
    const folder = newFolder();
    for (const moment of [/unfinished/, /^postgres$/]) {
      const cut = start({ ENTENTE_DATA: folder });
      await eventually(() => readdirSync(folder).some((name) => moment.test(name)), 60_000, 5);
      await cut.kill('SIGKILL');
    }
    const entente = await startReady({ ENTENTE_DATA: folder });
    expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
    expect(readdirSync(folder).sort()).toEqual([
      'audit-key.pem',
      'postgres',
      'postgres.log',
      'runtime.json',
      'secrets.json',
    ]);
  });
});
