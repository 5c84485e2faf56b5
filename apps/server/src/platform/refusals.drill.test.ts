import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from './database.ts';
import { superuserUrl } from './database-urls.ts';
import { drillFolder, drillPort, type EntenteProcess, healthOf, refusalLine, startEntente } from './entente-process.ts';
import { installedBinaries, runnableBinaries } from './postgres/binaries.ts';
import { createCluster } from './postgres/cluster.ts';
import { databaseAccount } from './postgres/os-account.ts';
import { readPostmasterFile } from './postgres/postmaster-file.ts';
import { prepareDataFolder } from './data-folder.ts';
import { ensureSecrets, storedSecrets } from './secrets.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function newFolder(): string {
  const folder = drillFolder();
  cleanups.push(folder.remove);
  return folder.path;
}

function start(environment: Record<string, string>, wrapper: readonly string[] = []): EntenteProcess {
  const entente = startEntente(environment, wrapper);
  cleanups.push(async () => {
    if (entente.child.exitCode === null) await entente.kill('SIGTERM');
  });
  return entente;
}

/** Every file with size and time of change, to see that nothing was touched. */
function traces(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`)
    .sort();
}

async function usedFolder(): Promise<string> {
  const folder = newFolder();
  const entente = start({ ENTENTE_DATA: folder });
  await entente.ready();
  await entente.kill('SIGTERM');
  return folder;
}

describe('one line, exit code 1 and nothing touched', () => {
  test('for settings that cannot be used', async () => {
    const folder = path.join(newFolder(), 'data');
    const line = await refusalLine(start({ ENTENTE_DATA: folder, HOST: '0.0.0.0' }));
    expect(line).toMatch(
      /^entente: ENTENTE_DEMO=1 with HOST=0\.0\.0\.0 would open the demo to the network.*Unset ENTENTE_DEMO/,
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('for a taken port', async () => {
    const port = drillPort();
    const other = createServer().listen(port, '127.0.0.1');
    cleanups.push(() => void other.close());
    const parent = newFolder();
    chmodSync(parent, 0o711);
    const folder = path.join(parent, 'data');
    const line = await refusalLine(start({ ENTENTE_DATA: folder, PORT: String(port) }));
    expect(line).toBe(
      `entente: Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or choose another port, for example PORT=${port + 1}.`,
    );
    expect(existsSync(folder)).toBe(false);
  });

  test('for data of another PostgreSQL major', async () => {
    const folder = newFolder();
    const account = databaseAccount(null, null);
    prepareDataFolder({ path: folder, account });
    const older = runnableBinaries(installedBinaries('postgres-15'), account, [folder]);
    await createCluster(older, account, folder, ensureSecrets(folder).postgres);
    const before = traces(folder);
    const line = await refusalLine(start({ ENTENTE_DATA: folder }));
    expect(line).toMatch(/was written by PostgreSQL 15; this Entente brings PostgreSQL 18\. Nothing was changed\./);
    expect(traces(folder)).toEqual(before);
  });

  test('for a database that a newer Entente has migrated', async () => {
    const folder = newFolder();
    const first = start({ ENTENTE_DATA: folder });
    await first.ready();
    const secrets = storedSecrets(folder);
    const port = readPostmasterFile(path.join(folder, 'postgres'))?.port ?? 0;
    const client = await connect(superuserUrl(port, secrets ?? ensureSecrets(folder)).replace(/postgres$/, 'entente'));
    await client.query(
      `insert into app.migration (name, sha256, product_version) values ('20990101000000_later', repeat('a', 64), '8.0.0')`,
    );
    await client.end();
    await first.kill('SIGTERM');
    const line = await refusalLine(start({ ENTENTE_DATA: folder }));
    expect(line).toMatch(
      /was migrated by a newer Entente \(8\.0\.0, step 20990101000000_later\).*Start Entente 8\.0\.0 or later/,
    );
    expect(readPostmasterFile(path.join(folder, 'postgres'))).toBeNull();
    expect(existsSync(path.join(folder, 'runtime.json'))).toBe(false);
  });

  test('for lost passwords, without making new ones', async () => {
    const folder = await usedFolder();
    rmSync(path.join(folder, 'secrets.json'));
    const before = traces(path.join(folder, 'postgres'));
    expect(await refusalLine(start({ ENTENTE_DATA: folder }))).toMatch(/holds a database but not its passwords/);
    expect(traces(path.join(folder, 'postgres'))).toEqual(before);
    expect(existsSync(path.join(folder, 'secrets.json'))).toBe(false);
  });

  test('for broken passwords', async () => {
    const folder = await usedFolder();
    writeFileSync(path.join(folder, 'secrets.json'), '{"postgres":');
    expect(await refusalLine(start({ ENTENTE_DATA: folder }))).toMatch(/does not hold the database passwords any more/);
    expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe('{"postgres":');
  });

  test.each([
    ['below a file', '/etc/passwd/data'],
    ['in a file system of the kernel', '/proc/entente'],
  ])('for a data folder %s', async (_, folder) => {
    expect(await refusalLine(start({ ENTENTE_DATA: folder }))).toMatch(/ENTENTE_DATA/);
  });

  test.runIf(isRoot)('for an unknown operating-system user', async () => {
    const line = await refusalLine(start({ ENTENTE_DATA: newFolder(), ENTENTE_PG_OSUSER: 'no-such-user' }));
    expect(line).toMatch(/no operating-system user "no-such-user"/);
  });

  test.runIf(isRoot)('for a data folder that the database user may not enter', async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const line = await refusalLine(start({ ENTENTE_DATA: path.join(closed, 'data') }));
    expect(line).toContain(`who may not enter ${closed}`);
    expect(readdirSync(closed)).toEqual([]);
  });

  test.runIf(isRoot)('for a home that an ordinary user cannot write', async () => {
    const line = await refusalLine(
      start({ HOME: '/nonexistent' }, ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']),
    );
    expect(line).toMatch(/There is no folder to keep data in: .*Set ENTENTE_DATA to a folder that you may write to/);
  });
});

describe.runIf(isRoot)('a full disk', () => {
  const mounted = (megabytes: number): string => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder]);
    cleanups.push(() => void execFileSync('umount', ['-l', folder]));
    return path.join(folder, 'data');
  };

  test('at the first start leaves nothing half made', async () => {
    const folder = mounted(20);
    const line = await refusalLine(start({ ENTENTE_DATA: folder }));
    expect(line).toContain(`No space is left on the disk that holds ${folder}; nothing was changed there.`);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  test('at a later start leaves the data whole, and Entente starts once there is room', async () => {
    const folder = mounted(160);
    const first = start({ ENTENTE_DATA: folder });
    await first.ready();
    await first.kill('SIGTERM');
    const filler = path.join(folder, '../filler');
    const fill = (): void => {
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'], { stdio: 'ignore' });
      } catch {
        // dd ends with an error when the disk is full, which is what it is run for.
      }
    };
    fill();
    expect(await refusalLine(start({ ENTENTE_DATA: folder }))).toContain('No space is left on the disk');
    rmSync(filler);
    const again = start({ ENTENTE_DATA: folder });
    await again.ready();
    expect(await healthOf(again.url)).toMatchObject({ status: 'ok' });
  });
});

describe.runIf(isRoot)('users', () => {
  test('an ordinary user runs PostgreSQL as themselves, from programs in place', async () => {
    const home = newFolder();
    chownSync(home, NOBODY, NOBODY);
    const entente = start({ HOME: home }, ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']);
    await entente.ready();
    expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
    const data = path.join(home, '.entente');
    expect(entente.stdout()).toContain(data);
    expect([statSync(data).mode & 0o777, statSync(path.join(data, 'postgres')).uid]).toEqual([0o700, NOBODY]);
    expect(readdirSync(data).filter((name) => name.startsWith('postgres-'))).toEqual([]);
    await entente.kill('SIGTERM');
    expect((await entente.ended).code).toBe(0);
  });

  test('root runs PostgreSQL as the named user, and later as the owner of the data', async () => {
    const folder = newFolder();
    const first = start({ ENTENTE_DATA: folder, ENTENTE_PG_OSUSER: 'nobody' });
    await first.ready();
    expect(statSync(path.join(folder, 'postgres')).uid).toBe(NOBODY);
    await first.kill('SIGTERM');
    const second = start({ ENTENTE_DATA: folder });
    await second.ready();
    expect(second.stdout()).toContain('runs as nobody');
  });

  test('a home closed to the database user: the data go below /var/lib/entente, and the start line says so', async () => {
    const home = newFolder();
    chmodSync(home, 0o700);
    const entente = start({ HOME: home });
    await entente.ready();
    const data = /data {6}(\/var\/lib\/entente\/data-[0-9a-f]{8})\n/.exec(entente.stdout())?.[1];
    expect(data).toBeDefined();
    await entente.kill('SIGTERM');
    if (data !== undefined) rmSync(data, { recursive: true });
    expect(readdirSync(home)).toEqual([]);
  });

  test("programs out of the database user's reach are copied once, links and all", () => {
    const closed = newFolder();
    const copies = newFolder();
    chmodSync(copies, 0o711);
    const installed = installedBinaries();
    const folder = path.join(closed, 'native');
    cpSync(installed.folder, folder, { recursive: true, verbatimSymlinks: true });
    rmSync(path.join(folder, 'lib/libpq.so.5'), { force: true });
    const account = databaseAccount('nobody', null);
    const target = path.join(copies, 'entente');
    mkdirSync(target, { mode: 0o711 });
    chmodSync(closed, 0o700);
    const copy = runnableBinaries({ ...installed, folder }, account, [target]);
    expect(copy.folder).toBe(path.join(target, `postgres-${installed.version}`));
    expect(readdirSync(target)).toEqual([`postgres-${installed.version}`]);
    expect(runnableBinaries({ ...installed, folder }, account, [target])).toEqual(copy);
  });
});
