import type { Route } from '@entente/contract/problem';
import { ROUTES } from '@entente/contract/openapi';
import { type Actor, can } from '@entente/core/accounts';
import type { Body } from './twins-records.ts';
import type { Asked } from './twins-server.ts';

/** One request that is sent to both worlds. */
export type Probe = { readonly operation: string; readonly media: string; readonly asked: Asked };

/** Whoever asks, and what they may name in an address. */
export type Asker = {
  readonly actor: Actor;
  readonly headers: Readonly<Record<string, string>>;
  readonly workspaces: readonly string[];
  /** Ids that are worth a try for a part of an address, by the part or by the collection before `{record}`. */
  readonly ids: (part: string) => readonly string[];
  /** Bodies of operations that the asker may use; one such operation without a body here has no probe. */
  readonly bodies: Readonly<Record<string, readonly Body[]>>;
  /** More than a plain request, by operation: queries that look around. */
  readonly queries: (route: Route) => readonly string[];
  /** What is asked in an order of its own, after everything was looked at and before everything else is tried. */
  readonly story: readonly Asked[];
};

/** What comes for as long as somebody listens. */
const STREAM = 'text/event-stream';

/** How a media type is asked for; one that is not here has no probe. */
const FILE_QUERIES: Readonly<Record<string, string>> = {
  'text/csv': 'format=csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'format=xlsx',
  'application/vnd.apache.parquet': 'format=parquet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'format=docx',
  'application/pdf': 'format=pdf',
  'application/x-ndjson': '',
  'text/calendar': '',
  [STREAM]: '',
};

const PARAMETER = /\{(\w+)\}/;

/** Every address of a route that the asker tries; null when nothing is known to put in place of a part. */
function addressesOf(path: string, asker: Asker): readonly string[] | null {
  const [whole, part] = PARAMETER.exec(path) ?? [];
  if (whole === undefined || part === undefined) return [path];
  const segment = /\/([\w-]+)\/\{record\}/.exec(path)?.[1];
  const candidates = part === 'workspace' ? asker.workspaces : asker.ids(part === 'record' ? (segment ?? '') : part);
  if (candidates.length === 0) return null;
  const found = candidates.map((id) => addressesOf(path.replace(whole, id), asker));
  return found.some((each) => each === null) ? null : found.flatMap((each) => each ?? []);
}

/** What a media type asks; a route that answers one kind of file alone needs no word for it. */
function fileQuery(route: Route, media: string): string | null {
  const query = FILE_QUERIES[media];
  if (query === undefined) return null;
  return route.query !== null && 'format' in route.query.shape ? query : '';
}

function bodiesOf(route: Route, asker: Asker, mayAsk: boolean): readonly (Body | undefined)[] | null {
  if (route.body === null || route.method === 'get' || route.method === 'delete') return [undefined];
  return asker.bodies[route.id] ?? (mayAsk ? null : [{}]);
}

/** The probes of one operation, each media type among them; null when there is none for one of them. */
function probesOf(route: Route, asker: Asker): readonly Probe[] | null {
  const addresses = addressesOf(route.path, asker);
  const workspaceId = route.path.includes('{workspace}') ? (asker.workspaces[0] ?? null) : null;
  const bodies = bodiesOf(route, asker, can(asker.actor, route.permission, { workspaceId }));
  const media = [
    ...(route.answer === null && route.files !== undefined ? [] : ['application/json']),
    ...(route.files ?? []),
  ];
  const asks = media.map((type) => (type === 'application/json' ? '' : fileQuery(route, type)));
  if (addresses === null || bodies === null || asks.includes(null)) return null;
  const method = route.method.toUpperCase() as Asked['method'];
  const versioned: Readonly<Record<string, string>> =
    route.headers !== null && 'if-match' in route.headers.shape ? { 'if-match': '"1"' } : {};
  return addresses.flatMap((address) =>
    media.flatMap((type, nth) =>
      ['', ...asker.queries(route)].flatMap((query) =>
        bodies.map((body) => {
          const asked = [asks[nth] ?? '', query].filter((part) => part !== '').join('&');
          const isTable = body !== undefined && 'records' in body && type !== 'application/json';
          const given = isTable ? { ...body, format: type === 'text/csv' ? 'csv' : 'xlsx' } : body;
          return {
            operation: route.id,
            media: type,
            asked: {
              method,
              url: asked === '' || method !== 'GET' ? address : `${address}?${asked}`,
              headers: { ...asker.headers, ...versioned },
              ...(type === STREAM ? { isStream: true } : {}),
              ...(given === undefined ? {} : { body: given }),
            },
          };
        }),
      ),
    ),
  );
}

/** What no contract tells of and everybody is served. */
const PAGES = ['/', '/w/anything', '/rooms', '/invitation', '/docs', '/docs/errors/record-not-found', '/docs/glossary'];
const PLATFORM = [...PAGES, '/api/health', '/api/ready', '/api/v1/nothing-here'];

const platformProbes = ({ headers }: Asker): readonly Probe[] =>
  PLATFORM.map((url) => ({ operation: url, media: 'any', asked: { method: 'GET', url, headers } }));

export type Probes = { readonly probes: readonly Probe[]; readonly missing: readonly string[] };

/** What takes away the session that asks: nothing is asked after it. */
const LAST = new Set(['endOtherSessions', 'endOneSession', 'endSession']);

/** What is looked at once more when everything was tried. */
const AGAIN = new Set([
  'listRooms',
  'getRoom',
  'exportRoom',
  'getAccount',
  'listSessions',
  'listWorkspaces',
  'getWorkspace',
]);

/** The probes of every operation of the contract, and the operations that have none. */
export function allProbes(asker: Asker, routes: readonly Route[] = ROUTES): Probes {
  const found = routes.map((route) => ({ route, probes: probesOf(route, asker) }));
  const missing = found.filter(({ probes }) => probes === null).map(({ route }) => route.id);
  const probes = found.flatMap((each) => each.probes ?? []);
  const looks = probes.filter(({ asked }) => asked.method === 'GET');
  const again = probes.filter(({ operation }) => AGAIN.has(operation));
  const tries = probes.filter(({ asked }) => asked.method !== 'GET');
  const story = asker.story.map((asked) => ({ operation: 'story', media: 'any', asked }));
  return {
    probes: [
      ...platformProbes(asker),
      ...looks,
      ...story,
      ...tries.filter(({ operation }) => !LAST.has(operation)),
      ...again,
      ...tries.filter(({ operation }) => LAST.has(operation)),
    ],
    missing,
  };
}
