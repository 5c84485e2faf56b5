import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SEVEN_STAGES } from '@entente/core/lifecycle';
import { connect, runningOn, storedSecrets, superuserUrl } from '../apps/server/src/server.ts';
import { freshFolder, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, ninetieth, type Workload } from './figures.ts';
import { numbersFrom } from './generated-network.ts';

const SEED = 20_261_123;
const WORKSPACE = 'bench';
const ALLIANCES = 500;
const PAPERS = 20;
const VERSIONS = 3;
const STEPS = 40;
const REQUESTS = 40;
const WARM_UP = 10;
const TICKS_A_SECOND = 100;

const random = numbersFrom(SEED);
const below = (most: number): number => Math.floor(random() * most);
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type StepRow = {
  readonly alliance: number;
  readonly nth: number;
  readonly kind: string;
  readonly day: string;
  readonly content: object;
};

/** The development of one alliance in so many steps: through the first stages, with a day for each gate and some waivers. */
function stepsOf(alliance: number): readonly StepRow[] {
  const [first] = SEVEN_STAGES.stages;
  const steps: (readonly [string, object])[] = [['begun', { stage: first?.key, earlier: 'skipped', reason: null }]];
  for (const [at, stage] of SEVEN_STAGES.stages.entries()) {
    if (at > 0) steps.push(['advanced', { stage: stage.key }]);
    steps.push(['planned', { stage: stage.key, due: dayFrom(below(360) - 60) }]);
    for (const { key } of [...stage.decisions, ...stage.deliverables])
      steps.push(['recorded', { stage: stage.key, item: key, text: 'As the board has it in its minutes' }]);
    for (const { key } of stage.exitCriteria) {
      if (random() < 0.2)
        steps.push([
          'waived',
          { stage: stage.key, criterion: key, reason: 'No time', until: dayFrom(below(600) - 200) },
        ]);
      const evidence = 'Minutes of the board, with the signatures of both sides';
      if (random() < 0.9)
        steps.push([
          'judged',
          { stage: stage.key, criterion: key, verdict: 'met', evidence, source: null, place: null },
        ]);
    }
  }
  return steps
    .slice(0, STEPS)
    .map(([kind, content], at) => ({ alliance, nth: at + 1, kind, day: dayFrom(at - 900), content }));
}

/** Papers with their versions: two in five are still open, and one in ten has no day. */
const papersOf = (alliance: number): readonly object[] =>
  Array.from({ length: PAPERS }, (_, nth) => {
    const due = random() < 0.1 ? null : dayFrom(below(485) - 120);
    const isOpen = random() < 0.4;
    const isMine = random() < 0.1;
    return Array.from({ length: VERSIONS }, (__, version) => {
      const isOpenThen = version < VERSIONS - 1 || isOpen;
      return {
        alliance,
        id: `00000000-0000-4000-8000-${(alliance * PAPERS + nth).toString(16).padStart(12, '0')}`,
        version: version + 1,
        due: isOpenThen ? due : null,
        isOpen: isOpenThen,
        isMine: isOpenThen && isMine,
        content: {
          kind: 'action',
          text: `Action ${nth} of alliance ${alliance}`,
          due,
          holder: null,
          organisation: null,
          state: isOpenThen ? 'open' : 'done',
          outcome: null,
        },
      };
    });
  }).flat();

const FILL = [
  `set session_replication_role = replica`,
  `create temp table firm as select id as workspace_id,
     (select person_id from app.member m where m.workspace_id = w.id limit 1) as person_id
   from app.workspace w where slug = '${WORKSPACE}'`,
  `create temp table nth as select n, gen_random_uuid() as id from generate_series(0, ${ALLIANCES - 1}) n`,
  `insert into app.alliance (workspace_id, id, slug, name, start_date, end_date, stated)
   select workspace_id, id, 'alliance-' || n, 'Alliance ' || n, '2020',
     case when n % 10 = 0 then to_char(current_date + n / 10, 'YYYY-MM-DD') else '..' end, true
   from nth, firm`,
];

/** Alliances with their papers and steps, past every trigger. */
async function fill(dataFolder: string): Promise<void> {
  const secrets = storedSecrets(dataFolder);
  const port = runningOn(dataFolder)?.postgresPort ?? null;
  if (secrets === null || port === null) throw new Error('the database of the bench does not run');
  const client = await connect(superuserUrl(port, secrets).replace(/postgres$/, 'entente'));
  const each = Array.from({ length: ALLIANCES }, (_, at) => at);
  try {
    for (const statement of FILL) await client.query(statement);
    await client.query(
      `insert into app.lifecycle_step (workspace_id, alliance_id, nth, kind, day, content, actor_id)
       select workspace_id, nth.id, s.nth, s.kind, s.day, s.content, person_id
       from jsonb_to_recordset($1) as s (alliance int, nth int, kind text, day date, content jsonb)
       join nth on nth.n = s.alliance, firm`,
      [JSON.stringify(each.flatMap(stepsOf))],
    );
    await client.query(
      `insert into app.paper (workspace_id, alliance_id, id, version, kind, content, due, is_open, holder_id)
       select workspace_id, nth.id, p.id, p.version, 'action', p.content, p.due, p."isOpen", case when p."isMine" then person_id end
       from jsonb_to_recordset($1)
         as p (alliance int, id uuid, version int, due date, "isOpen" boolean, "isMine" boolean, content jsonb)
       join nth on nth.n = p.alliance, firm`,
      [JSON.stringify(each.flatMap(papersOf))],
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Processor time that the server and the database have used so far, in milliseconds; Linux alone tells it. */
function processorTime(dataFolder: string, server: number | undefined): number | null {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
          const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return [{ pid, parent: fields[1] ?? '', ticks: Number(fields[11]) + Number(fields[12]), command }];
        } catch {
          return [];
        }
      });
    const roots = processes.filter(({ pid, command }) => pid === String(server) || command.includes(dataFolder));
    const counted = new Set(roots.map(({ pid }) => pid));
    const ours = processes.filter(({ pid, parent }) => counted.has(pid) || counted.has(parent));
    return (1000 * ours.reduce((sum, { ticks }) => sum + ticks, 0)) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

async function measure(): Promise<readonly Figure[]> {
  const folder = freshFolder();
  const dataFolder = path.join(folder, 'data');
  const product = await serveProduct(dataFolder);
  const base = `${product.address}/api/v1/workspaces`;
  const taken = async (tail: string): Promise<{ milliseconds: number; text: string }> => {
    const begin = performance.now();
    const answer = await fetch(`${base}/${WORKSPACE}${tail}`);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`GET ${tail}: ${answer.status} ${text.slice(0, 200)}`);
    return { milliseconds: performance.now() - begin, text };
  };
  const timed = async (tail: string): Promise<{ times: readonly number[]; processor: number | null }> => {
    for (let run = 0; run < WARM_UP; run += 1) await taken(tail);
    const before = processorTime(dataFolder, product.process.pid);
    const times: number[] = [];
    for (let run = 0; run < REQUESTS; run += 1) times.push((await taken(tail)).milliseconds);
    const after = processorTime(dataFolder, product.process.pid);
    return { times, processor: before === null || after === null ? null : (after - before) / REQUESTS };
  };
  try {
    const made = await fetch(base, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ slug: WORKSPACE, name: WORKSPACE }),
    });
    if (!made.ok) throw new Error(`the workspace was not made: ${made.status}`);
    await fill(dataFolder);
    const { items, groups } = JSON.parse((await taken('/today')).text) as {
      items: readonly unknown[];
      groups: Readonly<Record<string, { readonly all: number }>>;
    };
    const due = Object.values(groups).reduce((sum, { all }) => sum + all, 0);
    const today = await timed('/today');
    const board = await timed('/lifecycles');
    const size = `${ALLIANCES} alliances, ${ALLIANCES * PAPERS} papers of ${VERSIONS} versions, ${ALLIANCES * STEPS} steps`;
    const peer = `${REQUESTS} requests; ${due} due, ${items.length} of them told`;
    return [
      { workload: `today: ${size}, over HTTP, median`, value: median(today.times), unit: 'ms', goal: 100, peer },
      { workload: 'the same, nine of ten under', value: ninetieth(today.times), unit: 'ms', peer },
      { workload: 'the same, processor time of server and database', value: today.processor, unit: 'ms', peer },
      {
        workload: 'the board of lifecycles, median',
        value: median(board.times),
        unit: 'ms',
        goal: 300,
        peer: `${REQUESTS} requests`,
      },
      { workload: 'the same, processor time of server and database', value: board.processor, unit: 'ms', peer: '' },
    ];
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What somebody with many alliances has to do today, and where all of them stand. */
export const today: Workload = { name: 'today', measure };
