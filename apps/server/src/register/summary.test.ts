import { describe, expect, test } from 'vitest';
import { listed, preparedLists } from './test-lists.ts';
import { testServer } from './test-server.ts';

const server = await testServer();
const { ask } = server;
const path = await preparedLists(server, 'summary');
const found = (collection: string, ...filters: string[]): Promise<unknown[]> =>
  listed(server, path, collection, filters);

describe('a summary', () => {
  type Total = Readonly<Record<string, unknown>>;
  type Group = { value: string | null; name: string | null; count: number; totals: Total[] };
  const summary = async (tail: string): Promise<{ total: number; totals: Total[]; groups: Group[] }> => {
    const { status, body, text } = await ask('GET', `${path}/${tail}`);
    if (status !== 200) throw new Error(text);
    return body as never;
  };

  test('counts by the values of a field, the most first, those without one last among equals', async () => {
    const { total, groups } = await summary('alliances/summary?group=form');
    expect(total).toBe(4);
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ['joint-venture', 1],
      ['licence', 1],
      ['oem', 1],
      [null, 1],
    ]);
    const kinds = await summary('organisations/summary?group=country&filter=country:filled');
    expect(kinds.groups.map(({ value, count }) => [value, count])).toEqual([
      ['JP', 1],
      ['TW', 1],
    ]);
  });

  test('counts each record in every group to which it belongs, by the names of what it leads to', async () => {
    const { groups } = await summary('alliances/summary?group=organisation');
    expect(groups.map(({ value, name, count }) => [value, name, count])).toEqual([
      ['lioho', '六和機械', 2],
      [null, null, 2],
      ['toyota', 'Toyota', 1],
    ]);
    const about = await summary('measures/summary?group=of');
    expect(about.groups.map(({ value, name }) => [value, name])).toEqual([
      ['alliance:a-1', 'A | B \\ pact'],
      ['alliance:a-2', 'Second'],
      ['organisation:toyota', 'Toyota'],
    ]);
  });

  test('gives values by which a filter finds as many records', async () => {
    for (const [collection, group] of [
      ['alliances', 'form'],
      ['alliances', 'start'],
      ['alliances', 'end'],
      ['alliances', 'venture'],
      ['alliances', 'organisation'],
      ['alliances', 'name'],
      ['alliances', 'custom.own-term'],
      ['alliances', 'custom.own-decimal'],
      ['organisations', 'country'],
      ['stakes', 'share'],
      ['stakes', 'holder'],
      ['measures', 'of'],
      ['measures', 'unit'],
      ['events', 'alliance'],
    ] as const) {
      const { groups } = await summary(`${collection}/summary?group=${group}`);
      for (const { value, count } of groups) {
        const written = value === null ? 'empty' : `is:${value.replace(/[\\|]/g, '\\$&')}`;
        const given = await found(collection, `${group}:${written}`);
        expect({ group, value, count: given.length }).toEqual({ group, value, count });
      }
    }
  });

  test('totals the workspace’s own numbers', async () => {
    const { totals } = await summary('alliances/summary');
    expect(totals.map(({ field, sum, known }) => [field, sum, known])).toEqual([
      ['custom.own-decimal', '10.5', 2],
      ['custom.own-whole', '13', 2],
    ]);
  });

  test('goes by the same filters as a list', async () => {
    expect((await summary('alliances/summary?filter=form:filled&q=pact&asOf=2000')).total).toBe(1);
    expect(await summary('alliances/summary?filter=name:has:nothing')).toMatchObject({ total: 0, groups: [] });
  });

  test.each(['about', 'createdAt', 'colour', 'custom.nothing', 'workspaceId'])('is refused by %s', async (group) => {
    const { status, body } = await ask('GET', `${path}/events/summary?group=${group}`);
    expect([status, body['code']]).toEqual([400, 'list-field-unknown']);
  });
});
