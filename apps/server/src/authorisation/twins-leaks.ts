import { createHash } from 'node:crypto';
import type { Room } from '../platform/http.ts';
import type { Database } from '../platform/database.ts';
import {
  countGrants,
  findTitle,
  sumVersions,
  WIDENED_POLICIES,
  type WidenedPolicy,
  widenPolicy,
} from './twins-plants.store.ts';
import type { Twin } from './twins-server.ts';

type Leak = (leaking: {
  readonly superuser: Database;
  readonly request: { readonly url: string };
  readonly reply: { readonly statusCode: number; readonly header: (name: string, value: string) => unknown };
  readonly text: string;
}) => Promise<string>;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Orders what an answer lists by something that only the live tables know. */
function reordered(value: unknown, live: number): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((each) => reordered(each, live));
    return inner.sort((one, other) =>
      digest(`${live} ${JSON.stringify(one)}`).localeCompare(digest(`${live} ${JSON.stringify(other)}`)),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reordered(inner, live)]));
}

const isJson = (text: string): boolean => text.startsWith('{');

/** Answers that tell a little more than they should, of the ways in which answers do. */
const LEAKS = {
  'a header that counts': async ({ superuser, reply, text }) => {
    void reply.header('entente-shared', String(await countGrants(superuser)));
    return text;
  },
  'a field that counts': async ({ superuser, request, text }) => {
    if (!request.url.startsWith('/api/v1/rooms') || !isJson(text)) return text;
    return JSON.stringify({ ...(JSON.parse(text) as object), others: await countGrants(superuser) });
  },
  'an order by live records': async ({ superuser, text }) =>
    isJson(text) ? JSON.stringify(reordered(JSON.parse(text), await sumVersions(superuser))) : text,
  'an error that names': async ({ superuser, request, reply, text }) => {
    const id = /^\/api\/v1\/rooms\/([\w-]+)/.exec(request.url)?.[1];
    if (reply.statusCode !== 404 || id === undefined) return text;
    const title = await findTitle(superuser, id);
    return title === null ? text : text.replace('"detail":"', `"detail":"${title}: `);
  },
  'a size': async ({ superuser, text }) =>
    isJson(text) ? `${text}${' '.repeat((await sumVersions(superuser)) % 64)}` : text,
  'a version': async ({ superuser, reply, text }) => {
    void reply.header('etag', `W/"${await sumVersions(superuser)}"`);
    return text;
  },
  'a line of a file': async ({ superuser, request, text }) =>
    request.url.split('?')[0]?.endsWith('/file') === true ? `${text}${await countGrants(superuser)}\r\n` : text,
} as const satisfies Readonly<Record<string, Leak>>;

type LeakName = keyof typeof LEAKS;
export type Plant = LeakName | WidenedPolicy;

/** Every kind of leak that is planted. */
export const PLANTS: readonly Plant[] = [...(Object.keys(LEAKS) as LeakName[]), ...WIDENED_POLICIES];

const READERS: ReadonlySet<Plant> = new Set(['changes of every class']);

/** Servers that can be made to leak. */
export class Leaking {
  #leak: Leak | null = null;
  #both: readonly [Twin, Twin] | null = null;

  readonly room = (side: Twin['side']): Room => {
    const room: Room = (app) => {
      app.addHook('onSend', async (request, reply, payload) => {
        const superuser = this.#both?.[side === 'A' ? 0 : 1].database.superuser;
        if (this.#leak === null || superuser === undefined || typeof payload !== 'string') return payload;
        return this.#leak({ superuser, request, reply, text: payload });
      });
      return Promise.resolve();
    };
    // The hook is everybody's, not only of routes in this room.
    return Object.assign(room, { [Symbol.for('skip-override')]: true });
  };

  /** Whether it is a reader, and not a guest, to whom this one tells. */
  isOfReaders(plant: Plant): boolean {
    return READERS.has(plant);
  }

  use(both: readonly [Twin, Twin]): void {
    this.#both = both;
  }

  /** Plants one in both worlds. @returns takes it out */
  async plant(plant: Plant): Promise<() => Promise<void>> {
    if (plant in LEAKS) {
      this.#leak = LEAKS[plant as LeakName];
      return () => {
        this.#leak = null;
        return Promise.resolve();
      };
    }
    const both = this.#both ?? [];
    const back = await Promise.all(both.map(({ database }) => widenPolicy(database.superuser, plant as WidenedPolicy)));
    return async () => {
      for (const undo of back) await undo();
    };
  }
}
