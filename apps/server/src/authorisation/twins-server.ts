import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { invariant } from '@entente/core/kernel';
import { configurationFrom, type Configuration } from '../platform/configuration.ts';
import { createApp, type Room } from '../platform/http.ts';
import { type FreshDatabase, freshDatabase } from '../platform/test-database.ts';
import { rooms, signInOf } from '../rooms.ts';
import { signInRoom } from '../sign-in/sign-in.routes.ts';
import { identifyByHeader } from './test-people.store.ts';
import { atMoment, type Moment, pinProcess } from './twins-chance.ts';
import { pinDatabase, setMoment } from './twins-clock.store.ts';
import { type LetterBox, openLetterBox } from './twins-letters.ts';

const PORT = 15_503;

export type Asked = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With all that stands before it, e.g. `/api/v1/session`. */
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer goes on until it is left: what it begins with, and what comes soon after. */
  readonly isStream?: boolean;
};

/** An answer as it went out, with the letters that it caused. */
export type Heard = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
};

/** One of two servers that are alike in all but what somebody must not see. */
export type Twin = {
  readonly side: 'A' | 'B';
  readonly database: FreshDatabase;
  /** Asks at a moment; what is asked is done when this resolves, letters are handed over too. */
  readonly ask: (asked: Asked) => Promise<Heard>;
  /** What came by e-mail for an address since the last time. */
  readonly letters: (address: string) => readonly string[];
  /** From now on it is this moment in the database. */
  readonly turn: (moment: Step) => Promise<void>;
  /** Runs something at a moment, as far as this process goes. */
  readonly within: <T>(moment: Step, run: () => Promise<T>) => Promise<T>;
  /** Both. */
  readonly at: <T>(moment: Step, run: () => Promise<T>) => Promise<T>;
};

/** A moment by its distance from the beginning. */
export type Step = { readonly seconds: number; readonly stream: string };

const BEGINNING = Date.parse('2031-03-03T08:00:00Z');

/** The application's page as it is in its source where none is built: what is served is the same file in both worlds. */
function withPages(configuration: Configuration, folder: string): Configuration {
  const dist = path.join(folder, 'apps/web/dist');
  mkdirSync(dist, { recursive: true });
  cpSync(path.join(configuration.projectFolder, 'apps/web/index.html'), path.join(dist, 'index.html'));
  symlinkSync(path.join(configuration.projectFolder, 'docs'), path.join(folder, 'docs'));
  return { ...configuration, projectFolder: folder };
}

/** How long a stream may be silent before it is left. */
const SILENT_MS = 3_000;

/** What a stream begins with, or all of it where it ends at once. */
async function heardOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve) => {
    const patience = setTimeout(resolve, SILENT_MS);
    const done = (): void => {
      clearTimeout(patience);
      resolve();
    };
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      done();
    });
    stream.on('end', done).on('error', done);
  });
  stream.destroy();
  return Buffer.concat(chunks);
}

async function openTwin(side: Twin['side'], folder: string, extra: readonly Room[]) {
  const box: LetterBox = await openLetterBox();
  const database = await freshDatabase();
  await pinDatabase(database);
  const read = configurationFrom({
    PORT: String(PORT),
    // One for both, so that what is signed with its secrets is the same.
    ENTENTE_DATA: path.join(folder, 'data'),
    ENTENTE_SMTP_URL: `smtp://127.0.0.1:${box.port}`,
    ENTENTE_MAIL_FROM: 'entente@example.org',
  });
  invariant(read.ok, 'the configuration of a twin is right');
  const pages = path.join(folder, side);
  const configuration = withPages(read.value, pages);
  const signIn = signInOf({ databases: database, configuration }, (line) => process.stderr.write(`${line}\n`));
  const identify: typeof signIn.identify = async (request) =>
    'x-account' in request.headers ? identifyByHeader(request) : signIn.identify(request);
  const app = await createApp({ databases: database, configuration, identify, logger: { level: 'error' } }, [
    ...extra,
    signInRoom(() => signIn),
    // The first of them signs in.
    ...rooms.slice(1),
  ]);
  const momentOf = ({ seconds, stream }: Step): Moment => ({ at: new Date(BEGINNING + seconds * 1000), stream });
  const turn: Twin['turn'] = (step) => setMoment(database.superuser, momentOf(step));
  const within: Twin['within'] = (step, run) => atMoment(momentOf(step), run);
  const twin: Twin = {
    side,
    database,
    letters: box.take,
    turn,
    within,
    at: async (step, run) => {
      await turn(step);
      return within(step, run);
    },
    ask: async ({ method, url, body, headers = {}, isStream = false }) => {
      const reply = await app.inject({
        payloadAsStream: isStream,
        method,
        url,
        headers: {
          host: `localhost:${PORT}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      await signIn.settled();
      const bytes = isStream ? await heardOf(reply.stream()) : reply.rawPayload;
      return { status: reply.statusCode, headers: reply.headers, bytes };
    },
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.remove();
    await box.close();
  };
  return { twin, close };
}

export type Twins = { readonly both: readonly [Twin, Twin]; readonly close: () => Promise<void> };

/** Two servers on databases of their own. `extra` rooms are registered before the product's. */
export async function openTwins(extraOf: (side: Twin['side']) => readonly Room[] = () => []): Promise<Twins> {
  const unpin = pinProcess();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-twins-'));
  // The sign-in keeps its secret there, and asks that the database's account may enter.
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'data'));
  const a = await openTwin('A', folder, extraOf('A'));
  const b = await openTwin('B', folder, extraOf('B'));
  return {
    both: [a.twin, b.twin],
    close: async () => {
      await a.close();
      await b.close();
      rmSync(folder, { recursive: true, force: true });
      unpin();
    },
  };
}
