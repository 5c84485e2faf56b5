import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '@entente/core/kernel';
import { projectFolder } from './configuration.ts';
import { StartRefusal } from './start-refusal.ts';

export const migrationsFolder = path.join(projectFolder, 'apps/server/migrations');

/** One step of the schema, as its file says it. */
export type Migration = {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
};

/** One step that a database has taken. */
export type AppliedMigration = {
  readonly name: string;
  readonly sha256: string;
  readonly productVersion: string;
};

const FILE_NAME = /^\d{14}_[a-z0-9_]+\.sql$/;

/** The steps in their order, which is that of their names. */
export function migrationsIn(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const name of names) {
    invariant(FILE_NAME.test(name), `migration files are named YYYYMMDDHHMMSS_name.sql, not ${name}`);
  }
  return names.sort().map((name) => {
    const sql = readFileSync(path.join(folder, name), 'utf8');
    return { name: name.slice(0, -'.sql'.length), sha256: createHash('sha256').update(sql).digest('hex'), sql };
  });
}

/**
 * The steps still to take.
 * @throws StartRefusal when the database knows a step that we do not (a newer product migrated it), or knows one
 * differently (its file was changed afterwards)
 */
export function pendingMigrations(
  known: readonly Migration[],
  applied: readonly AppliedMigration[],
  place: string,
): readonly Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256, productVersion } of applied) {
    const migration = byName.get(name);
    if (migration === undefined) {
      throw new StartRefusal({
        code: 'database-newer',
        message: `The database ${place} was migrated by a newer Entente (${productVersion}, step ${name}). Nothing was changed.`,
        fix: `Start Entente ${productVersion} or later, or use another database.`,
      });
    }
    if (migration.sha256 !== sha256) {
      throw new StartRefusal({
        code: 'migration-changed',
        message: `The migration ${name} is not the one that ${place} was migrated with. Nothing was changed.`,
        fix: 'Restore the file as it was released; a change of the schema is a new file.',
      });
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name));
}
