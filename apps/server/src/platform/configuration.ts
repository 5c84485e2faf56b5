import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Outcome, type Problem } from '@entente/core/kernel';
import { z } from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** What one variable means, for the table in `docs/operating/configuration.md` and for refusals. */
type VariableNote = { readonly description: string; readonly default: string; readonly fix: string };

const note = <T extends z.ZodType>(schema: T, about: VariableNote): T => schema.meta({ ...about });

const isDatabaseUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return (protocol === 'postgres:' || protocol === 'postgresql:') && username !== '';
};

const databaseUrl = z.string().refine(isDatabaseUrl, 'is not a PostgreSQL address with a user');
const databaseUrlOf = (role: string) =>
  databaseUrl.refine((text) => new URL(text).username === role, `does not log in as ${role}`);

const roleUrl = (role: string, serves: string) =>
  note(databaseUrlOf(role).optional(), {
    description: `Login of the role \`${role}\` (${serves}). Only with \`DATABASE_URL\`; needed when its user may not create roles.`,
    default: 'created on the first start, password in `secrets.json`',
    fix: `Write it as postgres://${role}:PASSWORD@HOST:5432/DATABASE.`,
  });

/** Every variable that Entente reads, in the order of the documentation. */
export const variables = z.object({
  PORT: note(
    z
      .string()
      .regex(/^\d{1,5}$/, 'is not a whole number')
      .transform(Number)
      .refine((port) => port <= 65_535, 'is above 65535')
      .default(4400),
    {
      description: 'Port of the web pages and the API; 0 takes any free one.',
      default: '`4400`',
      fix: 'Set PORT to a whole number from 0 to 65535, for example PORT=4400.',
    },
  ),
  HOST: note(
    z
      .string()
      .refine(
        (host) => LOOPBACK.test(host),
        'would open Entente to the network, and no accounts exist yet to keep strangers out',
      )
      .default('127.0.0.1'),
    {
      description: 'Address to listen on. Only this machine (`127.0.0.1`, `localhost`, `::1`) until accounts exist.',
      default: '`127.0.0.1`',
      fix: 'Unset HOST, or set HOST=127.0.0.1 and reach it from elsewhere through an SSH tunnel.',
    },
  ),
  ENTENTE_DATA: note(
    z
      .string()
      .refine((folder) => !folder.startsWith('~'), 'starts with "~", which only a shell expands')
      .optional(),
    {
      description: 'Folder of the database, its log, the generated passwords and `runtime.json`.',
      default:
        "`~/.entente`; when the database's user cannot enter that, `/var/lib/entente/data-…` (the start line names it)",
      fix: 'Set ENTENTE_DATA to a full path, for example ENTENTE_DATA="$HOME/entente".',
    },
  ),
  DATABASE_URL: note(databaseUrl.optional(), {
    description:
      'A PostgreSQL 15 or later of your own instead of the embedded one. Its user owns the tables; used to migrate and closed before the port opens.',
    default: 'the embedded PostgreSQL',
    fix: 'Write it as postgres://USER:PASSWORD@HOST:5432/DATABASE, or unset it to use the embedded PostgreSQL.',
  }),
  DATABASE_APP_URL: roleUrl('entente_app', 'the pages and the API'),
  DATABASE_ROOM_URL: roleUrl('entente_room', 'guests of partner rooms'),
  DATABASE_AUTH_URL: roleUrl('entente_auth', 'sign-in'),
  ENTENTE_PG_OSUSER: note(
    z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_.-]*\$?$/, 'is not a user name')
      .refine((name) => name !== 'root', 'is root, as whom PostgreSQL refuses to run')
      .optional(),
    {
      description: 'When Entente is started by root: the operating-system user that runs the embedded PostgreSQL.',
      default: 'the owner of existing data, else `postgres`, else `nobody`',
      fix: 'Set ENTENTE_PG_OSUSER to an ordinary user of this machine, for example ENTENTE_PG_OSUSER=nobody.',
    },
  ),
  ENTENTE_IMPORT_MB: note(
    z
      .string()
      .regex(/^\d{1,3}$/, 'is not a whole number')
      .transform(Number)
      .refine((megabytes) => megabytes >= 1 && megabytes <= 200, 'is not between 1 and 200')
      .default(50),
    {
      description: 'The largest table that can be imported, in MB. Other requests stay within 1 MiB.',
      default: '`50`',
      fix: 'Set ENTENTE_IMPORT_MB to a whole number from 1 to 200, for example ENTENTE_IMPORT_MB=50.',
    },
  ),
  ENTENTE_DEMO: note(z.literal('1', 'is neither 1 nor unset').optional(), {
    description: "Set to `1`, the workspaces of this machine's own user open without an account: to try Entente out.",
    default: 'accounts are needed',
    fix: 'Set ENTENTE_DEMO=1, or unset it.',
  }),
  ENTENTE_LOG: note(z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'), {
    description: 'What is logged to standard error as JSON lines; `info` adds a line for each request.',
    default: '`warn`',
    fix: 'Set ENTENTE_LOG to one of silent, error, warn, info, debug.',
  }),
});

export type LogLevel = z.output<typeof variables>['ENTENTE_LOG'];

export type DatabaseConfiguration =
  | { readonly kind: 'embedded'; readonly osUser: string | null }
  | {
      readonly kind: 'external';
      readonly ownerUrl: string;
      readonly appUrl: string | null;
      readonly roomUrl: string | null;
      readonly authUrl: string | null;
    };

/** What the server was told, validated. */
export type Configuration = {
  readonly port: number;
  readonly host: string;
  /** Absolute path given by the user, or null to choose one. */
  readonly dataFolder: string | null;
  /** The user's home folder as the environment names it; empty when it names none. */
  readonly home: string;
  readonly database: DatabaseConfiguration;
  /** The largest file that is imported. */
  readonly importBytes: number;
  /** Whether the local user needs no account. */
  readonly demo: boolean;
  readonly log: LogLevel;
  readonly productVersion: string;
  /** The folder that holds this product's `package.json`. */
  readonly projectFolder: string;
};

export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

function productVersion(): string {
  const manifest = z.object({ version: z.string() });
  return manifest.parse(JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'))).version;
}

/** The documentation's table: one row a variable, straight from the schema. */
export function configurationTable(): readonly (VariableNote & { readonly name: string })[] {
  const complete = z.object({ description: z.string(), default: z.string(), fix: z.string() });
  return Object.entries(variables.shape).map(([name, schema]) => ({ name, ...complete.parse(schema.meta()) }));
}

const ROLE_URLS = ['DATABASE_APP_URL', 'DATABASE_ROOM_URL', 'DATABASE_AUTH_URL'] as const;

function problemOf(issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): Problem {
  const name = String(issue.path[0]);
  const about = configurationTable().find((row) => row.name === name);
  // An address may hold a password: it is never repeated.
  const shown = name.startsWith('DATABASE_') ? name : `${name}=${environment[name] ?? ''}`;
  const reason = issue.code === 'invalid_value' ? 'is not a level' : issue.message;
  return { code: 'configuration-invalid', message: `${shown} ${reason}.`, fix: about?.fix ?? '' };
}

/**
 * Reads the configuration from an environment. A variable set to nothing counts as unset.
 * @returns the configuration, or every variable at fault with its mend
 */
export function configurationFrom(environment: NodeJS.ProcessEnv): Outcome<Configuration> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text !== undefined && text !== ''));
  const read = variables.safeParse(given);
  if (!read.success) return Outcome.refuse(...read.error.issues.map((issue) => problemOf(issue, environment)));
  const told = read.data;
  const lonely = told.DATABASE_URL === undefined ? ROLE_URLS.filter((name) => told[name] !== undefined) : [];
  if (lonely.length > 0) {
    return Outcome.refuse({
      code: 'configuration-invalid',
      message: `${lonely.join(', ')} set without DATABASE_URL.`,
      fix: `Set DATABASE_URL too, or unset ${lonely.join(', ')} to use the embedded PostgreSQL.`,
    });
  }
  return Outcome.of({
    port: told.PORT,
    host: told.HOST,
    dataFolder: told.ENTENTE_DATA === undefined ? null : path.resolve(told.ENTENTE_DATA),
    home: given['HOME'] ?? given['USERPROFILE'] ?? '',
    database:
      told.DATABASE_URL === undefined
        ? { kind: 'embedded', osUser: told.ENTENTE_PG_OSUSER ?? null }
        : {
            kind: 'external',
            ownerUrl: told.DATABASE_URL,
            appUrl: told.DATABASE_APP_URL ?? null,
            roomUrl: told.DATABASE_ROOM_URL ?? null,
            authUrl: told.DATABASE_AUTH_URL ?? null,
          },
    importBytes: told.ENTENTE_IMPORT_MB * 1_000_000,
    demo: told.ENTENTE_DEMO === '1',
    log: told.ENTENTE_LOG,
    productVersion: productVersion(),
    projectFolder,
  });
}
