import { rowsFromClaims } from '@entente/core/register';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localCaller } from './demo.commands.ts';
import { Snapshots } from './snapshot.commands.ts';
import { prepared, tag } from './test-records.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask, database } = server;
const path = await prepared(server, 'claims');
for (const [key, date] of [
  ['later', '2019'],
  ['undated', null],
  ['this-year', String(new Date().getUTCFullYear())],
] as const) {
  await ask('POST', `${path}/sources`, { key, kind: 'article', title: key, ...(date === null ? {} : { date }) });
}

let count = 0;
async function organisation(fields: object = {}): Promise<{ id: string; address: string }> {
  count += 1;
  const { id, status } = await ask('POST', `${path}/organisations`, { name: `O ${count}`, ...fields });
  expect(status).toBe(201);
  return { id, address: `${path}/organisations/${id}` };
}
const claimOn = (id: string, parts: object) =>
  ask('POST', `${path}/claims`, {
    subject: { kind: 'organisation', id },
    field: 'founded',
    source: 'article',
    place: 'p. 1',
    ...parts,
  });
const founded = async (address: string) => (await ask('GET', address)).body['founded'];
type Held = { id: string; field: string; value: string; rank: string; reason: string | null; source: { slug: string } };
const claimsOf = async (address: string, field = 'founded'): Promise<Held[]> =>
  ((await ask('GET', `${address}?include=claims`)).body['claims'] as Held[]).filter((claim) => claim.field === field);

describe('what is typed in', () => {
  test('is a claim of the actor’s entry source, dated today, and so is the record’s existence', async () => {
    const { address } = await organisation({ founded: '1971' });
    expect(await claimsOf(address)).toMatchObject([{ value: '1971', rank: 'normal', source: { slug: 'entry-local' } }]);
    expect(await claimsOf(address, 'exists')).toMatchObject([{ value: 'true' }]);
    const source = await ask('GET', `${path}/sources/entry-local`);
    expect(source.body).toMatchObject({
      kind: 'entry',
      date: new Date().toISOString().slice(0, 10),
      abilities: { change: false, remove: false },
    });
    const refused = await ask('PATCH', `${path}/sources/entry-local`, { title: 'x' }, tag(source));
    expect(refused.body).toMatchObject({ status: 409, code: 'source-is-entry' });
  });

  test('gives the value over documents, and what they say stands as a discrepancy', async () => {
    const { id, address } = await organisation();
    await claimOn(id, { value: '1970', source: 'later' });
    const before = await ask('GET', address);
    await ask('PATCH', address, { founded: '1971', reason: 'Seen in the register of firms' }, tag(before));
    const after = await ask('GET', `${address}?include=claims`);
    expect(after.body).toMatchObject({ founded: '1971', discrepancies: [{ field: 'founded' }] });
    expect(await claimsOf(address)).toMatchObject([
      { value: '1970' },
      { value: '1971', rank: 'normal', reason: 'Seen in the register of firms' },
    ]);
  });

  test('a second time changes the first entry and adds none', async () => {
    const { address } = await organisation({ founded: '1971' });
    await ask('PATCH', address, { founded: '1972' }, tag(await ask('GET', address)));
    expect(await claimsOf(address)).toMatchObject([{ value: '1972' }]);
  });

  test.each([
    ['a preferred claim', { value: '1970', source: 'later', rank: 'preferred', reason: 'The charter' }],
    ['a document of this very year', { value: '1970', source: 'this-year' }],
    [
      'a preferred claim of this very year',
      { value: '1970', source: 'this-year', rank: 'preferred', reason: 'The charter' },
    ],
  ])('gives the value over %s, with a reason', async (_what, claim) => {
    const { id, address } = await organisation();
    await claimOn(id, claim);
    expect(await founded(address)).toBe('1970');
    const changed = await ask('PATCH', address, { founded: '1971' }, tag(await ask('GET', address)));
    expect(changed.body['founded']).toBe('1971');
    expect(await claimsOf(address)).toMatchObject([
      { value: '1970' },
      { value: '1971', rank: 'preferred', reason: 'Entered by hand' },
    ]);
  });

  test('as nothing takes the entry back and deprecates what documents say, with the reason', async () => {
    const { id, address } = await organisation({ founded: '1971' });
    await claimOn(id, { value: '1970' });
    const changed = await ask(
      'PATCH',
      address,
      { founded: null, reason: 'Nobody knows' },
      tag(await ask('GET', address)),
    );
    expect(changed.body['founded']).toBeNull();
    expect(await claimsOf(address)).toMatchObject([{ value: '1970', rank: 'deprecated', reason: 'Nobody knows' }]);
  });
});

describe('the correction of a claim', () => {
  const correct = (id: string, change: object, headers: Record<string, string>) =>
    ask('PATCH', `${path}/claims/${id}`, change, headers);

  test('changes value, place, quotation and reason, and the record takes the value', async () => {
    const { id, address } = await organisation();
    const added = await claimOn(id, { value: '1970', rank: 'preferred', reason: 'The charter' });
    const change = { value: '1971-05', place: 'p. 2', quote: 'founded in May 1971', reason: 'The charter itself' };
    const corrected = await correct(added.id, change, tag(added));
    expect(corrected.body).toMatchObject({ ...change, rank: 'preferred', version: 2 });
    expect(await founded(address)).toBe('1971-05');
  });

  test('is refused on a version that is no longer there, and without one', async () => {
    const { id, address } = await organisation();
    const added = await claimOn(id, { value: '1970' });
    await correct(added.id, { value: '1971' }, tag(added));
    expect((await correct(added.id, { value: '1972' }, tag(added))).body).toMatchObject({
      status: 412,
      code: 'version-stale',
    });
    expect((await correct(added.id, { value: '1972' }, {})).body).toMatchObject({ code: 'version-required' });
    expect(await founded(address)).toBe('1971');
  });

  test.each([
    ['a value that its field cannot hold', { value: 'long ago' }, 422, 'date-malformed', '/value'],
    ['a quotation of 26 words', { quote: 'word '.repeat(26) }, 400, 'quote-too-long', '/quote'],
    ['no reason for its rank', { reason: null }, 422, 'reason-missing', '/reason'],
    ['a place of nothing', { place: ' ' }, 400, 'too-small', '/place'],
  ])('is refused with %s, in place', async (_what, change, status, code, pointer) => {
    const { id, address } = await organisation();
    const added = await claimOn(id, { value: '1970', rank: 'preferred', reason: 'The charter' });
    const refused = await correct(added.id, change, tag(added));
    expect(refused.body).toMatchObject({ status, errors: [{ code, pointer }] });
    expect(await founded(address)).toBe('1970');
  });

  test('stands in the history with what it was before, and is undone with the value of the record', async () => {
    const { id, address } = await organisation();
    const added = await claimOn(id, { value: '1970' });
    const corrected = await correct(added.id, { value: '1971' }, tag(added));
    const change = String(corrected.headers['entente-change']);
    const detail = await ask('GET', `${path}/changes/${change}`);
    expect(detail.body).toMatchObject({
      command: 'change-claim',
      changes: [
        { row: 'claim', action: 'changed', fields: [{ field: 'value', before: '1970', after: '1971' }] },
        { row: 'organisation', fields: [{ field: 'founded', before: '1970', after: '1971' }] },
      ],
    });
    expect((await ask('POST', `${path}/changes/${change}/undo`, {})).status).toBe(201);
    expect(await founded(address)).toBe('1970');
    expect(await claimsOf(address)).toMatchObject([{ value: '1970' }]);
  });
});

describe('a claim', () => {
  test('gives its value by rank, then by the latest document, then by order', async () => {
    const { id, address } = await organisation();
    await claimOn(id, { value: '1960', source: 'undated' });
    expect(await founded(address)).toBe('1960');
    await claimOn(id, { value: '1961', source: 'article' });
    expect(await founded(address)).toBe('1961');
    const later = await claimOn(id, { value: '1962', source: 'later' });
    expect(await founded(address)).toBe('1962');
    await claimOn(id, { value: '1963', source: 'later' });
    expect(await founded(address)).toBe('1962');
    const ranked = await ask(
      'PATCH',
      `${path}/claims/${later.id}`,
      { rank: 'deprecated', reason: 'A misprint' },
      tag(later),
    );
    expect(ranked.body).toMatchObject({ rank: 'deprecated', version: 2 });
    expect(await founded(address)).toBe('1963');
    expect((await ask('DELETE', `${path}/claims/${later.id}`, undefined, tag(ranked))).status).toBe(204);
    expect(await claimsOf(address)).toHaveLength(3);
  });

  test('of a document whose date changes is judged anew', async () => {
    await ask('POST', `${path}/sources`, { key: 'moved', kind: 'web', title: 'Moved', date: '2000' });
    const { id, address } = await organisation();
    await claimOn(id, { value: '1960', source: 'moved' });
    await claimOn(id, { value: '1961', source: 'article' });
    expect(await founded(address)).toBe('1961');
    await ask('PATCH', `${path}/sources/moved`, { date: '2018' }, tag(await ask('GET', `${path}/sources/moved`)));
    expect(await founded(address)).toBe('1960');
  });

  test('that contains another does not disagree with it', async () => {
    const { id, address } = await organisation();
    await claimOn(id, { value: '1971', source: 'article' });
    await claimOn(id, { value: '1971-05', source: 'later' });
    expect((await ask('GET', `${address}?include=claims`)).body['discrepancies']).toEqual([]);
  });

  test('may be a remark, and of any record', async () => {
    const { id, address } = await organisation();
    const remark = await claimOn(id, { field: 'remark.position-toward-toyota', value: 'customer' });
    expect(remark.status).toBe(201);
    expect(await claimsOf(address, 'remark.position-toward-toyota')).toHaveLength(1);
  });

  test('is not the last one of its record to go', async () => {
    const { address } = await organisation();
    const [name, exists] = [await claimsOf(address, 'name'), await claimsOf(address, 'exists')].flat();
    const remove = async (claim: Held | undefined) => {
      const { headers } = await ask('GET', `${path}/claims/${claim?.id}`);
      return ask('DELETE', `${path}/claims/${claim?.id}`, undefined, { 'if-match': String(headers['etag']) });
    };
    expect((await remove(exists)).status).toBe(204);
    expect((await remove(name)).body).toMatchObject({ status: 409, code: 'claim-last' });
  });

  test('on a stake is judged with the other stakes', async () => {
    const stake = await ask('POST', `${path}/stakes`, {
      alliance: 'alliance',
      holder: 'parent',
      share: '60',
      from: '1995',
    });
    await ask('POST', `${path}/stakes`, { alliance: 'alliance', holders: 'others', share: '40', from: '1995' });
    const subject = { kind: 'stake', id: stake.id };
    const low = await ask('POST', `${path}/claims`, {
      subject,
      field: 'share',
      value: '61',
      source: 'article',
      place: 'p',
      rank: 'normal',
    });
    expect(low.status).toBe(201);
    const high = await ask('POST', `${path}/claims`, {
      subject,
      field: 'share',
      value: '61',
      source: 'later',
      place: 'p',
      rank: 'preferred',
      reason: 'The charter',
    });
    expect(high.body).toMatchObject({ status: 422, code: 'stakes-over-100' });
  });
});

test('after any row of changes every row holds the values of its best claims', async () => {
  const value = fc.constantFrom('1960', '1961-05', '197X');
  const step = fc.oneof(
    fc.record({ do: fc.constant('enter' as const), value: fc.option(value) }),
    fc.record({
      do: fc.constant('claim' as const),
      value,
      source: fc.constantFrom('article', 'later', 'undated', 'this-year'),
      rank: fc.constantFrom('normal', 'preferred', 'deprecated'),
    }),
    fc.record({ do: fc.constant('rank' as const), rank: fc.constantFrom('normal', 'preferred', 'deprecated') }),
    fc.record({ do: fc.constant('remove' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const { id, address } = await organisation();
      for (const each of steps) {
        const held = await claimsOf(address);
        const some = held.at(-1);
        if (each.do === 'enter') await ask('PATCH', address, { founded: each.value }, tag(await ask('GET', address)));
        if (each.do === 'claim')
          await claimOn(id, { value: each.value, source: each.source, rank: each.rank, reason: 'A reason' });
        if (each.do === 'rank' && some)
          await ask(
            'PATCH',
            `${path}/claims/${some.id}`,
            { rank: each.rank, reason: 'A reason' },
            tag(await ask('GET', `${path}/claims/${some.id}`)),
          );
        if (each.do === 'remove' && some)
          await ask(
            'DELETE',
            `${path}/claims/${some.id}`,
            undefined,
            tag(await ask('GET', `${path}/claims/${some.id}`)),
          );
      }
    }),
    { numRuns: 25 },
  );
  const outcome = await new Snapshots().snapshotOf(await localCaller(database.app, '2026-01-01'), 'claims');
  if (!outcome.ok) throw new Error('no snapshot');
  const { rows } = outcome.value;
  expect(rows.organisations.length).toBeGreaterThan(25);
  expect(rowsFromClaims(rows, null).organisations).toEqual(rows.organisations);
  expect(rowsFromClaims(rows, null).stakes).toEqual(rows.stakes);
});

test('first entries at the same moment share one entry source', async () => {
  await ask('POST', '/workspaces', { name: 'Rush', slug: 'rush' });
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const replies = await Promise.all(names.map((name) => ask('POST', '/workspaces/rush/organisations', { name })));
  expect(replies.map(({ status }) => status)).toEqual(names.map(() => 201));
  const { body } = await ask('GET', '/workspaces/rush/sources?kind=entry');
  expect(body['total']).toBe(1);
});
