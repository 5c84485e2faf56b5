import { randomBytes } from 'node:crypto';
import { chmodSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readText, writePrivately } from './files.ts';
import { clusterFolder, clusterMajor } from './postgres/cluster.ts';
import { StartRefusal } from './start-refusal.ts';

const passwords = z.object({
  postgres: z.string().min(1),
  entente_owner: z.string().min(1),
  entente_app: z.string().min(1),
  entente_room: z.string().min(1),
  entente_auth: z.string().min(1),
  entente_worker: z.string().min(1),
  // Signs session cookies and enciphers second factors; made when somebody first signs in.
  sign_in: z.string().min(32).optional(),
});

/** The password of each database login, and the sign-in's secret. */
export type Secrets = z.output<typeof passwords>;

const newPassword = (): string => randomBytes(24).toString('base64url');

const newSecrets = (): Secrets => ({
  postgres: newPassword(),
  entente_owner: newPassword(),
  entente_app: newPassword(),
  entente_room: newPassword(),
  entente_auth: newPassword(),
  entente_worker: newPassword(),
});

const secretsFile = (dataFolder: string): string => path.join(dataFolder, 'secrets.json');

function parseSecrets(text: string, file: string): Secrets {
  try {
    return passwords.parse(JSON.parse(text));
  } catch {
    throw new StartRefusal({
      code: 'secrets-broken',
      message: `${file} does not hold the database passwords any more.`,
      fix: 'Put it back from a backup, or set ENTENTE_DATA to a new folder.',
    });
  }
}

/** The passwords of this data folder, or null when it has none yet. Others' access to the file is taken away. */
export function storedSecrets(dataFolder: string): Secrets | null {
  const file = secretsFile(dataFolder);
  const text = readText(file);
  if (text === null) return null;
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return parseSecrets(text, file);
}

/** The passwords of this data folder, made on its first start. */
export function ensureSecrets(dataFolder: string): Secrets {
  const stored = storedSecrets(dataFolder);
  if (stored !== null) return stored;
  if (clusterMajor(clusterFolder(dataFolder)) !== null) {
    throw new StartRefusal({
      code: 'secrets-missing',
      message: `${dataFolder} holds a database but not its passwords (secrets.json). Nothing was changed.`,
      fix: 'Put secrets.json back from a backup, or set ENTENTE_DATA to a new folder.',
    });
  }
  const secrets = newSecrets();
  writePrivately(secretsFile(dataFolder), `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** What the sign-in signs and enciphers with, made on first use. Whoever changes it signs everybody out. */
export function ensureSignInSecret(dataFolder: string): string {
  const secrets = ensureSecrets(dataFolder);
  if (secrets.sign_in !== undefined) return secrets.sign_in;
  const made = randomBytes(32).toString('base64url');
  writePrivately(secretsFile(dataFolder), `${JSON.stringify({ ...secrets, sign_in: made }, null, 2)}\n`);
  return made;
}
