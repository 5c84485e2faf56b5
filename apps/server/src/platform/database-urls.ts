import { SUPERUSER } from './postgres/cluster.ts';
import type { Secrets } from './secrets.ts';

/** Roles that serve; they own nothing and bypass no policy. */
export const SERVING_ROLES = ['entente_app', 'entente_room', 'entente_auth', 'entente_worker'] as const;
export type ServingRole = (typeof SERVING_ROLES)[number];

export const OWNER_ROLE = 'entente_owner';
export const DATABASE_NAME = 'entente';

/** One address a login. The owner's is used to migrate and then forgotten. */
export type DatabaseUrls = {
  readonly owner: string;
  readonly app: string;
  readonly room: string;
  readonly auth: string;
};

export const embeddedUrl = (port: number, user: string, password: string, database: string): string =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

export const superuserUrl = (port: number, secrets: Secrets): string =>
  embeddedUrl(port, SUPERUSER, secrets.postgres, 'postgres');

export const embeddedUrls = (port: number, secrets: Secrets, database: string = DATABASE_NAME): DatabaseUrls => ({
  owner: embeddedUrl(port, OWNER_ROLE, secrets.entente_owner, database),
  app: embeddedUrl(port, 'entente_app', secrets.entente_app, database),
  room: embeddedUrl(port, 'entente_room', secrets.entente_room, database),
  auth: embeddedUrl(port, 'entente_auth', secrets.entente_auth, database),
});

/** The same server and database with another login. */
export function urlAs(url: string, role: ServingRole, password: string): string {
  const other = new URL(url);
  other.username = role;
  other.password = encodeURIComponent(password);
  return other.href;
}

/** Server and database of an address, without its password, for messages. */
export function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}
