import { afterAll, describe, expect, test } from 'vitest';
import { connect } from './database.ts';
import { type Migration, migrationsFolder, migrationsIn, pendingMigrations } from './migrations.ts';
import { migrate } from './migrations.store.ts';
import { freshDatabase } from './test-database.ts';

const database = await freshDatabase();
afterAll(() => database.remove());

const shipped = migrationsIn(migrationsFolder);
const step = (name: string, sql: string): Migration => ({ name, sql, sha256: 'ab'.repeat(32) });
const options = { productVersion: '9.9.9', place: 'here' };

async function migrateWith(known: readonly Migration[]): Promise<readonly string[]> {
  const owner = await connect(database.urls.owner);
  try {
    return await migrate(owner, known, options);
  } finally {
    await owner.end();
  }
}

describe('pendingMigrations', () => {
  const known = [step('20260101000000_a', ''), step('20260102000000_b', '')];
  const applied = { name: '20260101000000_a', sha256: 'ab'.repeat(32), productVersion: '1.0.0' };

  test('are those not applied yet, in order', () => {
    expect(pendingMigrations(known, [], 'here')).toEqual(known);
    expect(pendingMigrations(known, [applied], 'here')).toEqual([known[1]]);
  });

  test('are refused for a database of a newer product, which is named', () => {
    const newer = { ...applied, name: '20991231000000_z', productVersion: '7.1.0' };
    expect(() => pendingMigrations(known, [applied, newer], 'here')).toThrow(
      /newer Entente \(7\.1\.0.*Start Entente 7\.1\.0/,
    );
  });

  test('are refused when an applied file has changed', () => {
    expect(() => pendingMigrations(known, [{ ...applied, sha256: 'cd'.repeat(32) }], 'here')).toThrow(/is not the one/);
  });
});

describe('migrate', () => {
  test('has nothing left to do on a migrated database', async () => {
    expect(await migrateWith(shipped)).toEqual([]);
  });

  test('takes new steps once, even when two servers start at the same moment', async () => {
    const more = [...shipped, step('20990101000000_twin', 'create table app.twin (n integer); select pg_sleep(0.2)')];
    const taken = await Promise.all([migrateWith(more), migrateWith(more)]);
    expect(taken.flat()).toEqual(['20990101000000_twin']);
  });

  test('rolls a failing step back whole, keeps those before it, and names step and line', async () => {
    const twin = step('20990101000000_twin', '');
    const good = step('20990102000000_good', 'create table app.good (n integer)');
    const bad = step('20990103000000_bad', 'create table app.half (n integer);\nselect no_such_column;');
    await expect(migrateWith([...shipped, twin, good, bad])).rejects.toThrow(/step 20990103000000_bad, line 2: column/);
    const { rows } = await (async () => {
      const owner = await connect(database.urls.owner);
      try {
        return await owner.query<{ good: boolean; half: boolean }>(
          `select to_regclass('app.good') is not null as good, to_regclass('app.half') is not null as half`,
        );
      } finally {
        await owner.end();
      }
    })();
    expect(rows).toEqual([{ good: true, half: false }]);
  });

  test('refuses a database that a newer product migrated, and changes nothing', async () => {
    await expect(migrateWith(shipped)).rejects.toThrow(/newer Entente \(9\.9\.9/);
  });
});
