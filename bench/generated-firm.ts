const ALLIANCES = 500;
const PARTNERS = 160;
const HOUSES = 90;
const SUBJECTS = 60;
const WRITERS = 4;

const FORMS = [
  'joint-venture',
  'joint-venture',
  'joint-venture',
  'minority-stake',
  'licence',
  'supply',
  'joint-development',
] as const;
const KINDS = ['technology', 'production-know-how', 'customer-base', 'brand', 'supply-base'] as const;

/** The firm whose portfolio is asked for. */
export const FOCAL = 'focal-firm';

/** Numbers from 0 up to 1, the same for the same seed on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Row = readonly [collection: string, body: Readonly<Record<string, unknown>>];

/** Batches to be written one after the other; the rows of a batch do not depend on each other. */
function generatedRows(seed: number): readonly (readonly Row[])[] {
  const random = seeded(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const partners = Array.from({ length: PARTNERS }, (_, index) => `partner-${index}`);
  const firm = (slug: string): Row => ['organisations', { slug, name: slug, kind: 'firm' }];
  const organisations: Row[] = partners.map(firm);
  const houses: Row[] = Array.from({ length: HOUSES }, (_, index) => [
    'houses',
    { slug: `house-${index}`, name: `house-${index}` },
  ]);
  const belonging: Row[] = partners.map((organisation, index) => [
    'house-memberships',
    { organisation, house: `house-${index % HOUSES}` },
  ]);
  const alliances: Row[] = [];
  const parts: Row[] = [];
  for (let index = 0; index < ALLIANCES; index++) {
    const alliance = `alliance-${index}`;
    const form = pick(FORMS);
    const start = String(1985 + below(39));
    const venture = form === 'joint-venture' ? `venture-${index}` : null;
    if (venture !== null) organisations.push(['organisations', { slug: venture, name: venture, kind: 'venture' }]);
    alliances.push([
      'alliances',
      { slug: alliance, name: alliance, form, start, ...(venture === null ? {} : { venture }) },
    ]);
    const first = below(PARTNERS);
    const members = [FOCAL, `partner-${first}`, ...(random() < 0.3 ? [`partner-${(first + 1) % PARTNERS}`] : [])];
    for (const organisation of members) parts.push(['memberships', { alliance, organisation, from: start }]);
    if (venture !== null) {
      const share = 5 * (2 + below(17));
      parts.push(['stakes', { alliance, issuer: venture, holder: FOCAL, share: String(share), from: start }]);
      parts.push([
        'stakes',
        { alliance, issuer: venture, holder: `partner-${first}`, share: String(100 - share), from: start },
      ]);
    }
    parts.push([
      'resources',
      {
        alliance,
        organisation: `partner-${first}`,
        kind: pick(KINDS),
        subject: `subject-${below(SUBJECTS)}`,
        from: start,
      },
    ]);
  }
  return [[firm(FOCAL)], organisations, [...houses, ...alliances], [...belonging, ...parts]];
}

async function post(address: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

/**
 * Makes a workspace that holds a firm with 500 alliances, through the API, the same for the same seed.
 * @returns how many records were written
 */
export async function writeGeneratedFirm(address: string, workspace: string, seed: number): Promise<number> {
  await post(address, '/workspaces', { slug: workspace, name: workspace });
  const batches = generatedRows(seed);
  for (const rows of batches) {
    const waiting = [...rows];
    const writer = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        await post(address, `/workspaces/${workspace}/${row[0]}`, row[1]);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
  }
  return batches.reduce((sum, rows) => sum + rows.length, 0);
}
