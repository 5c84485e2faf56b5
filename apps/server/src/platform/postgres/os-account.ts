import { spawnSync } from 'node:child_process';
import { StartRefusal } from '../start-refusal.ts';

/** The operating-system user that PostgreSQL runs as when Entente itself runs as root. */
export type OsAccount = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
};

export const isRoot = (): boolean => process.getuid?.() === 0;

function idOf(flag: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8', cwd: '/' });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : null;
}

function accountNamed(name: string): OsAccount | null {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid === null || gid === null || uid === 0 ? null : { name, uid, gid };
}

function accountOfOwner(owner: number): OsAccount | null {
  const { status, stdout } = spawnSync('id', ['-un', String(owner)], { encoding: 'utf8', cwd: '/' });
  return status === 0 ? accountNamed(stdout.trim()) : null;
}

/**
 * Chooses who runs PostgreSQL, which refuses root. An ordinary user runs it as themselves (null). No user is ever made.
 * @param configured ENTENTE_PG_OSUSER
 * @param dataOwner uid that owns existing data, which no other user could open
 */
export function databaseAccount(configured: string | null, dataOwner: number | null): OsAccount | null {
  if (!isRoot()) return null;
  if (configured !== null) {
    const account = accountNamed(configured);
    if (account !== null) return account;
    throw new StartRefusal({
      code: 'os-user-unknown',
      message: `There is no operating-system user "${configured}" on this machine.`,
      fix: 'Set ENTENTE_PG_OSUSER to an existing ordinary user, or unset it.',
    });
  }
  const owner = dataOwner === null || dataOwner === 0 ? null : accountOfOwner(dataOwner);
  const account = owner ?? accountNamed('postgres') ?? accountNamed('nobody');
  if (account !== null) return account;
  throw new StartRefusal({
    code: 'os-user-missing',
    message: 'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody".',
    fix: 'Set ENTENTE_PG_OSUSER to an ordinary user, or start Entente as one.',
  });
}

/** How to start a child as the account: the uid and gid, or nothing when it is ourselves. */
export const runAs = (account: OsAccount | null): { uid?: number; gid?: number } =>
  account === null ? {} : { uid: account.uid, gid: account.gid };

/** Whether the account can pass through the folder; asked of the kernel, so that access lists count too. */
export function canEnter(account: OsAccount | null, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -d "$1" && test -x "$1"', 'sh', folder], {
    cwd: '/',
    ...runAs(account),
  });
  return status === 0;
}
