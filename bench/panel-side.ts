/** `node --import tsx bench/panel-side.ts ours|duckdb TABLE UNTIL`: reads a table, then makes the panel; prints what that took. */
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Memberships } from '@entente/engine/network';
import { firmYears } from '@entente/engine/panel';
import { PEER_MEASURES, PEER_SQL } from './panel-sql.ts';

export type Sums = Readonly<Record<string, { readonly defined: number; readonly sum: number }>>;
export type SideAnswer = {
  /** Processor seconds of the panel alone, the table being in memory. */
  readonly seconds: number;
  /** Most memory of the process beyond what it had when the table was read. */
  readonly megabytes: number;
  readonly rows: number;
  readonly sums: Sums;
  readonly version: string;
};

const mostResident = (): number => {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};
const resident = (): number => process.memoryUsage().rss / 2 ** 20;
const dayNumber = (text: string): number | null => (text === '' ? null : Number(text.replaceAll('-', '')));

/** Runs what is measured; the table stands before, its sums are taken after. */
async function timed<T>(run: () => Promise<T>): Promise<{ value: T; seconds: number; megabytes: number }> {
  const before = resident();
  const begun = process.cpuUsage();
  const value = await run();
  const { user, system } = process.cpuUsage(begun);
  return { value, seconds: (user + system) / 1e6, megabytes: mostResident() - before };
}

async function ours(table: string, until: number): Promise<SideAnswer> {
  const memberships = new Memberships((name) => name);
  const lines = createInterface({ input: createReadStream(table) });
  let isHead = true;
  lines.on('line', (line) => {
    if (isHead) isHead = false;
    else {
      const [alliance = '', firm = '', house = '', form = '', country = '', from = '', to = ''] = line.split(',');
      memberships.add({ alliance, firm, house, form, country, from: dayNumber(from), to: dayNumber(to) });
    }
  });
  await once(lines, 'close');
  globalThis.gc?.();
  const { value, ...figures } = await timed(() =>
    Promise.resolve(firmYears(memberships, { until, equityForms: new Set(['joint-venture', 'minority-stake']) })),
  );
  const sums = PEER_MEASURES.map((name) => {
    const values = value.measures[name].filter((each) => !Number.isNaN(each));
    return [name, { defined: values.length, sum: values.reduce((sum, each) => sum + each, 0) }] as const;
  });
  return { ...figures, rows: value.year.length, sums: Object.fromEntries(sums), version: '' };
}

/** What is used of DuckDB, which is installed in this folder or not at all. */
type DuckDb = {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{
      readonly connect: () => Promise<{
        readonly run: (sql: string) => Promise<unknown>;
        readonly runAndReadAll: (sql: string) => Promise<{
          readonly getRowObjects: () => readonly Readonly<Record<string, unknown>>[];
        }>;
      }>;
    }>;
  };
};
const require = createRequire(import.meta.url);

async function duckdb(table: string, until: number): Promise<SideAnswer> {
  const { DuckDBInstance } = (await import(pathToFileURL(require.resolve('@duckdb/node-api')).href)) as DuckDb;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const asked = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
  await connection.run(`
    create table m as select alliance, firm, house, form, form in ('joint-venture', 'minority-stake') as equity, country,
      "from" as f, coalesce("to", date '9999-01-01') as t
    from read_csv('${table}', header = true, nullstr = '',
      columns = {alliance: text, firm: text, house: text, form: text, country: text, "from": date, "to": date})`);
  const figures = await timed(async () => {
    for (const statement of PEER_SQL(until)) await connection.run(statement);
  });
  const columns = PEER_MEASURES.map(
    (name) => `count("${name}")::double as "n ${name}", sum("${name}")::double as "s ${name}"`,
  );
  const [row = {}] = await asked(
    `select count(*)::double as rows, version() as version, ${columns.join(', ')} from panel`,
  );
  const sums = PEER_MEASURES.map(
    (name) => [name, { defined: Number(row[`n ${name}`]), sum: Number(row[`s ${name}`]) }] as const,
  );
  return {
    seconds: figures.seconds,
    megabytes: figures.megabytes,
    rows: Number(row['rows']),
    sums: Object.fromEntries(sums),
    version: String(row['version']),
  };
}

const [side, table = '', until = ''] = process.argv.slice(2);
console.log(JSON.stringify(await (side === 'ours' ? ours : duckdb)(table, Number(until))));
