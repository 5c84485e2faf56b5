import { randomUUID } from 'node:crypto';
import { invariant } from '@entente/core/kernel';
import { person, type TestPerson } from './test-people.store.ts';
import { type Draw, drawOf } from './twins-draw.ts';
import type { Body } from './twins-records.ts';
import type { Asked, Heard, Twin } from './twins-server.ts';

export type Made = Heard & { readonly body: Body; readonly id: string };

/** One world of a pair: a server, and what only this world has. */
export type World = {
  readonly twin: Twin;
  /** Of what the other world does not have. */
  readonly hidden: Draw;
  /** Ids of what only this world has, by the part of an address that takes them. */
  readonly only: Map<string, string[]>;
  readonly ask: (asked: Asked) => Promise<Made>;
  /** The same, where it must succeed. */
  readonly made: (asked: Asked) => Promise<Made>;
};

const bodyIn = ({ bytes }: Heard): Body => {
  const text = bytes.toString('utf8');
  return text.endsWith('}') && text.startsWith('{') ? (JSON.parse(text) as Body) : {};
};

/** Two worlds that are built side by side, step by step. */
export type Worlds = {
  readonly seed: string;
  readonly both: readonly [World, World];
  /** Of what both have. */
  readonly shared: Draw;
  /** Does the same in both; what comes of it must be the same. */
  readonly same: <T>(run: (world: World) => Promise<T>) => Promise<T>;
  /** Does in each what that one's own chance says, at most so many things; what is refused there stays undone. */
  readonly apart: (most: number, run: (world: World) => Promise<unknown>) => Promise<void>;
  /** Does in each what it holds, at a moment of its own. */
  readonly each: (run: (world: World) => Promise<unknown>) => Promise<void>;
  /** Asks both the same at the same moment, one after the other; `heard` is told each pair of answers. */
  readonly askBoth: (asked: readonly Asked[], heard: (nth: number, a: Heard, b: Heard) => void) => Promise<void>;
  readonly at: <T>(run: (twin: Twin) => Promise<T>) => Promise<readonly [T, T]>;
};

/** How much is asked before the clock of the databases goes on: to set it takes as long as a short question. */
const ASKED_A_MOMENT = 10;

/** What a pair of worlds is drawn from: its seed, and a name that stands in no other pair of these servers. */
export function worldsOf(both: readonly [Twin, Twin], seed: string, firstSecond: number): Worlds {
  let seconds = firstSecond;
  const worldOf = (twin: Twin): World => {
    const ask = async (asked: Asked): Promise<Made> => {
      const heard = await twin.ask(asked);
      const body = bodyIn(heard);
      return { ...heard, body, id: String(body['id']) };
    };
    return {
      twin,
      hidden: drawOf(`${seed} hidden ${twin.side}`),
      only: new Map(),
      ask,
      made: async (asked) => {
        const made = await ask(asked);
        invariant(made.status < 300, `${asked.method} ${asked.url}: ${made.bytes.toString('utf8')}`);
        return made;
      },
    };
  };
  const worlds = [worldOf(both[0]), worldOf(both[1])] as const;
  const at: Worlds['at'] = (run) => {
    seconds += 1;
    const moment = { seconds, stream: `${seed} ${seconds}` };
    return Promise.all([both[0].at(moment, () => run(both[0])), both[1].at(moment, () => run(both[1]))]);
  };
  const worldAt = (twin: Twin): World => (twin === both[0] ? worlds[0] : worlds[1]);
  return {
    seed,
    both: worlds,
    shared: drawOf(`${seed} shared`),
    at,
    same: async (run) => {
      const [a, b] = await at((twin) => run(worldAt(twin)));
      const ids = [a, b].map((each) => (each as { readonly id?: string } | null)?.id);
      invariant(ids[0] === ids[1], `a step that both do gives the same: ${ids.join(' and ')}`);
      return a;
    },
    apart: async (most, run) => {
      seconds += most;
      await Promise.all(
        worlds.map(async (world) => {
          const times = world.hidden.below(most + 1);
          for (let nth = 1; nth <= times; nth += 1) {
            const stream = `${seed} hidden ${world.twin.side} ${seconds} ${nth}`;
            await world.twin.at({ seconds: seconds - most + nth - 1, stream }, () => run(world));
          }
        }),
      );
    },
    each: async (run) => {
      seconds += 1;
      for (const world of worlds)
        await world.twin.at({ seconds, stream: `${seed} each ${world.twin.side} ${seconds}` }, () => run(world));
    },
    askBoth: async (all, heard) => {
      for (const [nth, asked] of all.entries()) {
        if (nth % ASKED_A_MOMENT === 0) {
          seconds += 1;
          await Promise.all(both.map((twin) => twin.turn({ seconds, stream: `${seed} ${seconds}` })));
        }
        const moment = { seconds, stream: `${seed} ${seconds} ${nth}` };
        const [a, b] = await Promise.all([
          both[0].within(moment, () => both[0].ask(asked)),
          both[1].within(moment, () => both[1].ask(asked)),
        ]);
        heard(nth, a, b);
      }
    },
  };
}

/** Remembers what only this world has. */
export function remember({ only }: World, part: string, id: string | undefined): void {
  if (id !== undefined && id !== 'undefined') only.set(part, [...(only.get(part) ?? []), id]);
}

/** Somebody with an account of a name of their own, told apart by a header. */
export const somebody = ({ twin }: World, name: string): Promise<TestPerson> =>
  person(twin.database, `${name} ${randomUUID().slice(0, 8)}`);
