import pg from 'pg';
import { connect } from './database.ts';
import { DATABASE_NAME, OWNER_ROLE, SERVING_ROLES, type ServingRole } from './database-urls.ts';
import { scramVerifier } from './scram.ts';
import type { Secrets } from './secrets.ts';

/** What a role may do beyond its grants; a serving role must have neither. */
export type RoleRow = {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypassesPolicies: boolean;
};

const quoted = (name: string): string => pg.escapeIdentifier(name);

export async function findRoles(client: pg.Client, names: readonly string[]): Promise<readonly RoleRow[]> {
  const { rows } = await client.query<RoleRow>(
    `select rolname as name, rolsuper as superuser, rolbypassrls as "bypassesPolicies"
     from pg_catalog.pg_roles where rolname = any ($1)`,
    [names],
  );
  return rows;
}

/** The statement that makes a login without any power of its own. */
function createRoleStatement(name: string, password: string): string {
  const verifier = pg.escapeLiteral(scramVerifier(password));
  return `create role ${quoted(name)} login nocreatedb nocreaterole password ${verifier}`;
}

/** Makes the serving roles that are missing. Rejects with SQL state 42501 when the login may not. */
export async function insertMissingRoles(
  client: pg.Client,
  passwords: Readonly<Record<ServingRole, string>>,
): Promise<readonly RoleRow[]> {
  const known = new Set((await findRoles(client, SERVING_ROLES)).map(({ name }) => name));
  for (const name of SERVING_ROLES) {
    if (!known.has(name)) await client.query(createRoleStatement(name, passwords[name]));
  }
  return findRoles(client, SERVING_ROLES);
}

/** Lets the serving roles into the database where the public right was taken away. */
export async function grantConnect(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ database: string; role: string }>(
    `select current_database() as database, r.rolname as role
     from pg_catalog.pg_roles r
     where r.rolname = any ($1) and not pg_catalog.has_database_privilege(r.rolname, current_database(), 'connect')`,
    [SERVING_ROLES],
  );
  for (const { database, role } of rows) {
    await client.query(`grant connect on database ${quoted(database)} to ${quoted(role)}`);
  }
}

/** Whether the owner finds the database and all roles as a first start left them. */
export async function isSetUp(ownerUrl: string): Promise<boolean> {
  let client: pg.Client;
  try {
    client = await connect(ownerUrl);
  } catch {
    return false;
  }
  try {
    return (await findRoles(client, SERVING_ROLES)).length === SERVING_ROLES.length;
  } finally {
    await client.end();
  }
}

/**
 * Sets up the embedded server through its superuser, which nothing else uses: the owner of the one database and the
 * serving roles. Each step is skipped when done, so that a start killed in between is finished by the next.
 */
export async function setUpRolesAndDatabase(
  superuserUrl: string,
  secrets: Secrets,
  database = DATABASE_NAME,
): Promise<void> {
  const client = await connect(superuserUrl);
  try {
    if ((await findRoles(client, [OWNER_ROLE])).length === 0) {
      await client.query(createRoleStatement(OWNER_ROLE, secrets.entente_owner));
    }
    await insertMissingRoles(client, secrets);
    const { rowCount } = await client.query('select from pg_catalog.pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${quoted(database)} owner ${quoted(OWNER_ROLE)}`);
    await client.query(`revoke all on database ${quoted(database)} from public`);
    await client.query(`grant connect on database ${quoted(database)} to ${SERVING_ROLES.map(quoted).join(', ')}`);
  } finally {
    await client.end();
  }
}

/** E.g. 150020 for 15.20. */
export async function serverVersionNumber(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  return Number(rows[0]?.server_version_num);
}
