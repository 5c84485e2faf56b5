import { afterAll, describe, expect, test } from 'vitest';
import { type Scan, scanAsGuest, scanAsReader } from './canary-scan.ts';
import { Leaking } from './twins-leaks.ts';
import { openTwins } from './twins-server.ts';

const leaking = new Leaking();
const opened: Awaited<ReturnType<typeof openTwins>>[] = [];
afterAll(async () => {
  for (const { close } of opened) await close();
});

/** Servers for one scan: what a scan plants stays in them. */
async function fresh() {
  const twins = await openTwins((side) => [leaking.room(side)]);
  opened.push(twins);
  leaking.use(twins.both);
  return twins.both;
}

const sighted = ({ sightings }: Scan): readonly string[] =>
  sightings.map(({ operation, token }) => `${operation} ${token}`);
const PATIENCE = 600_000;

describe('a token in every hidden word of every table', () => {
  test(
    'stands in no byte that a guest gets',
    async () => {
      const scan = await scanAsGuest(await fresh(), 'canary guest');
      expect(sighted(scan)).toEqual([]);
      expect(scan.planting.taken.length).toBeGreaterThan(65);
      for (const column of [
        'app.resource.subject',
        'app.change.after',
        'room."grant".grantee_name',
        'room.gate.words',
        'room.gate_word.words',
        'room.unnamed_rating.comment',
        'app.view.name',
        'auth."user".email',
      ])
        expect(scan.planting.taken).toContain(column);
      for (const operation of ['listRooms', 'getRoom', 'exportRoom']) expect(scan.granted).toContain(operation);
    },
    PATIENCE,
  );

  test(
    'stands in no byte that a reader gets, workbooks among them',
    async () => {
      const scan = await scanAsReader(await fresh(), 'canary reader');
      expect(sighted(scan)).toEqual([]);
      expect(scan.planting.taken.length).toBeGreaterThan(80);
      for (const column of [
        'app.organisation.name',
        'app.change_set.reason',
        'app.change.after',
        'app.paper.content',
        'room.publication.title',
      ])
        expect(scan.planting.taken).toContain(column);
      for (const operation of ['exportRegister', 'listChanges', 'searchRecords', 'readCalendarFeed'])
        expect(scan.granted).toContain(operation);
    },
    PATIENCE,
  );

  test(
    'is found where a policy forgot whose room it is',
    async () => {
      const both = await fresh();
      const takeOut = await leaking.plant('rooms of everybody');
      const scan = await scanAsGuest(both, 'canary leak').finally(takeOut);
      expect(sighted(scan).join('\n')).toContain('room-publication-title');
    },
    PATIENCE,
  );
});
