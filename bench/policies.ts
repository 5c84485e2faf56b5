import { rmSync } from 'node:fs';
import path from 'node:path';
import {
  buildApp,
  configurationFrom,
  connect,
  embeddedUrl,
  embeddedUrls,
  openDatabase,
  runningOn,
  storedSecrets,
  superuserUrl,
} from '../apps/server/src/server.ts';
import { freshFolder, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, type Workload } from './figures.ts';
import { fill } from './filled-product.ts';

const SEED = 20_261_122;
const ALLIANCES = 100_000;
const WORKSPACE = 'bench';
const ROUNDS = 7;
/** What is asked of each variant; `%` is another year each round, so that no count was kept. */
const REQUESTS = [
  '/alliances?filter=form:is:licence&filter=start:in:%',
  '/alliances?filter=start:before:%&sort=-start,name',
  '/alliances?filter=name:has:works&filter=start:in:%',
  '/alliances/alliance-711',
  '/alliances/alliance-712/record',
  '/organisations?filter=name:has:motor&offset=200',
  '/alliances/summary?group=form&filter=start:after:%',
  '/events?filter=date:in:%',
  '/changes?limit=50',
];

/** The password of a role that lives as long as the data folder of the bench. */
const PASSWORD = 'of the bench alone';
const OPEN = 'entente_open';
const TENANTS = 'entente_tenants';

type Variant = { readonly name: string; readonly app: string };
type Client = Awaited<ReturnType<typeof connect>>;

/** A copy of the database that the server just left, where a role works that policies do not bind. */
async function openCopy(client: Client): Promise<void> {
  await client.query('create role entente_bench login bypassrls inherit');
  await client.query(`alter role entente_bench password '${PASSWORD}'`);
  await client.query('grant entente_app to entente_bench');
}

/** Without policies nothing keeps workspaces apart, so the copy holds one. */
async function keepOneWorkspace(client: Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  const { rows: tables } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = 'workspace_id'`);
  for (const { name } of tables)
    await client.query(`delete from ${name} where workspace_id <> (select id from app.workspace where slug = $1)`, [
      WORKSPACE,
    ]);
  await client.query('delete from app.workspace where slug <> $1', [WORKSPACE]);
  await client.query('reset session_replication_role');
}

/** Leaves the policy that asks for the workspace, and takes those away that ask for roles and classes. */
async function dropRolePolicies(client: Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop policy %I on %s', polname, polrelid::regclass) as statement from pg_policy
    where not polpermissive and (select relnamespace from pg_class where oid = polrelid) = 'app'::regnamespace`);
  for (const { statement } of rows) await client.query(statement);
}

async function inDatabase(url: string, run: (client: Client) => Promise<void>): Promise<void> {
  const client = await connect(url);
  try {
    await run(client);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The same register with all policies, with those that keep workspaces apart alone, and with none. */
async function variants(dataFolder: string): Promise<readonly Variant[]> {
  const secrets = storedSecrets(dataFolder);
  const port = runningOn(dataFolder)?.postgresPort ?? null;
  if (secrets === null || port === null) throw new Error('the database of the bench does not run');
  const admin = await connect(superuserUrl(port, secrets));
  try {
    await admin.query('alter database entente allow_connections false');
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'entente'`);
    for (const copy of [OPEN, TENANTS])
      await admin.query(`create database ${copy} template entente strategy file_copy`);
    await admin.query('alter database entente allow_connections true');
    await openCopy(admin);
  } finally {
    await admin.end();
  }
  const asSuperuser = (database: string) => superuserUrl(port, secrets).replace(/postgres$/, database);
  await inDatabase(asSuperuser('entente'), () => Promise.resolve());
  await inDatabase(asSuperuser(OPEN), keepOneWorkspace);
  await inDatabase(asSuperuser(TENANTS), dropRolePolicies);
  return [
    { name: 'all', app: embeddedUrls(port, secrets).app },
    { name: 'tenants', app: embeddedUrls(port, secrets, TENANTS).app },
    { name: 'none', app: embeddedUrl(port, 'entente_bench', PASSWORD, OPEN) },
  ];
}

type Asking = {
  readonly name: string;
  readonly ask: (path: string) => Promise<{ milliseconds: number; text: string }>;
};

/** The product's own HTTP side over a variant. */
async function serving({ name, app: url }: Variant): Promise<Asking & { readonly close: () => Promise<void> }> {
  const configuration = configurationFrom({ ENTENTE_DEMO: '1', PORT: '4879' });
  if (!configuration.ok) throw new Error(configuration.problems[0]?.message);
  const database = openDatabase(url, { role: 'app' });
  const databases = { app: database, room: database, auth: database };
  const app = await buildApp({ databases, configuration: configuration.value, logger: false });
  const ask: Asking['ask'] = async (tail) => {
    const begin = performance.now();
    const answer = await app.inject({
      url: `/api/v1/workspaces/${WORKSPACE}${tail}`,
      headers: { host: 'localhost:4879' },
    });
    const milliseconds = performance.now() - begin;
    if (answer.statusCode !== 200)
      throw new Error(`${name} ${tail}: ${answer.statusCode} ${answer.body.slice(0, 300)}`);
    return { milliseconds, text: answer.body };
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.destroy();
  };
  return { name, ask, close };
}

/** Time of each variant for each request, asked in turn, the first another one each round. */
async function interleaved(asked: readonly Asking[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const medians = new Map(asked.map(({ name }): [string, number[]] => [name, []]));
  for (const request of REQUESTS) {
    const times = new Map(asked.map(({ name }): [string, number[]] => [name, []]));
    for (let round = -1; round < ROUNDS; round += 1) {
      const tail = request.replaceAll('%', String(1991 + 4 * round));
      const turn = asked.map((_, at) => asked[(at + round + 1) % asked.length] ?? asked[0]);
      const texts = new Set<string>();
      for (const each of turn) {
        if (each === undefined) continue;
        const { milliseconds, text } = await each.ask(tail);
        texts.add(text);
        // The first round warms plans and pages.
        if (round >= 0) times.get(each.name)?.push(milliseconds);
      }
      if (texts.size > 1) throw new Error(`${tail}: the variants do not answer alike`);
    }
    for (const [name, taken] of times) medians.get(name)?.push(median(taken));
  }
  return medians;
}

const sum = (values: readonly number[] = []): number => values.reduce((all, each) => all + each, 0);

function figuresOf(medians: ReadonlyMap<string, readonly number[]>): readonly Figure[] {
  const [all, tenants, none] = [medians.get('all'), medians.get('tenants'), medians.get('none')];
  const share = (less: readonly number[] | undefined): number => 100 * (1 - sum(less) / sum(all));
  const peer = (less: readonly number[] | undefined): string =>
    `${sum(less).toFixed(0)} ms of ${sum(all).toFixed(0)} ms, ${REQUESTS.length} requests in turn, medians of ${ROUNDS}`;
  const worst = REQUESTS.map((request, at) => ({
    request,
    share: 100 * (1 - (none?.[at] ?? 0) / (all?.[at] ?? 1)),
    more: (all?.[at] ?? 0) - (none?.[at] ?? 0),
  })).sort((one, other) => other.more - one.more)[0];
  return [
    {
      // Whatever is asked must be asked of one workspace; what more the policies take is what they cost (decision 40).
      workload: `share of request time that policies of roles and classes take on ${ALLIANCES} alliances`,
      value: share(tenants),
      unit: '%',
      goal: 15,
      peer: `policies of workspaces alone: ${peer(tenants)}`,
    },
    {
      workload: 'the same with the question for the workspace, which nothing then keeps apart',
      value: share(none),
      unit: '%',
      peer: `a role that bypasses policies: ${peer(none)}`,
    },
    {
      workload: `the request where it costs most: ${worst?.request ?? ''}`,
      value: worst?.share ?? null,
      unit: '%',
      peer: `${worst?.more.toFixed(1) ?? ''} ms more than without policies`,
    },
  ];
}

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  try {
    await fill(product, dataFolder, { workspace: WORKSPACE, alliances: ALLIANCES, seed: SEED });
    const served: Awaited<ReturnType<typeof serving>>[] = [];
    try {
      for (const variant of await variants(dataFolder)) served.push(await serving(variant));
      return figuresOf(await interleaved(served));
    } finally {
      for (const each of served) await each.close();
    }
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What asking the database for every row who may see it costs. */
export const policies: Workload = { name: 'policies', measure };
