import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { drillFolder, type EntenteProcess, startEntente, starter } from '../platform/entente-process.ts';

const folder = drillFolder();
const running = new Set<EntenteProcess>();
afterAll(async () => {
  for (const entente of running) await entente.kill('SIGTERM');
  await folder.remove();
});

async function started(options: readonly string[]): Promise<EntenteProcess> {
  const entente = startEntente({ ENTENTE_DATA: folder.path, ENTENTE_DEMO: '' }, [], options);
  running.add(entente);
  await entente.ready();
  return entente;
}
async function stopped(entente: EntenteProcess): Promise<void> {
  await entente.kill('SIGTERM');
  running.delete(entente);
}

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly cookie: string };
async function ask({ url }: EntenteProcess, path: string, body?: object, cookie = ''): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === '' ? {} : { cookie }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const set = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
  const text = await answer.text();
  return {
    status: answer.status,
    body: text === '' ? {} : (JSON.parse(text) as Answer['body']),
    cookie: set.join('; '),
  };
}
const slugs = ({ body }: Answer) => (body['items'] as { slug: string }[]).map(({ slug }) => slug);

async function entente(...words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const environment = { PATH: process.env['PATH'], ENTENTE_DATA: folder.path };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [starter, ...words], { env: environment });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const account = { name: 'Mei Tanaka', email: 'mei@example.org', password: 'verdant lantern octopus' };

test('what was tried without an account is worked on with one, and is no demo again', async () => {
  const tried = await started(['--try']);
  expect(tried.stdout()).toContain('access    demo');
  expect((await ask(tried, '/session')).body).toMatchObject({ state: 'demo' });
  expect((await ask(tried, '/workspaces', { name: 'Tried', slug: 'tried' })).status).toBe(201);
  await stopped(tried);

  const settled = await started([]);
  const token = /set-up#(\S+)/.exec(settled.stdout())?.[1] ?? '';
  const made = await ask(settled, '/set-up', { token, ...account, takeOver: true });
  expect([made.status, slugs(await ask(settled, '/workspaces', undefined, made.cookie))]).toEqual([
    201,
    ['demo', 'tried'],
  ]);
  await stopped(settled);

  const again = await started(['--try']);
  expect(again.stdout()).not.toMatch(/demo \(|set up/);
  expect((await ask(again, '/session')).body).toMatchObject({ state: 'nobody', setUpOpen: false });
  expect((await ask(again, '/workspaces')).status).toBe(401);
  const back = await ask(again, '/session', { email: account.email, password: account.password });
  expect(slugs(await ask(again, '/workspaces', undefined, back.cookie))).toEqual(['demo', 'tried']);
});

test('the command line names accounts, makes a link to set a password, and acts as an account', async () => {
  const [server] = running;
  if (server === undefined) throw new Error('The server of the test before runs on');
  const listed = await entente('account', 'list');
  expect(listed.code).toBe(0);
  expect(listed.out).toMatch(/mei@example\.org\n {2}Mei Tanaka; password;[^]*1 account/);

  const link = (await entente('account', 'reset-link', 'MEI@example.org')).out;
  const token = /\/new-password#(\S+)/.exec(link)?.[1] ?? '';
  expect(link.startsWith(server.url)).toBe(true);
  const password = 'another lantern octopus';
  expect((await ask(server, '/password-resets', { token, password })).status).toBe(204);
  expect((await ask(server, '/password-resets', { token, password })).body).toMatchObject({ code: 'link-refused' });
  expect((await ask(server, '/session', { email: account.email, password })).status).toBe(200);
  const unknown = await entente('account', 'reset-link', 'nobody@example.org');
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain('(account-unknown)');

  const head = ['audit', 'head', '--workspace', 'tried'];
  expect((await entente(...head, '--as', account.email)).code).toBe(0);
  expect(await entente(...head, '--as', 'nobody@example.org')).toMatchObject({ code: 1 });
  const elsewhere = await entente('audit', 'head', '--workspace', 'elsewhere', '--as', account.email);
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.err).toContain('(workspace-not-found)');
});
