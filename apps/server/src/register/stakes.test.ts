import { Period, Share } from '@entente/core/kernel';
import { type Stake, stakeBeside } from '@entente/core/register';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../platform/test-database.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { judgeStakes, openChangeSet } from './change-sets.store.ts';
import { closeChange, organisation, stakeInsert, testWorkspace } from './test-workspace.store.ts';

const database = await freshDatabase();
afterAll(() => database.remove());
const here = await testWorkspace(database, 'stakes');

let ventures = 0;
async function venture(): Promise<{ issuer: string; a: string; b: string }> {
  ventures += 1;
  const [issuer, a, b] = [`v${ventures}`, `a${ventures}`, `b${ventures}`];
  return { issuer: await organisation(here, issuer), a: await organisation(here, a), b: await organisation(here, b) };
}

async function sharesIn(issuer: string): Promise<string[]> {
  const { rows } = await sql<{ share: string }>`select share from app.stake where issuer_id = ${issuer}`.execute(
    database.superuser,
  );
  return rows.map(({ share }) => share);
}

describe('the sum of stakes', () => {
  /** Writes 60 % from two connections that have both written before either goes on; `judge` runs before the version is raised. */
  async function sixtyTwice(judge: (transaction: DatabaseTransaction) => Promise<void>): Promise<void> {
    const { issuer, a, b } = await venture();
    let written = 0;
    let release: () => void = () => undefined;
    const bothWritten = new Promise<void>((resolve) => (release = resolve));
    const write = (holder: string) =>
      here.inside(async (transaction) => {
        await openChangeSet(transaction, { command: 'test', reason: null });
        await stakeInsert(here, { issuer, holder, share: '60', from: '1995' }).execute(transaction);
        written += 1;
        if (written === 2) release();
        await bothWritten;
        await judge(transaction);
      });
    const outcomes = await Promise.allSettled([write(a), write(b)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { constraint: 'stake_whole' },
    });
    expect(await sharesIn(issuer)).toEqual(['60']);
  }

  test('two connections write 60 % at once and are judged at commit: exactly one commits', async () => {
    for (let round = 0; round < 5; round += 1) await sixtyTwice(() => Promise.resolve());
  });

  test('two connections write 60 % at once and are judged before the workspace’s row makes them wait: exactly one commits', async () => {
    for (let round = 0; round < 5; round += 1) await sixtyTwice(judgeStakes);
  });

  test('is judged when all of a transaction is written, not in between', async () => {
    const { issuer, a, b } = await venture();
    const first = await here.write(stakeInsert(here, { issuer, holder: a, share: '100', from: '1995' }));
    await here.change(async (transaction) => {
      await stakeInsert(here, { issuer, holder: b, share: '40', from: '1995' }).execute(transaction);
      await sql`update app.stake set share = 60 where id = ${first}`.execute(transaction);
    });
    expect((await sharesIn(issuer)).sort()).toEqual(['40', '60']);
    await expect(here.write(sql`update app.stake set share = 61 where id = ${first}`)).rejects.toMatchObject({
      constraint: 'stake_whole',
    });
  });

  test('is judged of all that the statements of a transaction wrote, whichever of them is at fault', async () => {
    for (const atFault of [0, 1, 2]) {
      const ventures = [await venture(), await venture(), await venture()];
      const write = here.change(async (transaction) => {
        for (const [nth, { issuer, a, b }] of ventures.entries()) {
          const second = nth === atFault ? '41' : '40';
          await stakeInsert(here, { issuer, holder: a, share: '60', from: '1995' }).execute(transaction);
          await stakeInsert(here, { issuer, holder: b, share: second, from: '1995' }).execute(transaction);
        }
      });
      await expect(write).rejects.toMatchObject({ constraint: 'stake_whole', detail: 'economic 101, voting ' });
      for (const { issuer } of ventures) expect(await sharesIn(issuer)).toEqual([]);
    }
  });

  test('is not to be passed by removing what waits to be judged', async () => {
    const { issuer, a, b } = await venture();
    const write = here.change(async (transaction) => {
      await stakeInsert(here, { issuer, holder: a, share: '60', from: '1995' }).execute(transaction);
      await stakeInsert(here, { issuer, holder: b, share: '60', from: '1995' }).execute(transaction);
      const { numAffectedRows } = await sql`delete from app.stake_judgement`.execute(transaction);
      expect(numAffectedRows).toBe(0n);
    });
    await expect(write).rejects.toMatchObject({ constraint: 'stake_whole' });
    expect(await sharesIn(issuer)).toEqual([]);
  });

  test('counts the unnamed with the named, and the unknown not at all', async () => {
    const { issuer, a } = await venture();
    await here.write(stakeInsert(here, { issuer, holders: 'two others', share: '95', from: '1995' }));
    await here.write(stakeInsert(here, { issuer, holders: 'the rest', share: null, from: '1995' }));
    const write = here.write(stakeInsert(here, { issuer, holder: a, share: '5.0000000001', from: '1995' }));
    await expect(write).rejects.toMatchObject({ constraint: 'stake_whole' });
    await here.write(stakeInsert(here, { issuer, holder: a, share: '5', from: '1995' }));
  });

  test('is not to be passed by another isolation level', async () => {
    const { issuer, a } = await venture();
    for (const level of ['repeatable read', 'serializable'] as const) {
      const write = database.app
        .transaction()
        .setIsolationLevel(level)
        .execute(async (transaction) => {
          await sql`select set_config('entente.workspace', ${here.id}, true), set_config('entente.actor', ${here.actorId}, true)`.execute(
            transaction,
          );
          await openChangeSet(transaction, { command: 'test', reason: null });
          await stakeInsert(here, { issuer, holder: a, share: '60', from: '1995' }).execute(transaction);
        });
      await expect(write).rejects.toMatchObject({ constraint: 'stake_whole_isolation' });
    }
    expect(await sharesIn(issuer)).toEqual([]);
  });

  test('is not to be passed by leaving the workspace before the commit', async () => {
    const { issuer, a } = await venture();
    const elsewhere = await testWorkspace(database, 'stakes-elsewhere');
    const write = here.inside(async (transaction) => {
      await openChangeSet(transaction, { command: 'test', reason: null });
      await stakeInsert(here, { issuer, holder: a, share: '60', from: '1995' }).execute(transaction);
      // The change is closed first, so that the rule on stakes meets the other workspace.
      await closeChange(transaction);
      await sql`select set_config('entente.workspace', ${elsewhere.id}, true)`.execute(transaction);
    });
    await expect(write).rejects.toMatchObject({ constraint: 'stake_whole_workspace' });
    expect(await sharesIn(issuer)).toEqual([]);
  });
});

describe('a stake', () => {
  test.each([
    ['over 100 %', '100.1'],
    ['below zero', '-1'],
    ['with more than ten decimals', '0.00000000001'],
    ['that is no number', 'NaN'],
  ])('%s is refused', async (_what, share) => {
    const { issuer, a } = await venture();
    await expect(here.write(stakeInsert(here, { issuer, holder: a, share }))).rejects.toMatchObject({ code: '23514' });
  });

  test('has one holder, named or described', async () => {
    const { issuer, a } = await venture();
    await expect(here.write(stakeInsert(here, { issuer }))).rejects.toMatchObject({ constraint: 'stake_one_holder' });
    await expect(here.write(stakeInsert(here, { issuer, holder: a, holders: 'x' }))).rejects.toMatchObject({
      constraint: 'stake_one_holder',
    });
  });

  test('does not overlap another of its holder on the days that are certain', async () => {
    const { issuer, a } = await venture();
    // Fujian Southeast: 50 % until 2006 and 25 % from 2006 may both be true.
    await here.write(stakeInsert(here, { issuer, holder: a, share: '50', from: '1995', to: '2006' }));
    await here.write(stakeInsert(here, { issuer, holder: a, share: '25', from: '2006' }));
    const again = here.write(stakeInsert(here, { issuer, holder: a, share: '1', from: '2000', to: '2001-06' }));
    await expect(again).rejects.toMatchObject({ constraint: 'stake_economic_overlap' });
    await here.write(stakeInsert(here, { issuer, holder: a, voting: '10', from: '2010' }));
    const votes = here.write(stakeInsert(here, { issuer, holder: a, voting: '10', from: '2011' }));
    await expect(votes).rejects.toMatchObject({ constraint: 'stake_voting_overlap' });
  });
});

describe('the core and the database', () => {
  const year = fc.integer({ min: 1990, max: 1994 }).map(String);
  const date = fc.oneof(
    year,
    year.map((y) => `${y}-06`),
    year.map((y) => `${y}/1998`),
    year.map((y) => `${y}~`),
  );
  const share = fc.option(fc.constantFrom('0', '10', '33.3333333333', '50', '60', '100'), { freq: 6 });
  const parts = fc.record({
    who: fc.constantFrom('a', 'b', null),
    share,
    votingShare: fc.option(fc.constantFrom('0', '40', '70'), { freq: 3 }),
    from: fc.option(date, { freq: 5 }),
    to: fc.oneof(fc.constant('..'), fc.constant('unknown'), date),
  });

  test('decide alike whether a stake fits beside those that are there', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 3, maxLength: 7 }), async (stakes) => {
        const { issuer, a, b } = await venture();
        const held: Stake[] = [];
        for (const { who, from, to, ...shares } of stakes) {
          const period = Period.parse(from, to);
          if (!period.ok) continue;
          const holder = who === null ? null : who === 'a' ? a : b;
          const parsed = (text: string | null): Share | null => {
            const outcome = text === null ? null : Share.parse(text);
            return outcome?.ok ? outcome.value : null;
          };
          const candidate: Stake = {
            id: String(held.length),
            alliance: null,
            issuer,
            holder,
            holders: holder === null ? 'others' : null,
            holderCount: null,
            share: parsed(shares.share),
            votingShare: parsed(shares.votingShare),
            ...period.value,
          };
          const statement = stakeInsert(here, {
            issuer,
            ...(holder === null ? { holders: 'others' } : { holder }),
            share: shares.share,
            voting: shares.votingShare,
            from,
            to,
          });
          const stored = await here.write(statement).then(
            () => true,
            (error: unknown) => {
              expect((error as { constraint?: string }).constraint).toMatch(
                /^stake_(?:whole|economic_overlap|voting_overlap)$/,
              );
              return false;
            },
          );
          const judged = stakeBeside(candidate, held).ok;
          expect({ candidate, held, accepted: judged }).toEqual({ candidate, held, accepted: stored });
          if (stored) held.push(candidate);
          else refused += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(30);
  });
});
