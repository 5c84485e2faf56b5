import { request } from 'node:http';
import type { ImportAnswer } from '@entente/contract/register';
import { workbookOf } from '@entente/core/interchange';
import { afterAll, describe, expect, test } from 'vitest';
import type { Reply } from '../register/test-server.ts';
import { archiveOf } from './test-archives.ts';
import { importServer } from './test-imports.ts';

const server = await importServer();
const { ask, upload, workspace } = server;
const at = await workspace('refusals');

const importOf = (reply: Reply): ImportAnswer => reply.body as ImportAnswer;
const matching = (reply: Reply): Record<string, string> => ({ 'if-match': String(reply.headers['etag']) });
const codesOf = (reply: Reply): string[] => importOf(reply).problems.map(({ code }) => code);

const HEAD = 'alliance,member,start,end,form,share';

describe('what is no table', () => {
  const zeros = Buffer.alloc(120_000_000);
  const locked = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const cases: readonly (readonly [string, string, Uint8Array, string])[] = [
    ['an unclosed quotation mark', 'a.csv', Buffer.from(`${HEAD}\n"Kunshan,A,1992,,JV,50\n`), 'table-malformed'],
    ['no rows', 'a.csv', Buffer.from(HEAD), 'table-empty'],
    ['a picture called a workbook', 'a.xlsx', Buffer.from('PK\u0003\u0004 not at all'), 'table-malformed'],
    ['a workbook under a password', 'a.xlsx', locked, 'workbook-locked'],
    [
      'a workbook that unpacks to a thousand times its size',
      'a.xlsx',
      archiveOf([{ name: 'xl/worksheets/sheet1.xml', content: zeros }]),
      'workbook-too-large',
    ],
    [
      'a workbook whose directory lies',
      'a.xlsx',
      archiveOf([{ name: 'xl/worksheets/sheet1.xml', content: zeros, told: 1000 }]),
      'workbook-too-large',
    ],
    [
      'an archive in an archive',
      'a.xlsx',
      archiveOf([{ name: 'inner.zip', content: Buffer.from('PK') }]),
      'workbook-too-large',
    ],
    [
      'a thousand columns',
      'a.csv',
      Buffer.from(
        `${Array.from({ length: 1000 }, (_, index) => `c${index}`).join()}\n${Array.from({ length: 1000 }, () => '1').join()}\n`,
      ),
      'table-too-wide',
    ],
  ];
  // @asvs V5.2.2 V5.2.3
  test.each(cases)('%s is refused, and nothing is kept', async (_what, name, content, code) => {
    const reply = await upload(at, name, content);
    expect([reply.status, reply.body['code']]).toEqual([422, code]);
    expect((await ask('GET', `${at}/imports`)).body['items']).toEqual([]);
  });

  test('a form without a file, and a body that is neither form nor paste, are refused', async () => {
    expect((await upload(at, '', '')).body).toMatchObject({ status: 422, code: 'field-required' });
    expect((await ask('POST', `${at}/imports`, { name: 'x' })).body).toMatchObject({
      status: 400,
      code: 'request-invalid',
    });
    expect((await upload(at, 'a.csv', HEAD, { layout: 'columns' })).body).toMatchObject({ code: 'value-refused' });
  });
});

describe('while a large or hostile file is read', () => {
  // @asvs V15.2.2
  test('the server answers others', async () => {
    const rows = Array.from({ length: 6_000 }, (_, index) => `Alliance ${index},Partner ${index % 500},1992,,JV,50`);
    const reading = upload(at, 'large.csv', [HEAD, ...rows].join('\n'));
    const state = { isDone: false };
    void reading.then(() => {
      state.isDone = true;
    });
    const waits: number[] = [];
    while (!state.isDone) {
      const begin = performance.now();
      const health = await server.app.inject({ url: '/api/health', headers: { host: 'localhost:15500' } });
      expect(health.statusCode).toBe(200);
      waits.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(waits.length).toBeGreaterThan(10);
    expect(Math.max(...waits)).toBeLessThan(2_000);
    const reply = await reading;
    expect(reply.status, reply.text.slice(0, 400)).toBe(201);
    await ask('DELETE', `${at}/imports/${reply.id}`, undefined, matching(reply));
  }, 120_000);
});

describe('a file of 200 MB', () => {
  let port = 0;
  afterAll(() => server.app.server.close());

  /** Sends a form of so many bytes, without saying how many there will be. */
  async function streamed(megabytes: number): Promise<{ status: number; body: string; most: number }> {
    if (port === 0) {
      await server.app.listen({ host: '127.0.0.1', port: 0 });
      const address = server.app.server.address();
      port = typeof address === 'object' && address !== null ? address.port : 0;
    }
    const before = process.memoryUsage().rss;
    let most = before;
    return new Promise((resolve, reject) => {
      const sending = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: `/api/v1${at}/imports`,
          headers: {
            host: 'localhost:15500',
            'content-type': 'multipart/form-data; boundary=b',
            'transfer-encoding': 'chunked',
          },
        },
        (reply) => {
          const parts: Buffer[] = [];
          reply.on('data', (part: Buffer) => parts.push(part));
          reply.on('end', () => {
            resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString(), most: most - before });
            sending.destroy();
          });
        },
      );
      sending.on('error', reject);
      sending.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
      const block = Buffer.alloc(1_000_000, 'a,b,c\n');
      let sent = 0;
      const more = (): void => {
        most = Math.max(most, process.memoryUsage().rss);
        if (sent >= megabytes || sending.destroyed) {
          sending.end('\r\n--b--\r\n');
          return;
        }
        sent += 1;
        sending.write(block, () => setImmediate(more));
      };
      more();
    });
  }

  // @asvs V5.2.1
  test('is refused as too large, in bounded memory', async () => {
    const { status, body, most } = await streamed(200);
    expect([status, (JSON.parse(body) as { code: string }).code]).toEqual([413, 'file-too-large']);
    expect(most).toBeLessThan(200_000_000);
  });
});

describe('cells that cannot be taken as they are', () => {
  test('are told in place, and nothing is imported', async () => {
    const table = `${HEAD}\nKunshan,Lioho,31/04/2010,,JV,50\nKunshan,Tsusho,2010,,JV,25 elephants\nTianjin,Lioho,2001,,marriage,40\n`;
    const reply = await upload(at, 'faults.csv', table);
    expect(reply.status, reply.text).toBe(201);
    expect(importOf(reply).status).toBe('asking');
    expect(importOf(reply).problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 2, expect.stringMatching(/date/)],
      [3, 5, expect.stringMatching(/share/)],
      [4, 4, 'term-unknown'],
    ]);
    const commit = await ask('POST', `${at}/imports/${reply.id}/commit`, {}, matching(reply));
    expect(commit.body).toMatchObject({ status: 409, code: 'import-not-ready' });
    expect((await ask('GET', `${at}/alliances`)).body['total']).toBe(0);
    const rows = await ask('GET', `${at}/imports/${reply.id}/rows?only=problems`);
    expect(rows.body).toMatchObject({ total: 3 });

    const mended = await ask(
      'PATCH',
      `${at}/imports/${reply.id}`,
      { cells: { '2:2': '2010-04-30', '3:5': '25 percent', '4:4': 'licence' } },
      matching(reply),
    );
    expect(mended.status, mended.text).toBe(200);
    expect(importOf(mended)).toMatchObject({ problemTotal: 0, status: 'ready' });
    await ask('DELETE', `${at}/imports/${reply.id}`, undefined, matching(mended));
  });

  test('an order of days and months is asked for and not guessed', async () => {
    const table = `${HEAD}\nKunshan,Lioho,10/11/12,,JV,50\nKunshan,Tsusho,10/11/12,,JV,25\n`;
    const reply = await upload(at, 'orders.csv', table);
    expect(importOf(reply)).toMatchObject({ status: 'asking', openQuestions: 1, problemTotal: 0 });
    expect(importOf(reply).questions).toMatchObject([
      { id: 'order:2', kind: 'date-order', text: '10/11/12', count: 2 },
    ]);
    const answered = await ask(
      'PATCH',
      `${at}/imports/${reply.id}`,
      { answers: { 'order:2': 'year-first' } },
      matching(reply),
    );
    expect(importOf(answered), answered.text).toMatchObject({ status: 'ready', openQuestions: 0 });
    await ask('DELETE', `${at}/imports/${reply.id}`, undefined, matching(answered));
  });

  test('rows that contradict each other are told at the second of them', async () => {
    const reply = await upload(
      at,
      'contradiction.csv',
      `${HEAD}\nKunshan,Lioho,1992,,JV,50\nKunshan,Tsusho,1992,,licence,\n`,
    );
    expect(codesOf(reply)).toEqual(['rows-contradict']);
    expect(importOf(reply).problems[0]).toMatchObject({ line: 3 });
  });

  test('a formula stays the text that it is', async () => {
    const formulas = await workspace('formulas');
    const reply = await upload(
      formulas,
      'f.csv',
      `${HEAD}\n=1+1,"=HYPERLINK(""http://x"")",1992,,licence,\n=1+1,@SUM(A1),1992,,licence,\n`,
    );
    expect(reply.status, reply.text).toBe(201);
    const done = await ask('POST', `${formulas}/imports/${reply.id}/commit`, {}, matching(reply));
    expect(done.status, done.text).toBe(201);
    const { body } = await ask('GET', `${formulas}/organisations`);
    const names = (body['items'] as { name: string }[]).map(({ name }) => name);
    expect(names.sort()).toEqual(['=HYPERLINK("http://x")', '@SUM(A1)']);
  });

  test('broken characters are told: in place, and a NUL byte as the end of the file as a table', async () => {
    const turned = await upload(at, 'turned.csv', `${HEAD}\nKun\u202eshan,Lioho,1992,,JV,50\n`);
    expect(codesOf(turned)).toContain('text-unreadable');
    const nul = await upload(at, 'nul.csv', `${HEAD}\nKun\u0000shan,Lioho,1992,,JV,50\n`);
    expect(nul.body).toMatchObject({ status: 422, code: 'table-malformed' });
  });

  test('an encoding that is not UTF-8 is told, and the names come out right', async () => {
    const shiftJis = Buffer.concat([
      Buffer.from(`${HEAD}\n`),
      // 提携 (alliance), 日本 (member) in Shift_JIS.
      Buffer.from([0x92, 0xf1, 0x8c, 0x67, 0x2c, 0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from(',1992,,licence,\n'),
    ]);
    const reply = await upload(at, 'sjis.csv', shiftJis);
    expect(reply.status, reply.text).toBe(201);
    expect(importOf(reply).encoding).toBe('shift_jis');
    expect(importOf(reply).warnings.map(({ code }) => code)).toContain('encoding-guessed');
    expect(importOf(reply).matches.map(({ name }) => name)).toEqual(['日本']);
  });
});

test('a workbook is read like a text', async () => {
  const bytes = await workbookOf([
    {
      collection: 'Alliances',
      headings: HEAD.split(','),
      rows: [
        ['Kunshan', 'Lioho', '1992', '', 'JV', '90'],
        ['Kunshan', 'Tsusho', '1992', '', 'JV', '10'],
      ],
    },
  ]);
  const reply = await upload(at, 'book.xlsx', bytes);
  expect(reply.status, reply.text).toBe(201);
  expect(importOf(reply)).toMatchObject({ encoding: null, sheet: 'Alliances', status: 'ready', rowCount: 2 });
});
