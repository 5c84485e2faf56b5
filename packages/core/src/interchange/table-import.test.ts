import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type RegisterRows, registerFromSources, withBestValues } from '../register/index.ts';
import { knownRecordsOf } from './known-records.ts';
import { suggestedMapping, type SuggestionOptions } from './mapping-suggestions.ts';
import { importedTable, type ImportOptions } from './table-import.ts';
import { mappingAgain, rememberedMapping, type TableMapping } from './table-mapping.ts';
import { readTable, type ReadTable, type ReadingChoices } from './table-reading.ts';

const sample = (name: string): { path: string; bytes: Uint8Array } => ({
  path: name,
  bytes: readFileSync(fileURLToPath(new URL(`../../../../test-data/import/${name}`, import.meta.url))),
});
const csv = (text: string): { path: string; bytes: Uint8Array } => ({
  path: 'table.csv',
  bytes: new TextEncoder().encode(text),
});

async function tableOf(file: { path: string; bytes: Uint8Array }, choices?: ReadingChoices): Promise<ReadTable> {
  const read = await readTable(file, choices);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const targetsOf = (mapping: TableMapping): string[] => mapping.columns.map(({ targets }) => targets.join('+'));

async function imported(text: string, options: ImportOptions & SuggestionOptions = {}) {
  const table = await tableOf(csv(text));
  return importedTable(table, suggestedMapping(table, options).mapping, options);
}

async function told(text: string, options: ImportOptions & SuggestionOptions = {}): Promise<string[]> {
  const { problems } = await imported(text, options);
  return problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

/** Alliances with their dates and shares, one a line. */
function summary(rows: RegisterRows): string[] {
  const register = registerFromSources(rows, null);
  const names = new Map(register.organisations.map((row) => [row.id, row.name]));
  return register.alliances.map((row) => {
    const end = typeof row.end === 'object' ? row.end.text : row.end;
    const members = register.membershipsOf(row.id).map(({ organisation }) => {
      const stake = register.stakesIn(row.id).find(({ holder }) => holder === organisation);
      return `${names.get(organisation)}${stake ? ` ${stake.share}` : ''}`;
    });
    return `${row.name} | ${row.form} | ${row.start?.text} to ${end} | ${members.join(', ')}`;
  });
}

const MESSY = [
  '青葉ヘロン鋳造 | joint-venture | 2003-04 to open | 青葉歯車製作所 50, Blue Heron Castings Ltd 50',
  '月見ターン販売 | joint-venture | 2003-04 to 2010 | 月見工業株式会社 51, Tern & Finch Motors 49',
  'Egret Licence | licence | 1995~ to 2005-12-31 | 青葉歯車製作所, 白鷺精密股份有限公司',
  '島風燕鷗 | joint-venture | 2003-04 to open | 島風機械 60, 燕鷗汽車 40',
  'Finch Supply | supply | 2012-11-10 to open | 月見工業株式会社, Tern & Finch Motors',
  'Harbour Gears | joint-development | 1997~/1999 to 2003-03 | 島風機械, Blue Heron Castings Ltd',
  'Plover Sales | distribution | 2010-04-03 to open | 燕鷗汽車, Tern & Finch Motors',
];

describe("a stranger's spreadsheet", () => {
  it.each([
    ['messy-portfolio.xlsx', [9, 5, 11, 5], (text: string) => text],
    [
      'messy-portfolio-shift-jis.csv',
      [8, 47, 10, 40],
      (text: string) => text.replaceAll('鷗', '鴎').replaceAll('股份', ''),
    ],
  ] as const)(
    '%s becomes alliances with their stakes and dates, after what is unclear was asked',
    async (name, places, spelled) => {
      const table = await tableOf(sample(name));
      expect(table.left.map(({ reason }) => reason)).toEqual(['title', 'total', 'note']);
      const { mapping, questions } = suggestedMapping(table);
      expect(mapping.layout).toBe('partners');
      expect(targetsOf(mapping).filter((targets) => targets !== '')).toEqual([
        'name',
        'member.1',
        'member.2',
        'shares',
        'start',
        'end',
        'form',
        'remark',
      ]);
      expect(
        questions.map((question) =>
          question.ask === 'date-order' ? [question.ask, question.example, question.likely] : [question.ask],
        ),
      ).toEqual([['date-order', '10/11/12', null]]);

      const first = importedTable(table, mapping);
      expect(first.rows.alliances).toEqual([]);
      expect(first.problems.map(({ line, column, code, choices }) => [line, column, code, choices])).toEqual([
        [places[0], places[1], 'value-ambiguous', ['2012-11-10', '2012-10-11', '2010-11-12']],
        [places[2], places[3], 'value-ambiguous', ['2010-04-03', '2010-03-04']],
      ]);

      const corrections = new Map([
        [`${places[0]}:${places[1]}`, '2012-11-10'],
        [`${places[2]}:${places[3]}`, '2010-04-03'],
      ]);
      const second = importedTable(table, mapping, { corrections });
      expect(second.problems).toEqual([]);
      expect(summary(second.rows)).toEqual(MESSY.map(spelled));

      const byOrder = {
        ...mapping,
        columns: mapping.columns.map((column) => ({ ...column, order: 'day-first' as const })),
      };
      expect(summary(importedTable(table, byOrder).rows)).toEqual(MESSY.map(spelled));
    },
  );

  it('gives every field the value of its best claim', async () => {
    const table = await tableOf(sample('messy-portfolio.xlsx'));
    const { mapping } = suggestedMapping(table);
    const columns = mapping.columns.map((column) => ({ ...column, order: 'day-first' as const }));
    const { rows } = importedTable(table, { ...mapping, columns });
    expect(rows.stakes.length).toBe(6);
    expect(rows).toEqual(withBestValues(rows));
  });

  it('says where each value came from', async () => {
    const table = await tableOf(sample('messy-portfolio.xlsx'));
    const { mapping } = suggestedMapping(table);
    const { rows } = importedTable(table, {
      ...mapping,
      columns: mapping.columns.map((column) => ({ ...column, order: 'day-first' })),
    });
    const claim = rows.claims.find(({ subject, field }) => subject.kind === 'stake' && field === 'share');
    expect([claim?.source, claim?.place, claim?.value]).toEqual(['table', 'row 5', '50']);
    expect(rows.sources.map(({ kind, title }) => [kind, title])).toEqual([['table', 'messy-portfolio.xlsx']]);
  });
});

describe('layouts', () => {
  it('reads partners side by side', async () => {
    const table = await tableOf(sample('partners-side-by-side.csv'));
    const { rows, problems } = importedTable(table, suggestedMapping(table).mapping);
    expect([problems, summary(rows)]).toEqual([
      [],
      [
        'Heron Gear Castings | joint-venture | 2003 to open | Blue Heron Castings Ltd 50, Aoba Gear Works 50',
        'Tsukimi Tern Sales | joint-venture | 2003 to 2010 | Tsukimi Industries 51, Tern & Finch Motors 49',
        'Egret Licence | licence | 1995 to 2005 | Aoba Gear Works, Shirasagi Precision Co Ltd',
      ],
    ]);
    expect(rows.organisations.map((row) => row.country).filter((country) => country !== null)).toEqual([
      'GB',
      'JP',
      'JP',
      'US',
      'TW',
    ]);
  });

  it("reads SDC's participants, grouped by deal", async () => {
    const table = await tableOf(sample('sdc-participants.csv'));
    const suggestion = suggestedMapping(table);
    expect([suggestion.mapping.layout, suggestion.questions]).toEqual(['participants', []]);
    const { rows, problems } = importedTable(table, suggestion.mapping);
    expect([problems, summary(rows)]).toEqual([
      [],
      [
        'Heron Gear Castings | joint-venture | 2003-04-22 to open | Blue Heron Castings Ltd 50, Aoba Gear Works 50',
        'Egret Licence | licence | 1995-11-30 to 2005-12-31 | Aoba Gear Works, Shirasagi Precision Co Ltd',
        'Plover Marketing | distribution | 2010-03-15 to open | Tern & Finch Motors, Tsubame Motor',
      ],
    ]);
    expect(rows.houses.map((row) => row.name)).toEqual([
      'Heron Holdings plc',
      'Aoba Group',
      'Shirasagi Precision Co Ltd',
      'Tern & Finch Motors',
      'Tsubame Motor',
    ]);
  });

  it('reads one row a member', async () => {
    const { rows, problems } = await imported(
      'alliance,member,start,end,form,share\nA,ACME,2000,,JV,40\nA,Beta,2000,2009,JV,60 %\n',
    );
    expect([problems, summary(rows)]).toEqual([[], ['A | joint-venture | 2000 to open | ACME 40, Beta 60']]);
  });

  it('reads periods in brackets and partners in one cell', async () => {
    const { rows, problems } = await imported(
      'Alliance,Type,Partners,Shares\nA,JV (2003–2010),ACME / Beta,60:40\nB,Licence (since 1999),ACME / Gamma,\n',
    );
    expect([problems, summary(rows)]).toEqual([
      [],
      ['A | joint-venture | 2003 to 2010 | ACME 60, Beta 40', 'B | licence | 1999 to open | ACME, Gamma'],
    ]);
  });

  it.each([
    [
      'organisation',
      'Company,Country,Established,LEI\n青葉,日本,平成15年,\nHeron Ltd,UK,about 1950,5493001KJTIIGC8Y1R12\n',
      'organisations',
      ['青葉', 'Heron Ltd'],
    ],
    ['organisation', '名称,国,設立\n青葉,日本,2003\n', 'organisations', ['青葉']],
    ['house', 'name\nAoba Group\n', 'houses', ['Aoba Group']],
    ['person', 'name,organisation,role,level\nK. Sato,Aoba,director,upper\n', 'people', ['K. Sato']],
  ] as const)('reads records of the kind %s', async (kind, text, list, names) => {
    const { rows, problems } = await imported(text, { kind });
    expect([problems, rows[list].map((row) => row.name)]).toEqual([[], [...names]]);
  });

  it('reads stakes of what is there, by name and by alias, and adds nobody twice', async () => {
    const there = await imported('alliance,member,start,end,form\nA,ACME Co. Ltd.,2000,,JV\nA,Beta,2000,,JV\n');
    const known = knownRecordsOf(there.rows);
    const { rows, problems, linked } = await imported(
      'alliance,holder,share,from\nA,ACME,"> 50 %",Apr 2003\nA,BETA,30,2003/4\n',
      { kind: 'stake', known },
    );
    expect(problems).toEqual([]);
    expect(rows.organisations).toEqual([]);
    expect(linked.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'alliance a',
      'organisation acme-co-ltd',
      'organisation beta',
    ]);
    expect(rows.stakes.map((row) => [row.issuer, row.holder, row.share, row.from?.text])).toEqual([
      ['a', 'acme-co-ltd', null, '2003-04'],
      ['a', 'beta', '30', '2003-04'],
    ]);
    expect(rows.claims.find(({ field }) => field === 'remark.share')?.value).toBe('> 50 %');
  });

  it('reads measures with bounds, scales and units', async () => {
    const { known } = {
      known: knownRecordsOf((await imported('name,slug\nHeron,heron\n', { kind: 'organisation' })).rows),
    };
    const { rows, problems } = await imported(
      'of,quantity,value,date\norganisation: Heron,revenue,約6.5億円,2003\nHeron,employees,"> 27,000",2004\n',
      { kind: 'measure', known },
    );
    expect([problems, rows.measures.map((row) => [row.quantity, row.bound, row.value, row.unit])]).toEqual([
      [],
      [
        ['revenue', 'about', '650000000', '円'],
        ['employees', '>', '27000', null],
      ],
    ]);
  });

  it("fills the workspace's own fields", async () => {
    const custom = [
      {
        kind: 'organisation',
        key: 'tier',
        as: 'term',
        labels: { ja: '区分' },
        terms: [{ term: 'gold', labels: { ja: '金' } }],
        retired: false,
      },
    ] as const;
    const { rows, problems } = await imported('名称,区分\n青葉,金\n', { kind: 'organisation', custom });
    expect([problems, rows.claims.map(({ field, value }) => `${field} ${value}`)]).toEqual([
      [],
      ['name 青葉', 'custom.tier gold'],
    ]);
    expect(await told('名称,区分\n青葉,銅\n', { kind: 'organisation', custom })).toEqual(['2:4 term-unknown']);
  });
});

describe('a remembered mapping', () => {
  it('reads the next table of its kind, wherever its columns stand', async () => {
    const table = await tableOf(csv('Alliance,Firm,When,Form\nA,ACME,2000,JV\nA,Beta,2000,JV\n'));
    const { mapping } = suggestedMapping(table);
    const mine = {
      ...mapping,
      layout: 'members' as const,
      columns: mapping.columns.map((column) =>
        column.heading === 'When' ? { ...column, targets: ['start'] } : column,
      ),
    };
    const remembered = rememberedMapping(table, mine);
    const next = await tableOf(csv('Form,When,Colour,Firm,Alliance\nJV,1999,red,Gamma,B\nJV,1999,red,Delta,B\n'));
    const again = mappingAgain(JSON.parse(JSON.stringify(remembered)) as typeof remembered, next);
    expect(again && targetsOf(again)).toEqual(['form', 'start', '', 'member', 'name']);
    expect(again && summary(importedTable(next, again).rows)).toEqual([
      'B | joint-venture | 1999 to open | Gamma, Delta',
    ]);
    expect(mappingAgain(remembered, await tableOf(csv('Alliance,Firm\nA,ACME\n')))).toBeNull();
  });
});

describe('what goes wrong', () => {
  const HEADER = 'alliance,member,start,end,form,share';
  it.each([
    ['a day that does not exist', `${HEADER}\nA,X,31/04/2010,,JV,\nA,Y,,,JV,\n`, ['2:5 date-malformed']],
    ['a date that may be three', `${HEADER}\nA,X,10/11/12,,JV,\nA,Y,,,JV,\n`, ['2:5 value-ambiguous']],
    ['a share in words', `${HEADER}\nA,X,2010,,JV,majority\nA,Y,2010,,JV,\n`, ['2:14 share-malformed']],
    ['a bare fraction', `${HEADER}\nA,X,2010,,JV,0.5\nA,Y,2010,,JV,\n`, ['2:14 value-ambiguous']],
    ['shares over the whole', `${HEADER}\nA,X,2010,,JV,60\nA,Y,2010,,JV,60\n`, ['2:3 shares-over-100']],
    ['rows that contradict on the form', `${HEADER}\nA,X,2010,,JV,\nA,Y,2010,,OEM,\n`, ['3:11 rows-contradict']],
    [
      'rows that contradict on a share',
      `${HEADER}\nA,X,2010,,JV,30\nA,X,2010,,JV,40\nA,Y,2010,,JV,\n`,
      ['3:3 rows-contradict'],
    ],
    ['a row twice', `${HEADER}\nA,X,2010,,JV,\nA,x,2010,,JV,\n`, ['3:3 row-twice']],
    ['an end before the start', `${HEADER}\nA,X,2010,2009,JV,\nA,Y,2010,,JV,\n`, ['2:3 period-reversed']],
    ['no member', `${HEADER}\nA,,2010,,JV,\nA,Y,2010,,JV,\n`, ['2:3 cell-empty']],
    ['an unknown form', `${HEADER}\nA,X,2010,,romance,\nA,Y,2010,,JV,\n`, ['2:11 term-unknown']],
    ['hidden characters', `${HEADER}\nA,X\u202e,2010,,JV,\nA,Y,2010,,JV,\n`, ['2:3 text-unreadable']],
    ['two shares for three partners', 'Alliance,Partners,Shares\nA,X / Y / Z,50:50\n', ['2:13 shares-unmatched']],
    [
      'an alliance told twice otherwise',
      'Alliance,Partner 1,Partner 2,Start\nA,X,Y,2000\nA,X,Z,2001\n',
      ['3:1 rows-contradict'],
    ],
    [
      'every fault of every row',
      `${HEADER}\nA,,31/04/2010,,x,\nA,Y,2010,,JV,200\n`,
      ['2:3 cell-empty', '2:4 date-malformed', '2:16 term-unknown', '3:14 share-over-100'],
    ],
  ])('names %s by line and column and reads nothing', async (_fault, text, expected) => {
    expect(await told(text)).toEqual(expected);
    expect((await imported(text)).rows.alliances).toEqual([]);
  });

  it.each([
    [
      'a country that is none',
      'name,country\nAoba,Atlantis\n',
      { kind: 'organisation' as const },
      ['2:6 country-unknown'],
    ],
    [
      'a record that is not there',
      'alliance,organisation\nA,Aoba\n',
      { kind: 'membership' as const },
      ['2:1 record-unknown'],
    ],
    [
      'rows of one name that contradict',
      'name,country\nAoba,JP\nAOBA,TW\n',
      { kind: 'organisation' as const },
      ['3:1 rows-contradict'],
    ],
    ['the same row again', 'name,country\nAoba,JP\nAOBA,JP\n', { kind: 'organisation' as const }, ['3:1 row-twice']],
    ['a stake of nobody knows whose', 'holder,share\nAoba,30\n', { kind: 'stake' as const }, ['2:1 stake-unplaced']],
    [
      'a number that may be two',
      'of,quantity,value\nAoba,revenue,"1,45"\n',
      { kind: 'measure' as const },
      ['2:1 record-unknown', '2:14 value-ambiguous'],
    ],
  ])('names %s', async (_fault, text, options, expected) => {
    expect(await told(text, options)).toEqual(expected);
  });

  it('keeps formulas as texts, and takes off the apostrophe that guarded them', async () => {
    const { rows, problems } = await imported("name,place\n=1+1,'=HYPERLINK(0)\n@cmd,+81\n", { kind: 'organisation' });
    expect(problems).toEqual([]);
    expect(rows.organisations.map((row) => [row.name, row.place])).toEqual([
      ['=1+1', '=HYPERLINK(0)'],
      ['@cmd', '+81'],
    ]);
  });

  it('reads a thousand columns and leaves out what nobody mapped', async () => {
    const wide = Array.from({ length: 1000 }, (_, index) => `x${index}y`);
    const table = await tableOf(csv(`name,${wide.join(',')}\nAoba,${wide.map(() => '7').join(',')}\n`));
    expect(table.columns.length).toBe(1001);
    const { mapping } = suggestedMapping(table, { kind: 'organisation' });
    expect(importedTable(table, mapping).rows.organisations.map((row) => row.name)).toEqual(['Aoba']);
  });

  it('tells of two columns for one thing', async () => {
    const table = await tableOf(csv('name,title\nAoba,Aoba KK\n'));
    const { mapping } = suggestedMapping(table, { kind: 'organisation' });
    const twice = { ...mapping, columns: mapping.columns.map((column) => ({ ...column, targets: ['name'] })) };
    expect(importedTable(table, twice).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '1:6 column-twice',
    ]);
  });
});
