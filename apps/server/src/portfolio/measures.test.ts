import { firmYearsAnswer, measureInputsAnswer, measuresAnswer, PANEL_MEASURES } from '@entente/contract/portfolio';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { configurationFrom } from '../platform/configuration.ts';
import { shippedCases } from '../register/case-library.ts';
import { createDemoWorkspace, localCaller } from '../register/demo.commands.ts';
import { registerRoom } from '../register/register.routes.ts';
import { testServer, type TestServer } from '../register/test-server.ts';
import { portfolioRoom } from './portfolio.routes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer([registerRoom, portfolioRoom]);
  const configuration = configurationFrom({ ENTENTE_DEMO: '1' });
  if (!configuration.ok) throw new Error('the default configuration holds');
  const rows = shippedCases(configuration.value.projectFolder);
  await createDemoWorkspace(await localCaller(server.database.app, '2026-11-22'), () => Promise.resolve(rows));
});

const LIOHO = '/workspaces/demo/organisations/lioho';

const measures = async (path: string) => measuresAnswer.parse((await server.ask('GET', path)).body);

describe('the measures of a firm a year', () => {
  it('are those of its house, from its first alliance to the last year that the register names', async () => {
    const { firm, asked, members, years, population } = await measures(`${LIOHO}/measures`);
    expect([asked.slug, firm.slug, firm.kind, population]).toEqual(['lioho', 'lioho-group', 'house', 'joint-ventures']);
    expect(members.map(({ slug }) => slug)).toContain('lioho');
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 29 }, (_, nth) => 1992 + nth));
  });

  it('hold what 000 tells of Lioho in 2005: twelve ventures, four of the year, five houses', async () => {
    const { years } = await measures(`${LIOHO}/measures`);
    const values = years.find(({ year }) => year === 2005)?.values;
    expect(values).toMatchObject({ size: 12, formed: 4, accumulated: 12, houses: 5, partners: 7, ties: 15 });
    expect(values?.['repeat-tie-share']).toBeCloseTo(8 / 15, 12);
    expect(values?.['house-concentration']).toBeCloseTo((10 ** 2 + 2 ** 2 + 1 + 1 + 1) / 15 ** 2, 12);
    expect(values?.['constraint']).toBeCloseTo((7 ** 2 + 2 ** 2 + 3) / 12 ** 2, 12);
  });

  it('leave open what nothing is counted for', async () => {
    const { years } = await measures(`${LIOHO}/measures`);
    const at = (year: number) => years.find((each) => each.year === year)?.values;
    expect([at(1993)?.['new-partner-share'], at(1992)?.['exploration-share'], at(1992)?.hierarchy]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are of the firm alone where that is asked, and end with the date', async () => {
    const { firm, years } = await measures(`${LIOHO}/measures?level=organisation&population=all&asOf=2001-05`);
    expect([firm.slug, years.at(-1)?.year]).toEqual(['lioho', 2001]);
  });

  it('count what chosen sources tell alone', async () => {
    const sized = async (sources: string) => (await measures(`${LIOHO}/measures?sources=${sources}`)).years.length;
    expect(await sized('000')).toBeGreaterThan(20);
    expect(await sized('003')).toBe(0);
  });
});

describe('a measure that is opened', () => {
  it('gives what the row has, for every measure of every year of three firms', async () => {
    for (const slug of ['lioho', 'ffg', 'cmc']) {
      const firm = `/workspaces/demo/organisations/${slug}`;
      const { years } = await measures(`${firm}/measures?population=all`);
      for (const { year, values } of years.filter((_, nth) => nth % 4 === 0)) {
        for (const measure of PANEL_MEASURES) {
          const path = `${firm}/measure-inputs?population=all&year=${year}&measure=${measure}`;
          const { value } = measureInputsAnswer.parse((await server.ask('GET', path)).body);
          const held = values[measure];
          if (held === null || value === null)
            expect([slug, year, measure, value]).toEqual([slug, year, measure, held]);
          else expect(value, `${slug} ${year} ${measure}`).toBeCloseTo(held, 9);
        }
      }
    }
  });

  it('names what is counted, with its sources and what is disputed about it', async () => {
    const path = `${LIOHO}/measure-inputs?year=2005&measure=repeat-tie-share`;
    const { how, inputs, total, names } = measureInputsAnswer.parse((await server.ask('GET', path)).body);
    expect([how, total, inputs.filter(({ part }) => part).length]).toEqual(['share', 15, 8]);
    const first = inputs.find(({ alliances }) => alliances[0] === 'kunshan-liufeng');
    expect(first).toMatchObject({ partners: ['toyota-tsusho'], category: 'house:toyota', part: false, disputed: 1 });
    expect(first?.evidence).toContainEqual({ source: '000', place: 'Table 7' });
    expect(names.houses).toHaveProperty('toyota', 'Toyota Group');
  });

  it('of the network tells each contact with its part and the alliances that tie it', async () => {
    const path = `${LIOHO}/measure-inputs?year=2005&measure=constraint`;
    const { contacts, value } = measureInputsAnswer.parse((await server.ask('GET', path)).body);
    expect(contacts.reduce((sum, { constraint }) => sum + constraint, 0)).toBeCloseTo(value ?? -1, 12);
    const [toyota] = contacts;
    expect(toyota).toMatchObject({ contact: { slug: 'toyota' }, weight: 7 });
    expect(toyota?.alliances).toHaveLength(7);
  });
});

describe('every firm in a year', () => {
  const firmYears = async (query: string) =>
    firmYearsAnswer.parse((await server.ask('GET', `/workspaces/demo/firm-years?${query}`)).body);

  it('holds the same values as the firm itself', async () => {
    const { firms, year } = await firmYears('asOf=2005');
    const own = await measures(`${LIOHO}/measures`);
    expect(year).toBe(2005);
    expect(firms.find(({ slug }) => slug === 'lioho-group')?.values).toEqual(
      own.years.find((each) => each.year === 2005)?.values,
    );
  });

  it('is sorted by a measure with what is not defined last, narrowed by name, and bounded', async () => {
    const sizes = (await firmYears('asOf=2005')).firms.map(({ values }) => values.size ?? -1);
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    const constraints = (await firmYears('asOf=2005&sort=constraint')).firms.map(({ values }) => values.constraint);
    expect(constraints.at(-1)).toBeNull();
    expect((await firmYears('asOf=2005&q=LIOHO')).firms.map(({ slug }) => slug)).toEqual(['lioho-group']);
    const few = await firmYears('asOf=2005&limit=2');
    expect([few.firms.length, few.total]).toEqual([2, sizes.length]);
  });
});

describe('the panel as a file', () => {
  it('has a row a firm and year, empty where nothing is defined', async () => {
    const { status, text } = await server.askRaw('GET', '/workspaces/demo/panel?sources=000');
    const [heads = '', ...lines] = text.trimEnd().split('\r\n');
    expect(status).toBe(200);
    expect(heads.replace('\uFEFF', '').split(',')).toEqual(['firm', 'name', 'kind', 'year', ...PANEL_MEASURES]);
    const lioho = lines.find((line) => line.startsWith('lioho-group,') && line.includes(',1992,'))?.split(',') ?? [];
    const columns = heads.split(',');
    expect([lioho[columns.indexOf('size')], lioho[columns.indexOf('exploration-share')]]).toEqual(['1', '']);
  });

  it('holds what the page of every firm answers for a year', async () => {
    const { text } = await server.askRaw('GET', '/workspaces/demo/panel');
    const [heads = [], ...rows] = text
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
    const ofYear = rows.filter((cells) => cells[heads.indexOf('year')] === '2005');
    const { body } = await server.ask('GET', '/workspaces/demo/firm-years?asOf=2005');
    const { firms } = firmYearsAnswer.parse(body);
    expect(ofYear).toHaveLength(firms.length);
    for (const { slug, values } of firms) {
      const cells = ofYear.find(([firm]) => firm === slug) ?? [];
      const held = Object.fromEntries(
        PANEL_MEASURES.map((name) => {
          const cell = cells[heads.indexOf(name)] ?? '';
          return [name, cell === '' ? null : Number(cell)];
        }),
      );
      expect(held).toEqual(values);
    }
  });

  it('is the same as Parquet, null where nothing is defined', async () => {
    const { text } = await server.askRaw('GET', '/workspaces/demo/panel?level=organisation');
    const { status, headers, bytes } = await server.askRaw(
      'GET',
      '/workspaces/demo/panel?level=organisation&format=parquet',
    );
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
      200,
      'application/vnd.apache.parquet',
      'attachment; filename="panel.parquet"',
    ]);
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const [heads = '', ...lines] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(Object.keys(rows[0] ?? {})).toEqual(heads.split(','));
    // No name of the demo holds a comma.
    const told = (value: string | number | null): string => (value === null ? '' : String(value));
    const read = rows as readonly Readonly<Record<string, string | number | null>>[];
    expect(read.map((row) => Object.values(row).map(told).join(','))).toEqual(lines);
  });
});

describe('refused is', () => {
  it.each([
    ['an unknown firm', '/workspaces/demo/organisations/nobody/measures', 404],
    ['an unknown source', `${LIOHO}/measures?sources=999`, 422],
    ['an unknown source of all firms', '/workspaces/demo/firm-years?sources=999', 422],
    ['an unknown source of the panel', '/workspaces/demo/panel?sources=999', 422],
    ['an unknown measure', `${LIOHO}/measure-inputs?measure=beauty`, 422],
    ['an unknown workspace', '/workspaces/nowhere/firm-years', 404],
  ])('%s', async (_fault, path, status) => {
    expect([400, status]).toContain((await server.ask('GET', path)).status);
  });
});
