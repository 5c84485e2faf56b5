import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { runMatrix } from './authorisation-matrix.ts';
import { runPairs } from './matrix-pairs.ts';
import { openMatrixWorld } from './matrix-setting.ts';

const world = await openMatrixWorld();
afterAll(world.close);

describe('the authorisation matrix', () => {
  test('has at least fourteen personas and a row for every operation', async () => {
    expect(world.personas.length).toBeGreaterThanOrEqual(14);
    const rowless = (await runMatrix({ ...world, personas: [] })).wrong;
    expect(rowless).toEqual([]);
  });

  // @asvs V8.2.1 V8.3.1
  test('agrees in each seventh operation; `npm run matrix` asks all of them', async () => {
    const { cells, wrong } = await runMatrix(world, { slice: 7 });
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(1000);
  });

  // @asvs V8.2.2
  test('agrees in each pair of ids that a request takes', async () => {
    const { cells, wrong } = await runPairs(world);
    expect(wrong).toEqual([]);
    expect(cells).toBeGreaterThan(20);
  });

  test('notices somebody who holds more than they should', async () => {
    const reader = world.personas.find(({ name }) => name === 'reader');
    const id = reader?.actor.kind === 'person' ? reader.actor.personId : '';
    const raise = (role: string) =>
      sql`update app.member set role = ${role} where person_id = ${id}`.execute(world.server.database.superuser);
    await sql`alter table app.member disable trigger judge_member`.execute(world.server.database.superuser);
    await raise('owner');
    const { wrong } = await runMatrix({ ...world, personas: reader === undefined ? [] : [reader] }, { slice: 7 });
    await raise('reader');
    await sql`alter table app.member enable trigger judge_member`.execute(world.server.database.superuser);
    expect(wrong.length).toBeGreaterThan(0);
  });
});
