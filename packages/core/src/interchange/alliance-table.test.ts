import { describe, expect, it } from 'vitest';
import { registerFromSources } from '../register/index.ts';
import { readAllianceTable } from './alliance-table.ts';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const read = (text: string) => readAllianceTable({ path: 'alliances.csv', bytes: utf8(text) });
const HEADER = 'alliance,member,start,end,form';

async function told(text: string): Promise<string[]> {
  const { problems } = await read(text);
  return problems.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('readAllianceTable', () => {
  it('reads members, stakes, houses, resources and domains', async () => {
    const { rows, problems, warnings } = await read(
      `${HEADER},house,country,share,resources,products,markets,regions\nA,ACME,2000,,Joint Venture,,JP,40,,cars;vans,,jiangsu\nA,Beta,2000,2009,equity joint-venture,Beta Group,TW,60 %,technology:casting;Market access:japan,,,\n`,
    );
    expect([problems, warnings]).toEqual([[], []]);
    const register = registerFromSources(rows, null);
    expect(register.membershipsOf('a').map((row) => [row.organisation, row.from?.text])).toEqual([
      ['acme', '2000'],
      ['beta', '2000'],
    ]);
    expect(register.stakesIn('a').map((row) => row.share)).toEqual(['40', '60']);
    expect(register.houses.map((row) => row.name)).toEqual(['Beta Group']);
    expect(register.resources.map((row) => `${row.kind}:${row.subject}`)).toEqual([
      'technology:casting',
      'market-access:japan',
    ]);
    expect(register.domains.map((row) => `${row.product} ${row.region}`)).toEqual(['cars jiangsu', 'vans jiangsu']);
  });

  it.each([
    ['JV', 'joint-venture'],
    ['equity joint venture', 'joint-venture'],
    ['Minority-Stake', 'minority-stake'],
    ['license', 'licence'],
    ['OEM', 'oem'],
    ['joint  purchasing', 'joint-purchasing'],
  ])('takes the form "%s" as %s', async (form, expected) => {
    const { rows } = await read(`${HEADER}\nA,X,2000,,${form}\nA,Y,2000,,${form}\n`);
    expect(rows.alliances.map((row) => row.form)).toEqual([expected]);
  });

  it.each([
    [
      'every fault of every row',
      `${HEADER}\nA,X,31/04/2010,,JV\nA,,2010,,jvx\n`,
      ['2:5 date-malformed', '3:3 cell-empty', '3:10 form-unknown'],
    ],
    [
      'a missing and an unknown column',
      'alliance,member,start,form,colour\nA,X,2000,JV,red\n',
      ['1:28 column-unknown', '1:1 column-missing'],
    ],
    ['shares over the whole', `${HEADER},share\nA,X,2000,,JV,60\nA,Y,2000,,JV,60\n`, ['2:1 shares-over-100']],
    ['101 %', `${HEADER},share\nA,X,2000,,JV,101\n`, ['2:14 share-over-100']],
    ['an end before the start', `${HEADER}\nA,X,2010,2009,JV\n`, ['2:10 period-reversed']],
    ['rows that contradict', `${HEADER}\nA,X,2010,,JV\nA,Y,2010,,OEM\n`, ['3:1 rows-contradict']],
    ['a row twice', `${HEADER}\nA,X,2010,,JV\nA,x,2010,,JV\n`, ['3:1 row-twice']],
    ['an empty file', '', ['1:1 table-empty']],
    ['an unclosed quotation', `${HEADER}\n"A,X,2010,,JV\n`, ['2:1 table-malformed']],
    ['a resource without a kind', `${HEADER},resources\nA,X,2010,,JV,casting\n`, ['2:14 resource-kind-unknown']],
  ])('names %s by line and column and reads nothing', async (_fault, text, expected) => {
    expect(await told(text)).toEqual(expected);
    expect((await read(text)).rows.alliances).toEqual([]);
  });

  it('counts lines through fields that hold line breaks', async () => {
    expect(await told(`${HEADER}\n"A\nB",X,2000,,JV\nA,Y,bad,,JV\n`)).toEqual(['4:5 date-malformed']);
  });

  it('warns of an alliance with one member', async () => {
    const { warnings, problems } = await read(`${HEADER}\nA,X,2010,,JV\n`);
    expect([problems, warnings.map((warning) => warning.code)]).toEqual([[], ['one-member']]);
  });

  it('reads Shift-JIS and says so', async () => {
    const name = [0x8e, 0x4f, 0x95, 0x48, 0x8e, 0xa9, 0x93, 0xae, 0x8e, 0xd4, 0x8d, 0x48, 0x8b, 0xc6];
    const bytes = new Uint8Array([...utf8(`${HEADER}\nA,`), ...name, ...utf8(',2000,,JV\nA,X,2000,,JV\n')]);
    const { rows, warnings } = await readAllianceTable({ path: 'sjis.csv', bytes });
    expect(rows.organisations.map((row) => row.name)).toContain('三菱自動車工業');
    expect(warnings.map((warning) => warning.code)).toEqual(['encoding-guessed']);
  });

  it('refuses bytes that are no text', async () => {
    const { problems } = await readAllianceTable({ path: 'x.csv', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9]) });
    expect(problems.map((problem) => problem.code)).toEqual(['table-malformed']);
  });
});
