import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ColumnNames, type MemberRow } from './alliance-rows.ts';
import { DelimitedParts, delimitedRows } from './delimited-text.ts';
import { type MembersRead, readMembers } from './member-row-stream.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(
  bytes: Uint8Array,
  size = 7,
  names: ColumnNames | null = null,
): Promise<MembersRead & { readonly rows: readonly MemberRow[]; readonly begun: number }> {
  let rows: MemberRow[] = [];
  let begun = 0;
  const source = {
    path: 'alliances.csv',
    names,
    bytes: async function* () {
      for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
    },
  };
  const told = await readMembers(source, () => {
    begun += 1;
    rows = [];
    return (row) => void rows.push(row);
  });
  return { ...told, rows, begun };
}

const HEAD = 'alliance,member,start,end,form\n';
const TABLE = `${HEAD}Fuzhou,"中華汽車, 台北",1995,,joint venture\r\nFuzhou,福建汽車,1995,,joint venture\n`;

describe('text that comes in parts', () => {
  const cell = fc.stringMatching(/^[a"\n\r, ;x]{0,6}$/);
  test('has the same rows and places however it is cut', () => {
    fc.assert(
      fc.property(fc.array(cell), fc.array(fc.nat(40)), (cells, cuts) => {
        const text = cells.join(',');
        const manner = { delimiter: ',', exact: false };
        const whole = delimitedRows('t.csv', text, manner);
        const parts = new DelimitedParts('t.csv', manner);
        const rows: unknown[] = [];
        let problems: unknown = null;
        const take = (part: string, isLast: boolean): void => {
          const read = parts.rows(part, isLast);
          if (read.ok) rows.push(...read.value);
          else problems = read.problems;
        };
        let from = 0;
        for (const cut of [...cuts].sort((one, other) => one - other)) {
          if (problems === null && cut < text.length) take(text.slice(from, cut), false);
          else continue;
          from = cut;
        }
        if (problems === null) take(text.slice(from), true);
        if (whole.ok) expect([rows, problems]).toEqual([whole.value, null]);
        else expect(problems).toEqual(whole.problems);
      }),
      { numRuns: 500 },
    );
  });

  test('is refused where a quotation mark is never closed, before it is all in memory', () => {
    const parts = new DelimitedParts('t.csv', { delimiter: ',', exact: false });
    const line = `${'x'.repeat(999)}\n`.repeat(1000);
    const first = [`a,b\n1,"${line}`, line, line, line, line].map((part) => parts.rows(part, false));
    const refused = first.find((read) => !read.ok);
    expect(refused).toMatchObject({ problems: [{ code: 'table-malformed', line: 2 }] });
  });
});

describe('a table of alliances, row by row', () => {
  test.each([1, 2, 3, 5, 1000])(
    'is read whole from parts of %i bytes, signs of several bytes and quoted commas too',
    async (size) => {
      const { rows, problems, warnings } = await read(bytesOf(TABLE), size);
      expect(problems).toEqual([]);
      expect(warnings).toEqual([]);
      expect(rows.map(({ member, start, line }) => [member, start?.text, line])).toEqual([
        ['中華汽車, 台北', '1995', 2],
        ['福建汽車', '1995', 3],
      ]);
    },
  );

  test.each([
    ['utf-16le', new Uint8Array(Buffer.from(`\uFEFF${TABLE}`, 'utf16le'))],
    ['utf-16be', new Uint8Array(Buffer.from(`\uFEFF${TABLE}`, 'utf16le').swap16())],
    ['utf-8', bytesOf(`\uFEFF${TABLE}`)],
  ])('comes in %s with a byte order mark', async (_, bytes) => {
    const { rows, problems } = await read(bytes, 64);
    expect([problems, rows.length]).toEqual([[], 2]);
  });

  // 提携,マツダ in Shift_JIS; 聯盟,中華汽車 in Big5; 联盟,东南汽车 in GB 18030.
  test.each([
    ['shift_jis', [0x92, 0xf1, 0x8c, 0x67], [0x83, 0x7d, 0x83, 0x63, 0x83, 0x5f], 'マツダ'],
    ['big5', [0xc1, 0x70, 0xb7, 0xf9], [0xa4, 0xa4, 0xb5, 0xd8, 0xa8, 0x54, 0xa8, 0xae], '中華汽車'],
    ['gb18030', [0xc1, 0xaa, 0xc3, 0xcb], [0xb6, 0xab, 0xc4, 0xcf, 0xc6, 0xfb, 0xb3, 0xb5], '东南汽车'],
  ])('comes in %s, which is told', async (encoding, alliance, member, name) => {
    const row = [...alliance, 0x2c, ...member, ...bytesOf(',1995,,joint venture\n')];
    const { rows, problems, warnings } = await read(Uint8Array.from([...bytesOf(HEAD), ...row, ...row]), 300);
    expect(problems).toEqual([]);
    expect(rows[0]?.member).toBe(name);
    expect(warnings).toMatchObject([{ code: 'encoding-guessed', message: `The text was read as ${encoding}` }]);
  });

  test('whose foreign signs come late is read again from the first row', async () => {
    const plain = 'Fuzhou,Firm,1995,,joint venture\n'.repeat(9_000);
    const late = [
      0x92,
      0xf1,
      0x8c,
      0x67,
      0x2c,
      0x83,
      0x7d,
      0x83,
      0x63,
      0x83,
      0x5f,
      ...bytesOf(',1995,,joint venture\n'),
    ];
    const { rows, problems, begun } = await read(Uint8Array.from([...bytesOf(HEAD + plain), ...late]), 4096);
    expect([problems, rows.length, begun]).toEqual([[], 9_001, 2]);
    expect(rows.at(-1)?.member).toBe('マツダ');
  });

  test.each([
    ['', 'table-empty'],
    [HEAD, 'table-empty'],
    ['alliance,firm\nA,B\n', 'column-unknown'],
    [`${HEAD}A,B,1999,1995,consortium\n`, 'period-reversed'],
    [`${HEAD}A,,1999,,consortium\n`, 'cell-empty'],
    [`${HEAD}A,B,1999,,friendship\n`, 'form-unknown'],
    [`${HEAD}A,"B,1999,,consortium\n`, 'table-malformed'],
    [`${HEAD}A,Kia, Seoul,1999,,consortium\n`, 'cell-surplus'],
    [`${HEAD}A,NA,1999,,consortium\n`, 'cell-empty'],
    [`${HEAD.trimEnd()},kind\nA,B,1999,,consortium,club\n`, 'kind-unknown'],
    [`${HEAD}A,B\0C,1999,,consortium\n`, 'table-malformed'],
    ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'table-malformed'],
  ])('%j is refused: %s', async (text, code) => {
    const { problems } = await read(bytesOf(text));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.every(({ line, fix }) => (line ?? 0) > 0 && fix !== '')).toBe(true);
  });

  test('that is another kind of file is not told row by row for ever', async () => {
    const { problems } = await read(bytesOf(HEAD + 'A,B,soon,,consortium\n'.repeat(5_000)), 4096);
    expect(problems.length).toBeGreaterThanOrEqual(1_000);
    expect(problems.length).toBeLessThan(1_500);
  });
});

describe('what a row does not know', () => {
  const line = async (cells: string) => {
    const { rows, problems } = await read(bytesOf(`${HEAD.trimEnd()},house,country,kind\nA,B,${cells}\n`));
    expect(problems).toEqual([]);
    const { start, end, form, house, country, kind } = rows[0] ?? {};
    return [start ?? null, end, form, house, country, kind];
  };

  test.each([',,,,,', 'NA,NA,NA,NA,N/A,NA', 'NULL,n/a,NaN,null,,N/A'])(
    '"%s" is not stated, each of it',
    async (cells) => {
      expect(await line(cells)).toEqual([null, 'open', null, null, null, null]);
    },
  );

  test('is no country where NA stands, which is Namibia', async () => {
    expect((await line(',,,,NA,'))[4]).toBe('NA');
  });
});

describe('a table with headings of its own', () => {
  const names = ColumnNames.parse('alliance=rcn, member=pic,start=start_date ,end=end_date');
  if (!names.ok) throw new Error(names.problems[0]?.message);
  const table = 'rcn,role,PIC,start_date,end_date\nx,partner,A,2014-05-01,2017\nx,,B,NA,n/a\n';

  test('is read by the columns named, its others passed over; NA is no date, and no form is stated', async () => {
    const { rows, problems } = await read(bytesOf(table), 7, names.value);
    expect(problems).toEqual([]);
    expect(rows.map(({ alliance, member, start, end, form }) => [alliance, member, start?.text, end, form])).toEqual([
      ['x', 'A', '2014-05-01', expect.objectContaining({ text: '2017' }), null],
      ['x', 'B', undefined, 'open', null],
    ]);
  });

  test('is read alike whatever stands in columns that nobody reads, quoted or not, from the first part to the last', async () => {
    const row = (nth: number, passed: string) =>
      `${passed},x${nth},${passed},f${nth % 7},${passed},2014,NA,"${passed.replaceAll('"', '""')}"\n`;
    const tableOf = (passed: string) => {
      const rows = Array.from({ length: 300 }, (_, nth) => row(nth, passed)).join('');
      return bytesOf(`a,rcn,b,pic,c,start_date,end_date,d\n${rows}`);
    };
    const [bare, full] = [await read(tableOf(''), 700, names.value), await read(tableOf(' é" x'), 700, names.value)];
    expect([full.problems, full.rows.length]).toEqual([[], 300]);
    const told = ({ alliance, member, start, line }: MemberRow) => [alliance, member, start?.text, line];
    expect(full.rows.map(told)).toEqual(bare.rows.map(told));
    expect(full.rows.map(told)[299]).toEqual(['x299', 'f5', '2014', 301]);
  });

  test('tells a row that names nobody, though other columns of it are full, by its line', async () => {
    const { problems } = await read(
      bytesOf(`rcn,role,pic,start_date,end_date\n${'x,y,A,,\n'.repeat(90)},y,,,\n`),
      64,
      names.value,
    );
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['cell-empty 92', 'cell-empty 92']);
  });

  test.each([
    ['lacks one of them', 'rcn,pic,end_date\nx,A,\n', 'column-missing'],
    ['has one twice', 'rcn,pic,start_date,end_date,pic\nx,A,,,B\n', 'column-twice'],
  ])('is refused where it %s', async (_fault, text, code) => {
    const { problems } = await read(bytesOf(text), 7, names.value);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  test.each(['member=pic', 'alliance=rcn,member=', 'alliance=rcn,member=pic,colour=red', 'alliance=a=b,member=c', ''])(
    'takes no list such as "%s"',
    (text) => {
      const parsed = ColumnNames.parse(text);
      expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual(['columns-malformed']);
    },
  );
});
