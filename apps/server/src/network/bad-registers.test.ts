import { type NetworkAnswer, networkAnswer } from '@entente/contract/network';
import { measuresAnswer } from '@entente/contract/portfolio';
import { readAllianceTable } from '@entente/core/interchange';
import { beforeAll, describe, expect, it } from 'vitest';
import { portfolioRoom } from '../portfolio/portfolio.routes.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer, type TestServer } from '../register/test-server.ts';
import { networkRoom } from './network.routes.ts';

let server: TestServer;

const BIG = Array.from({ length: 2_000 }, (_, deal) =>
  ['Hub', ...Array.from({ length: 5 }, (_, nth) => `Partner ${deal * 5 + nth}`)].map(
    (member) => `big ${deal},${member},1990,,licence,`,
  ),
).flat();
const WIDE = Array.from({ length: 3_000 }, (_, nth) => `wide,Partner ${nth},1991,,consortium,`);
const ROWS = [
  'twice,Again,1980,1982,licence,',
  'twice,Again,1981,1985,licence,',
  'twice,Other,1980,1985,licence,',
  'alone,Alone,1970,,licence,',
  // On its earliest reading the end lies before the beginning.
  'early,Early,1990-06,1989/1991,licence,',
  'early,Witness,1990-06,1989/1991,licence,',
  'first,Early,1980,,licence,',
  'first,Witness,1980,,licence,',
  // Houses that are named as firms of each other.
  'round,Ring A,1995,,licence,Ring B',
  'round,Ring B,1995,,licence,Ring A',
  'undated,Nobody,,,licence,',
  'undated,Noone,,,licence,',
];

beforeAll(async () => {
  server = await testServer([registerRoom, portfolioRoom, networkRoom]);
  const text = ['alliance,member,start,end,form,house', ...ROWS, ...BIG, ...WIDE].join('\n');
  const { rows, problems } = await readAllianceTable({ path: 'bad.csv', bytes: new TextEncoder().encode(text) });
  expect(problems).toEqual([]);
  await createDemoWorkspace(await localCaller(server.database.app, '2026-11-22'), () => Promise.resolve(rows));
});

const network = async (query: string): Promise<NetworkAnswer> => {
  const { status, body } = await server.ask('GET', `/workspaces/demo/network${query}`);
  expect(status).toBe(200);
  return networkAnswer.parse(body);
};

const nodeOf = ({ nodes, measures }: NetworkAnswer, slug: string) => {
  const at = nodes.slug.indexOf(slug);
  return Object.fromEntries(Object.entries(measures).map(([name, values]) => [name, values[at]]));
};

describe('a register with what a table should not hold, over HTTP', () => {
  it('gives a hub of 10,000 partners its measures, and binds and tells the alliance of 3,000', async () => {
    const answer = await network('?measures=degree,strength,constraint,k-core&asOf=1992');
    const hub = nodeOf(answer, 'hub');
    expect(hub).toMatchObject({ degree: 10_000, strength: 10_000, 'k-core': 5 });
    // Each of 2,000 groups of five: p = 1/10,000 and four partners more, each with 1/5 of its strength back in each.
    expect(hub['constraint']).toBeCloseTo(10_000 * (1e-4 + 4 * 1e-4 * 0.2) ** 2, 12);
    expect(answer.left.tooLarge).toEqual([{ slug: 'wide', name: 'wide', members: 3_000 }]);
    expect(answer.ties.source.length).toBe(2_000 * 15 + 1);
  });

  it('ties nobody to itself, tells members who stand twice, and leaves who is alone without what is not defined', async () => {
    const answer = await network('?measures=degree,constraint');
    expect(nodeOf(answer, 'again')).toEqual({ degree: 1, constraint: 1 });
    expect(nodeOf(answer, 'alone')).toEqual({ degree: 0, constraint: null });
    expect(answer.left).toMatchObject({ repeated: 1, oneMember: 1 });
    expect((await network('?asOf=2000')).left.undated).toMatchObject({ memberships: 2 });
  });

  it('takes houses that are named in a circle one step far', async () => {
    const answer = await network('?level=house&measures=degree&asOf=1996');
    expect([nodeOf(answer, 'ring-a'), nodeOf(answer, 'ring-b')]).toEqual([{ degree: 1 }, { degree: 1 }]);
  });

  it('counts a membership that ends before it begins in its year alone, and goes on', async () => {
    const path = '/workspaces/demo/organisations/early/measures?population=all&level=organisation&asOf=1992';
    const { years } = measuresAnswer.parse((await server.ask('GET', path)).body);
    const told = years.filter(({ year }) => year >= 1_989);
    expect(told.map(({ year, values: { formed, ended, size, ties } }) => [year, formed, ended, size, ties])).toEqual([
      [1_989, 0, 0, 1, 1],
      [1_990, 1, 1, 1, 1],
      [1_991, 0, 0, 1, 1],
      [1_992, 0, 0, 1, 1],
    ]);
  });

  it('gives every firm its rows in the panel', async () => {
    const { status, text } = await server.askRaw('GET', '/workspaces/demo/panel?population=all&level=organisation');
    expect(status).toBe(200);
    const rows = text.trimEnd().split('\r\n').slice(1);
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(10_000 + 8);
    expect(rows.find((row) => row.startsWith('hub,Hub,'))).toContain(',1990,2000,0,2000,2000,10000,10000,');
  });
});
