import { type ServedProduct, serveProduct } from '../e2e/served-product.ts';
import { type Figure, median, ninetyNinth, type Workload } from './figures.ts';

const SECONDS = 20;
const QUIET_SECONDS = 10;
const READERS = 4;
/** Sign-ins under way at a time: more than may wait for their password to be checked. */
const FLOOD = 100;
const PASSWORD = 'moss lantern quarry';
const RECORDS = 200;

type Session = { readonly cookie: string };
const address = (product: ServedProduct, tail: string): string => `${product.address}/api/v1${tail}`;

async function sent(
  product: ServedProduct,
  tail: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address(product, tail), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function must(answer: Promise<Response>): Promise<Response> {
  const given = await answer;
  if (!given.ok) throw new Error(`${given.url}: ${given.status} ${await given.text()}`);
  return given;
}

/** The first account, its workspace and some records. */
async function begun(product: ServedProduct): Promise<Session> {
  const token = /\/set-up#(\S+)/.exec(product.said())?.[1] ?? '';
  const made = await must(
    sent(product, '/set-up', { token, name: 'Owner', email: 'owner@firm.example', password: PASSWORD }),
  );
  const cookie = made.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  await must(sent(product, '/workspaces', { name: 'Bench', slug: 'bench' }, { cookie }));
  for (let n = 0; n < RECORDS; n += 1)
    await must(sent(product, '/workspaces/bench/organisations', { name: `Firm ${n}` }, { cookie }));
  return { cookie };
}

/** Reads until a moment, by several readers at once; the time of each. */
async function reads(product: ServedProduct, { cookie }: Session, until: number): Promise<readonly number[]> {
  const times: number[] = [];
  const reader = async (): Promise<void> => {
    while (performance.now() < until) {
      const begin = performance.now();
      const answer = await fetch(address(product, '/workspaces/bench/organisations?limit=50'), { headers: { cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`a read was answered ${answer.status}`);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return times;
}

type Flooded = { readonly answers: ReadonlyMap<number, number> };

/** Sign-ins with wrong passwords, each of another account and address, so that no count of attempts ends them early. */
async function flood(product: ServedProduct, until: number): Promise<Flooded> {
  const answers = new Map<number, number>();
  let nth = 0;
  const attacker = async (): Promise<void> => {
    while (performance.now() < until) {
      nth += 1;
      const from = `203.0.${(nth >> 8) & 255}.${nth & 255}`;
      const body = { email: `nobody-${nth}@firm.example`, password: 'something else altogether' };
      const answer = await sent(product, '/session', body, { 'x-forwarded-for': from });
      await answer.arrayBuffer();
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: FLOOD }, attacker));
  return { answers };
}

async function measure(): Promise<readonly Figure[]> {
  // Told a public address, the server takes a proxy on this machine at its word about where a request comes from.
  const product = await serveProduct(undefined, { ENTENTE_URL: 'http://entente.example' });
  try {
    const session = await begun(product);
    const quiet = await reads(product, session, performance.now() + QUIET_SECONDS * 1000);
    const until = performance.now() + SECONDS * 1000;
    const [loud, { answers }] = await Promise.all([reads(product, session, until), flood(product, until)]);
    const told = [...answers]
      .sort(([one], [other]) => one - other)
      .map(([status, n]) => `${n} x ${status}`)
      .join(', ');
    const checked = answers.get(401) ?? 0;
    return [
      {
        workload: `reads while ${FLOOD} sign in at a time for ${SECONDS} s, 99 of 100 under`,
        value: ninetyNinth(loud),
        unit: 'ms',
        goal: 300,
        peer: `without: ${ninetyNinth(quiet).toFixed(1)} ms; ${loud.length} reads by ${READERS} readers`,
      },
      {
        workload: 'the same, median',
        value: median(loud),
        unit: 'ms',
        peer: `without: ${median(quiet).toFixed(1)} ms`,
      },
      { workload: 'passwords checked meanwhile', value: checked / SECONDS, unit: '/s', peer: `answers: ${told}` },
    ];
  } finally {
    await product.stop();
  }
}

/** Whether those who work notice that somebody tries passwords. */
export const signIn: Workload = { name: 'sign-in', measure };
