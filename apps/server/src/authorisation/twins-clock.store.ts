import { sql } from 'kysely';
import { connect, type Database } from '../platform/database.ts';
import { migrationsFolder, migrationsIn } from '../platform/migrations.ts';
import { migrate } from '../platform/migrations.store.ts';
import type { FreshDatabase } from '../platform/test-database.ts';
import type { Moment } from './twins-chance.ts';

/**
 * The clock and the ids of a database that has a twin. These functions are found before those of PostgreSQL, and the
 * schema is migrated while they are: its defaults, policies and triggers are the product's, bound to this clock and chance.
 */
const OWN_CLOCK = `
  create schema twins;
  create table twins.moment (at timestamptz not null, stream text not null);
  insert into twins.moment values ('2031-03-03T08:00:00Z', 'beginning');
  create sequence twins.drawn;
  create function twins.now() returns timestamptz language sql stable return (select at from twins.moment);
  create function twins.clock_timestamp() returns timestamptz language sql volatile return (select at from twins.moment);
  create function twins.gen_random_uuid() returns uuid language sql volatile return (
    select overlay(overlay(md5(stream || ' ' || nextval('twins.drawn')) placing '4' from 13) placing '8' from 17)::uuid
    from twins.moment);
  grant usage on schema twins to public;
  grant select on twins.moment to public;
  grant usage on sequence twins.drawn to public;
  drop schema if exists app, room, auth, handover, graphile_worker cascade;`;

/** Gives a fresh database a clock and ids that a test sets. */
export async function pinDatabase({ superuser, urls }: FreshDatabase): Promise<void> {
  await superuser.transaction().execute(async (transaction) => {
    for (const statement of OWN_CLOCK.split(/;\n/)) await sql.raw(statement).execute(transaction);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(transaction);
    await sql`alter database ${sql.ref(rows[0]?.name ?? '')} set search_path = twins, pg_catalog`.execute(transaction);
  });
  // What was opened before knows nothing of it.
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(superuser);
  const owner = await connect(urls.owner);
  try {
    await migrate(owner, migrationsIn(migrationsFolder), { productVersion: 'test', place: 'a twin' });
  } finally {
    await owner.end();
  }
}

/** From now on it is this moment in the database, and ids are of its stream. */
export async function setMoment(superuser: Database, { at, stream }: Moment): Promise<void> {
  await sql`with set as (update twins.moment set at = ${at}, stream = ${stream})
    select setval('twins.drawn', 1, false)`.execute(superuser);
}
