import { ROUTES } from '@entente/contract/openapi';
import type { Route } from '@entente/contract/problem';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runPlants } from './twins-drill.ts';
import { differenceOf } from './twins-difference.ts';
import { guestPair, readerPair } from './twins-pairs.ts';
import { allProbes, type Asker } from './twins-probes.ts';
import { openTwins } from './twins-server.ts';

const twins = await openTwins();
afterAll(twins.close);

const PATIENCE = 600_000;

describe('two worlds that differ only in what somebody must not see', () => {
  test(
    'answer a guest alike, byte for byte, whatever is asked; `npm run twins` asks 300 pairs',
    async () => {
      const results = [];
      for (const nth of [1, 2, 3]) results.push(await guestPair(twins.both, 'slice', nth));
      expect(results.flatMap(({ differences }) => differences)).toEqual([]);
      const granted = new Set(results.flatMap((result) => [...result.granted]));
      // Refusals are alike too easily: the guest is let in to every room operation, and to their own account.
      for (const operation of ['listRooms', 'getRoom', 'exportRoom', 'saveRoomDraft', 'story', 'getAccount'])
        expect(granted).toContain(operation);
    },
    PATIENCE,
  );

  test(
    'answer a reader alike who reads neither CLEAN nor NEVER',
    async () => {
      const { differences, granted } = await readerPair(twins.both, 'slice', 4);
      expect(differences).toEqual([]);
      const read = [
        'listStakes',
        'summariseStakes',
        'exportRegister',
        'searchRecords',
        'listChanges',
        'readCalendarFeed',
      ];
      for (const operation of read) expect(granted).toContain(operation);
    },
    PATIENCE,
  );

  test(
    'do not when a leak is planted',
    async () => {
      const plants = ['an error that names', 'changes of every class'] as const;
      const found = await runPlants('planted', { plants });
      expect(found.filter(({ differences }) => differences === 0)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('what is asked', () => {
  const asker: Asker = {
    actor: { kind: 'person', personId: 'x', memberships: [], scopes: null, only: null },
    headers: {},
    workspaces: ['w'],
    ids: (part) => (part === 'asteroid' ? [] : ['x']),
    bodies: {},
    queries: () => [],
    story: [],
  };
  const [known] = ROUTES.filter(({ id }) => id === 'getRoom');
  const missingOf = (...routes: readonly Route[]): readonly string[] => allProbes(asker, routes).missing;

  test('is every operation: one with a part, a body or a media type that nobody asks for is missing', () => {
    if (known === undefined) throw new Error('there are rooms');
    const strange: Route = { ...known, id: 'getAsteroid', path: '/api/v1/asteroids/{asteroid}' };
    const written: Route = { ...known, id: 'writeRoom', method: 'post', body: z.object({}) };
    const file: Route = { ...known, id: 'drawRoom', answer: null, files: ['image/svg+xml'] };
    expect(missingOf(known)).toEqual([]);
    expect(missingOf(known, strange, written, file)).toEqual(['getAsteroid', 'writeRoom', 'drawRoom']);
  });

  test('is compared to the last byte, header and digit of a length', () => {
    const heard = { status: 200, headers: { 'content-length': '4', date: 'now' }, bytes: Buffer.from('{"a"') };
    expect(differenceOf(heard, { ...heard, headers: { 'content-length': '4', date: 'later' } })).toBe(null);
    expect(differenceOf(heard, { ...heard, headers: { 'content-length': '5', date: 'now' } })).toContain('headers');
    expect(differenceOf(heard, { ...heard, bytes: Buffer.from('{"b"') })).toContain('body');
    expect(differenceOf(heard, { ...heard, status: 404 })).toContain('status');
  });
});
