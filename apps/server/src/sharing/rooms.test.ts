import type { RoomContent } from '@entente/contract/sharing';
import { describe, expect, test } from 'vitest';
import { enrol, person } from '../authorisation/test-people.store.ts';
import { shiftExpiry, suspendGrants } from './test-clock.store.ts';
import { daysAhead, SELECTION, sharing, visit } from './test-rooms.ts';

const world = await sharing();
const { asOwner, guestOf, publish, server } = world;
const anna = await guestOf('rival-a', 'Anna of A');
const bert = await guestOf('rival-b', 'Bert of B');

const published = await publish([{ partner: 'rival-a' }]);
const room = published.id;

describe('a room', () => {
  // @asvs V8.2.3 V15.3.1
  test('shows a guest of the partner the chosen fields of what may be published, and nothing else', async () => {
    expect(published.status).toBe(201);
    const { status, body, text } = await visit(world, anna, `/${room}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'For partners', alliance: 'The Alliance', firm: 'Our Firm', requests: [] });
    const { sections } = body as unknown as RoomContent;
    expect(sections.map(({ kind, count, items }) => [kind, count, items.map(({ fields }) => fields)])).toMatchObject([
      [
        'alliance',
        null,
        [{ name: 'The Alliance', form: 'joint-venture', venture: { name: 'The Venture' }, start: '1994' }],
      ],
      ['membership', null, [{ organisation: { name: 'Rival A' }, role: 'licensor' }]],
      ['stake', null, [{ holder: { name: 'Rival A' }, share: '12.5', from: '1994' }]],
      ['event', 1, []],
    ]);
    expect(Object.keys(sections[2]?.items[0]?.fields ?? {})).toEqual(['holder', 'share', 'from']);
    for (const hidden of ['Candidate', 'Others', '7.25', 'beginning', 'INTERNAL', 'class', 'slug'])
      expect(text).not.toContain(hidden);
  });

  test('names no record by the id it has in the register', async () => {
    const { text } = await visit(world, anna, `/${room}`);
    for (const path of ['/alliances/alliance', '/organisations/rival-a', '/organisations/venture'])
      expect(text).not.toContain(await world.idOf(path));
    expect(text).not.toContain(world.workspaceId);
  });

  test('stands in the list of its guests alone', async () => {
    expect((await visit(world, anna, '')).body).toMatchObject({
      items: [{ id: room, alliance: 'The Alliance', partner: 'Rival A', waiting: 0 }],
      guest: true,
    });
    expect((await visit(world, bert, '')).body).toEqual({ items: [], guest: true });
    expect((await visit(world, world.owner, '')).body).toEqual({ items: [], guest: false });
  });

  test('is as absent as one that never was, byte by byte: of others, withdrawn, expired, suspended, of one sent off', async () => {
    const absent = '00000000-0000-4000-8000-000000000000';
    const [withdrawn, expired, suspended] = await Promise.all(
      [0, 1, 2].map(async () => (await publish([{ partner: 'rival-a' }])).id),
    );
    if (withdrawn === undefined || expired === undefined || suspended === undefined) throw new Error('three are made');
    const former = await guestOf('rival-a', 'Former of A');
    expect((await visit(world, former, `/${room}`)).status).toBe(200);
    expect((await asOwner('DELETE', `/guests/${former.id}`)).status).toBe(204);
    expect((await asOwner('DELETE', `/publications/${withdrawn}`)).status).toBe(204);
    await shiftExpiry(server.database, expired, '-1 millisecond');
    await suspendGrants(server.database, suspended);
    const asked = [
      [anna, absent],
      [anna, withdrawn],
      [anna, expired],
      [anna, suspended],
      [bert, room],
      [former, room],
      [world.owner, room],
    ] as const;
    for (const suffix of ['', '/file']) {
      const answers = [];
      for (const [who, id] of asked) {
        const { status, text, headers } = await visit(world, who, `/${id}${suffix}`);
        const told = Object.entries(headers).filter(([name]) => !/^(date|x-request-id)$/.test(name));
        answers.push([status, text.replaceAll(id, 'ID'), told]);
      }
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.[0]).toBe(404);
    }
    const listed = (await visit(world, anna, '')).body['items'] as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual([room]);
    await asOwner('DELETE', `/publications/${suspended}`);
  });

  test('is as it was after the register changes, and another edition after it is published anew', async () => {
    const own = (await publish([{ partner: 'rival-a' }])).id;
    const stake = await asOwner('POST', '/stakes', {
      alliance: 'alliance',
      holders: 'A fund',
      share: '1',
      from: '1999',
    });
    const shares = async () => {
      const { body } = await visit(world, anna, `/${own}`);
      const { sections } = body as unknown as RoomContent;
      const found = sections.find(({ kind }) => kind === 'stake');
      return [(body['edition'] as { number: number }).number, found?.items.map(({ fields }) => fields['share'])];
    };
    expect(await shares()).toEqual([1, ['12.5']]);
    expect((await asOwner('POST', `/publications/${own}/editions`)).body).toMatchObject({ edition: { number: 2 } });
    expect(await shares()).toEqual([2, ['12.5', '1']]);
    await asOwner('DELETE', `/stakes/${stake.id}`, undefined, { 'if-match': '"1"' });
    await asOwner('DELETE', `/publications/${own}`);
  });

  test('is taken away as a file that says whose copy it is, and runs nothing in a spreadsheet', async () => {
    const own = (await publish([{ person: anna.id }], { title: '=HYPERLINK("x")' })).id;
    const file = await server.app.inject({
      method: 'GET',
      url: `/api/v1/rooms/${own}/file`,
      headers: { host: 'localhost:15500', ...anna.headers },
    });
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.body.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFFShared by Our Firm with Rival A; taken by Anna of A on \d{4}-/);
    expect(lines.at(-1)).toBe(lines[0]?.slice(1));
    expect(file.body).toContain("'=HYPERLINK");
    expect(file.body).toContain('stake,Rival A,12.5,1994');
    expect(file.body).not.toContain('7.25');
    await asOwner('DELETE', `/publications/${own}`);
  });
});

describe('what a member sees', () => {
  test('before publishing is what the guest gets after it', async () => {
    const body = { alliance: 'alliance', title: 'For partners', selection: SELECTION };
    const before = (await asOwner('POST', '/publications/preview', body)).body as unknown as RoomContent;
    const seen = await asOwner('GET', `/publications/${room}/seen?guest=${anna.id}`);
    const after = (seen.body as { room: RoomContent }).room;
    const bare = ({ sections, ...head }: RoomContent) => [
      head,
      JSON.parse(JSON.stringify(sections).replaceAll(/[0-9a-f-]{36}/g, 'id')) as unknown,
    ];
    expect(bare(before)).toEqual(bare(after));
    const got = (await visit(world, anna, `/${room}`)).body as unknown as RoomContent;
    expect(got.sections).toEqual(after.sections);
    const { body: page } = await asOwner('GET', `/publications/${room}`);
    expect(page['content']).toEqual(after);
    expect((await asOwner('GET', `/publications/${room}/seen?guest=${bert.id}`)).body).toEqual({ room: null });
  });

  test('is to whom it is open until when, and who read it', async () => {
    const unread = (await publish([{ partner: 'rival-a' }])).id;
    await visit(world, anna, `/${room}`);
    const { body } = await asOwner('GET', `/publications/${room}`);
    const listed = (await asOwner('GET', '/publications')).body['items'] as { id: string; lastReadAt: string | null }[];
    const [read] = body['deeds'] as { doneAt: string }[];
    expect(body['lastReadAt']).toBe(read?.doneAt);
    expect(listed.find(({ id }) => id === room)?.lastReadAt).toBe(read?.doneAt);
    expect(listed.find(({ id }) => id === unread)?.lastReadAt).toBeNull();
    expect(body).toMatchObject({
      alliance: { name: 'The Alliance' },
      grants: [{ grantee: 'Rival A', state: 'open', abilities: { change: true } }],
      abilities: { publish: true },
    });
    expect(body['deeds']).toContainEqual(
      expect.objectContaining({ person: 'Anna of A', partner: 'Rival A', action: 'read' }) as unknown,
    );
  });

  test('a grant ends within two years, is changed by its version, and stays withdrawn', async () => {
    const own = await publish([{ partner: 'rival-b' }]);
    const [grant] = own.body['grants'] as { id: string; version: number }[];
    const change = (body: object, version: number) =>
      asOwner('PATCH', `/publications/${own.id}/grants/${grant?.id ?? ''}`, body, { 'if-match': `"${version}"` });
    for (const until of [daysAhead(-2), daysAhead(800)])
      expect((await change({ until }, 1)).body['code']).toBe('grant-refused');
    expect((await publish([{ partner: 'rival-b' }], { until: daysAhead(800) })).body['code']).toBe('grant-refused');
    expect((await change({ until: daysAhead(60) }, 1)).body).toMatchObject({ version: 2, state: 'open' });
    expect((await change({ withdrawn: true }, 1)).body['code']).toBe('version-stale');
    expect((await change({ withdrawn: true }, 2)).body).toMatchObject({ state: 'withdrawn' });
    expect((await change({ until: daysAhead(90) }, 3)).body['code']).toBe('grant-over');
    expect((await visit(world, bert, `/${own.id}`)).status).toBe(404);
    expect(
      (await asOwner('POST', `/publications/${own.id}/grants`, { to: [{ partner: 'rival-b' }], until: daysAhead(9) }))
        .status,
    ).toBe(201);
    expect((await visit(world, bert, `/${own.id}`)).status).toBe(200);
    const again = await asOwner('POST', `/publications/${own.id}/grants`, {
      to: [{ partner: 'rival-b' }],
      until: daysAhead(9),
    });
    expect(again.body['code']).toBe('grant-there');
    await asOwner('DELETE', `/publications/${own.id}`);
  });

  test('a grant that a restore suspended is closed until an owner confirms it', async () => {
    const own = (await publish([{ partner: 'rival-b' }])).id;
    await suspendGrants(server.database, own);
    expect((await visit(world, bert, `/${own}`)).status).toBe(404);
    const manager = await person(server.database, 'A manager');
    await enrol(server.database, world.workspaceId, manager.id, 'manager');
    const { body } = await asOwner('GET', `/publications/${own}`);
    const [grant] = body['grants'] as { id: string; version: number; state: string }[];
    expect(grant?.state).toBe('suspended');
    const confirm = (headers: Record<string, string>) =>
      asOwner(
        'PATCH',
        `/publications/${own}/grants/${grant?.id ?? ''}`,
        { suspended: false },
        {
          ...headers,
          'if-match': `"${grant?.version ?? 0}"`,
        },
      );
    expect((await confirm(manager.headers)).body['code']).toBe('role-reserved');
    expect((await visit(world, bert, `/${own}`)).status).toBe(404);
    expect((await confirm({})).body).toMatchObject({ state: 'open' });
    expect((await visit(world, bert, `/${own}`)).status).toBe(200);
    await asOwner('DELETE', `/publications/${own}`);
  });

  test.each([
    [
      'a field that is not shared',
      { selection: [{ kind: 'alliance', fields: ['objectives'] }] },
      'field-not-shareable',
    ],
    ['an alliance that is not there', { alliance: 'nowhere' }, 'record-unknown'],
    ['a partner that is not there', { to: [{ partner: 'nowhere' }] }, 'record-unknown'],
    ['a partner twice', { to: [{ partner: 'rival-a' }, { partner: 'rival-a' }] }, 'grant-refused'],
    ['a stranger', { to: [{ person: '00000000-0000-4000-8000-000000000000' }] }, 'record-unknown'],
  ])('%s is refused', async (_, more, code) => {
    const before = (await asOwner('GET', '/publications')).body['items'] as unknown[];
    expect((await publish([{ partner: 'rival-a' }], more)).body['code']).toBe(code);
    expect((await asOwner('GET', '/publications')).body['items']).toHaveLength(before.length);
  });
});
