import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freshFolder, type ServedProduct, serveProduct } from '../e2e/served-product.ts';
import type { Figure, Workload } from './figures.ts';

const PARTNERS = 2_000;
const HEADINGS = 'alliance,member,start,end,form,share';
const SIZES = [
  { alliances: 10_000, seconds: 10 },
  { alliances: 100_000, seconds: 60 },
] as const;

/** A table of ventures with two members and their stakes, one row a member, the same each time. */
function tableOf(alliances: number): string {
  const rows = Array.from({ length: alliances }, (_, index) => {
    const one = index % PARTNERS;
    const other = (one + 1 + (index % 7)) % PARTNERS;
    const start = 1985 + (index % 39);
    return `Venture ${index},Partner ${one},${start},,JV,60\nVenture ${index},Partner ${other},${start},,JV,40`;
  });
  return [HEADINGS, ...rows].join('\n');
}

type Answer = { readonly id: string; readonly etag: string };

async function answered(reply: Response): Promise<Answer> {
  const body = (await reply.json()) as { id?: string; status?: unknown; problems?: unknown };
  if (!reply.ok) throw new Error(`${reply.status} ${JSON.stringify(body).slice(0, 400)}`);
  return { id: body.id ?? '', etag: reply.headers.get('etag') ?? '' };
}

async function imported(workspace: string, alliances: number): Promise<{ read: number; written: number }> {
  const form = new FormData();
  form.set('file', new Blob([tableOf(alliances)]), 'ventures.csv');
  const begin = performance.now();
  const draft = await answered(await fetch(`${workspace}/imports`, { method: 'POST', body: form }));
  const read = performance.now();
  await answered(
    await fetch(`${workspace}/imports/${draft.id}/commit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': draft.etag },
      body: '{}',
    }),
  );
  return { read: (read - begin) / 1000, written: (performance.now() - read) / 1000 };
}

/** The most memory that a process ever held, in MB; Linux alone tells it. */
function mostMemory(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

async function measured(product: ServedProduct, alliances: number, seconds: number): Promise<Figure[]> {
  const slug = `import-${alliances}`;
  const made = await fetch(`${product.address}/api/v1/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ slug, name: slug }),
  });
  await answered(made);
  const { read, written } = await imported(`${product.address}/api/v1/workspaces/${slug}`, alliances);
  const count = alliances.toLocaleString('en');
  return [
    {
      workload: `import of ${count} alliances (2 members, 2 stakes), upload to done`,
      value: read + written,
      unit: 's',
      goal: seconds,
      peer: `read ${read.toFixed(1)} s, written ${written.toFixed(1)} s`,
    },
    {
      workload: `most memory of the server process by then`,
      value: mostMemory(product.process.pid),
      unit: 'MB',
      goal: 500,
      peer: 'its workers with it',
    },
  ];
}

async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { alliances, seconds } of SIZES) {
    const folder = freshFolder();
    const product = await serveProduct(path.join(folder, 'data'));
    try {
      figures.push(...(await measured(product, alliances, seconds)));
    } finally {
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

/** How long a large table takes from its upload until it stands in the register, and what it takes of the server. */
export const tableImport: Workload = { name: 'import', measure };
