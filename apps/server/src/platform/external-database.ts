import type pg from 'pg';
import type { DatabaseConfiguration } from './configuration.ts';
import { connect } from './database.ts';
import { type DatabaseUrls, placeOf, SERVING_ROLES, type ServingRole, urlAs } from './database-urls.ts';
import { findRoles, grantConnect, insertMissingRoles, type RoleRow, serverVersionNumber } from './roles.store.ts';
import type { Secrets } from './secrets.ts';
import { errorCode, errorText, StartRefusal } from './start-refusal.ts';

const OLDEST_SERVER = 150_000;

type External = Extract<DatabaseConfiguration, { kind: 'external' }>;
type UrlRole = Exclude<ServingRole, 'entente_worker'>;

const variableOf: Readonly<Record<UrlRole, string>> = {
  entente_app: 'DATABASE_APP_URL',
  entente_room: 'DATABASE_ROOM_URL',
  entente_auth: 'DATABASE_AUTH_URL',
};

const SQL_FORBIDDEN = '42501';
const SQL_WRONG_PASSWORD = '28P01';

async function connectAsOwner(url: string): Promise<pg.Client> {
  try {
    return await connect(url);
  } catch (error) {
    throw new StartRefusal({
      code: 'database-unreachable',
      message: `DATABASE_URL: no connection to ${placeOf(url)} (${errorText(error)}).`,
      fix: 'Check that PostgreSQL runs there and that user, password and database exist, or unset DATABASE_URL to use the embedded PostgreSQL.',
    });
  }
}

export function refuseOldServer(versionNumber: number, place: string): void {
  if (versionNumber >= OLDEST_SERVER) return;
  throw new StartRefusal({
    code: 'database-too-old',
    message: `${place} is PostgreSQL ${Math.floor(versionNumber / 10_000)}; Entente needs PostgreSQL 15 or later.`,
    fix: 'Upgrade that server, or unset DATABASE_URL to use the embedded PostgreSQL.',
  });
}

/** A serving role that policies do not bind would show every workspace to everybody. */
export function refusePowerfulRoles(roles: readonly RoleRow[], place: string): void {
  const powerful = roles.filter(({ superuser, bypassesPolicies }) => superuser || bypassesPolicies);
  if (powerful.length === 0) return;
  const names = powerful.map(({ name }) => name).join(', ');
  throw new StartRefusal({
    code: 'role-too-powerful',
    message: `In ${place} row-level security does not bind ${names}.`,
    fix: `Run there: ${powerful.map(({ name }) => `ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS;`).join(' ')}`,
  });
}

async function ensureRoles(
  owner: pg.Client,
  passwords: Readonly<Record<ServingRole, string>>,
  place: string,
): Promise<readonly RoleRow[]> {
  try {
    return await insertMissingRoles(owner, passwords);
  } catch (error) {
    if (errorCode(error) !== SQL_FORBIDDEN) throw error;
    const known = new Set((await findRoles(owner, SERVING_ROLES)).map(({ name }) => name));
    const missing = SERVING_ROLES.filter((name) => !known.has(name));
    throw new StartRefusal({
      code: 'roles-missing',
      message: `The user of DATABASE_URL may not create the roles ${missing.join(', ')} in ${place}.`,
      fix: `Have an administrator run ${missing.map((name) => `CREATE ROLE ${name} LOGIN PASSWORD '…';`).join(' ')} and set ${Object.values(variableOf).join(', ')} to these logins.`,
    });
  }
}

const isUrlRole = (role: ServingRole): role is UrlRole => role in variableOf;

async function refuseFailedLogin(role: UrlRole, url: string, given: boolean): Promise<void> {
  try {
    await (await connect(url)).end();
  } catch (error) {
    const wrongPassword = errorCode(error) === SQL_WRONG_PASSWORD;
    throw new StartRefusal({
      code: 'role-login-failed',
      message: `The role ${role} cannot log in to ${placeOf(url)} (${errorText(error)}).`,
      fix: given
        ? `Correct ${variableOf[role]}.`
        : `${wrongPassword ? 'It exists with another password than this data folder keeps: set' : 'Set'} ${variableOf[role]} to a login of ${role}.`,
    });
  }
}

const passwordIn = (url: string): string => decodeURIComponent(new URL(url).password);

/**
 * The logins on a server of the user's own. Roles that exist are left as they are; missing ones are made when the
 * owner may. Every login is tried here, so that a wrong one is told at the start and not at the first page.
 */
export async function externalUrls(external: External, secrets: () => Secrets): Promise<DatabaseUrls> {
  const { ownerUrl } = external;
  const place = placeOf(ownerUrl);
  const given: Readonly<Record<UrlRole, string | null>> = {
    entente_app: external.appUrl,
    entente_room: external.roomUrl,
    entente_auth: external.authUrl,
  };
  const owner = await connectAsOwner(ownerUrl);
  try {
    refuseOldServer(await serverVersionNumber(owner), place);
    const kept = secrets();
    const passwordOf = (role: ServingRole): string => {
      const url = isUrlRole(role) ? given[role] : null;
      return url === null ? kept[role] : passwordIn(url);
    };
    const passwords = {
      entente_app: passwordOf('entente_app'),
      entente_room: passwordOf('entente_room'),
      entente_auth: passwordOf('entente_auth'),
      entente_worker: passwordOf('entente_worker'),
    };
    refusePowerfulRoles(await ensureRoles(owner, passwords, place), place);
    await grantConnect(owner);
    const urlOf = (role: UrlRole): string => given[role] ?? urlAs(ownerUrl, role, passwords[role]);
    const urls = {
      owner: ownerUrl,
      app: urlOf('entente_app'),
      room: urlOf('entente_room'),
      auth: urlOf('entente_auth'),
    };
    await refuseFailedLogin('entente_app', urls.app, given.entente_app !== null);
    await refuseFailedLogin('entente_room', urls.room, given.entente_room !== null);
    await refuseFailedLogin('entente_auth', urls.auth, given.entente_auth !== null);
    return urls;
  } finally {
    await owner.end();
  }
}
