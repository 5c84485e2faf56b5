import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabases } from '../server.ts';
import { type Configuration, configurationFrom } from './configuration.ts';
import { databaseVersion } from './database.ts';
import { drillFolder, healthOf, startEntente } from './entente-process.ts';
import { readPostmasterFile } from './postgres/postmaster-file.ts';
import { runningOn } from './runtime-file.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

function newConfiguration(): Configuration & { readonly dataFolder: string } {
  const folder = drillFolder();
  cleanups.push(folder.remove);
  const read = configurationFrom({ ENTENTE_DATA: folder.path });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return { ...read.value, dataFolder: folder.path };
}

const postmasterOf = (dataFolder: string) => readPostmasterFile(path.join(dataFolder, 'postgres'));

test('a command uses the database of the running server and leaves it running', async () => {
  const configuration = newConfiguration();
  const entente = startEntente({ ENTENTE_DATA: configuration.dataFolder });
  cleanups.push(() => entente.kill('SIGTERM'));
  await entente.ready();
  const { databases, close } = await openDatabases(configuration);
  expect(await databaseVersion(databases.app)).toMatch(/^PostgreSQL 18\./);
  await close();
  expect(await healthOf(entente.url)).toMatchObject({ status: 'ok' });
});

test('without a server a command starts the database, keeps others away, and stops it', async () => {
  const configuration = newConfiguration();
  const { databases, close } = await openDatabases(configuration);
  expect(await databaseVersion(databases.app)).toMatch(/^PostgreSQL 18\./);
  await expect(openDatabases(configuration)).rejects.toThrow(/An Entente command is working on the data/);
  await close();
  expect([postmasterOf(configuration.dataFolder), runningOn(configuration.dataFolder)]).toEqual([null, null]);
});
