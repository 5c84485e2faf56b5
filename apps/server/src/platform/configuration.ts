import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Outcome, type Problem } from '@entente/core/kernel';
import { z } from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const HOST_NAME = /^[A-Za-z0-9.:_-]{1,255}$/;

const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** An address without anything behind the host, as browsers send it in `Origin`. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.replace(/\/$/, '');

const isSmtpUrl = (text: string): boolean => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol);

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
  HOST: note(z.string().regex(HOST_NAME, 'is not an address to listen on').default('127.0.0.1'), {
    description:
      'Address to listen on: this machine alone (`127.0.0.1`, `localhost`, `::1`), one of its addresses, or `0.0.0.0` for all. Give `ENTENTE_URL` too where a name leads here.',
    default: '`127.0.0.1`',
    fix: 'Unset HOST, or set it to an address of this machine, for example HOST=0.0.0.0.',
  }),
  ENTENTE_DEMO: note(z.string().regex(/^1$/, 'is neither 1 nor unset').optional(), {
    description:
      '`1`: to look at Entente without an account. Everybody on this machine is one local user, and what would be sent by e-mail is shown on a page. Refused where `HOST` is more than this machine. `npm start` sets it where neither this, `HOST`, `DATABASE_URL` nor `ENTENTE_URL` is set.',
    default: 'accounts; the first start prints a link that makes the first one',
    fix: 'Set ENTENTE_DEMO=1, or unset it.',
  }),
  ENTENTE_URL: note(
    z
      .string()
      .refine(isOrigin, 'is not http://… or https://… with a host and nothing behind it')
      .transform((text) => new URL(text).origin)
      .optional(),
    {
      description:
        'The address under which browsers reach Entente, where it is not this machine’s own: requests that name another are refused, links in e-mail begin with it, and with `https` cookies are sent over `https` alone.',
      default: 'the addresses of this machine with `PORT`',
      fix: 'Write it as https://entente.example, without a path.',
    },
  ),
  ENTENTE_PRIVATE_NETWORK: note(z.string().regex(/^1$/, 'is neither 1 nor unset').optional(), {
    description:
      '`1`: identity providers may stand in your own network, over `http` too. Otherwise only public addresses are called, over `https`.',
    default: 'public addresses only',
    fix: 'Set ENTENTE_PRIVATE_NETWORK=1, or unset it.',
  }),
  ENTENTE_SMTP_URL: note(z.string().refine(isSmtpUrl, 'is not an SMTP address').optional(), {
    description:
      'Where e-mail is handed over: links to set a new password and to confirm an address. Only with `ENTENTE_MAIL_FROM`.',
    default: 'none is sent',
    fix: 'Write it as smtps://USER:PASSWORD@HOST:465 or smtp://HOST:587.',
  }),
  ENTENTE_MAIL_FROM: note(
    z
      .string()
      .regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/, 'is not an e-mail address')
      .max(300)
      .optional(),
    {
      description: 'The sender of that e-mail.',
      default: 'none',
      fix: 'Write it as entente@firm.example, or "Entente <entente@firm.example>".',
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
  ENTENTE_AUDIT_HEAD_MINUTES: note(
    z
      .string()
      .regex(/^\d{1,5}$/, 'is not a whole number')
      .transform(Number)
      .refine((minutes) => minutes >= 1 && minutes <= 10_080, 'is not between 1 and 10080')
      .default(60),
    {
      description:
        'After how many minutes the heads of audits that grew are signed again, with `audit-key.pem` of the data folder; they are when the server starts and stops, too.',
      default: '`60`',
      fix: 'Set ENTENTE_AUDIT_HEAD_MINUTES to a whole number from 1 to 10080, for example ENTENTE_AUDIT_HEAD_MINUTES=60.',
    },
  ),
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
  /** Nobody is asked who they are: whoever reaches this machine's own address is the local user. */
  readonly demo: boolean;
  /** The origin under which browsers reach this server; null: this machine's own addresses. */
  readonly publicUrl: string | null;
  /** Whether what users name may be called in this network. */
  readonly privateNetwork: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Absolute path given by the user, or null to choose one. */
  readonly dataFolder: string | null;
  /** The user's home folder as the environment names it; empty when it names none. */
  readonly home: string;
  readonly database: DatabaseConfiguration;
  /** The largest file that is imported. */
  readonly importBytes: number;
  /** How often heads of audits are signed. */
  readonly auditHeadMinutes: number;
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
  const shown =
    name.startsWith('DATABASE_') || name === 'ENTENTE_SMTP_URL' ? name : `${name}=${environment[name] ?? ''}`;
  const reason = issue.code === 'invalid_value' ? 'is not a level' : issue.message;
  return { code: 'configuration-invalid', message: `${shown} ${reason}.`, fix: about?.fix ?? '' };
}

/** Settings that are right one by one and wrong together. */
function problemTogether(told: z.output<typeof variables>): Problem | null {
  if (told.ENTENTE_DEMO === '1' && !isLoopback(told.HOST)) {
    return {
      code: 'configuration-invalid',
      message: `ENTENTE_DEMO=1 with HOST=${told.HOST} would open the demo to the network, where nobody is asked who they are.`,
      fix: 'Unset ENTENTE_DEMO to work with accounts, or unset HOST to try Entente on this machine.',
    };
  }
  if ((told.ENTENTE_SMTP_URL === undefined) !== (told.ENTENTE_MAIL_FROM === undefined)) {
    return {
      code: 'configuration-invalid',
      message: 'Of ENTENTE_SMTP_URL and ENTENTE_MAIL_FROM one is set without the other.',
      fix: 'Set both to send e-mail, or neither.',
    };
  }
  return null;
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
  const together = problemTogether(told);
  if (together !== null) return Outcome.refuse(together);
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
    demo: told.ENTENTE_DEMO === '1',
    publicUrl: told.ENTENTE_URL ?? null,
    privateNetwork: told.ENTENTE_PRIVATE_NETWORK === '1',
    smtpUrl: told.ENTENTE_SMTP_URL ?? null,
    mailFrom: told.ENTENTE_MAIL_FROM ?? null,
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
    auditHeadMinutes: told.ENTENTE_AUDIT_HEAD_MINUTES,
    log: told.ENTENTE_LOG,
    productVersion: productVersion(),
    projectFolder,
  });
}
