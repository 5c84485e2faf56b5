import { randomUUID } from 'node:crypto';
import { ROUTES } from '@entente/contract/openapi';
import type { Route } from '@entente/contract/problem';
import { COLLECTIONS } from '@entente/contract/register';
import { type AccessClass, ACCESS_CLASSES, can } from '@entente/core/accounts';
import type { RawReply, TestServer } from '../register/test-app.ts';
import { canaryOf, type MatrixWorkspace } from './matrix-world.ts';
import type { Persona } from './matrix-personas.ts';
import { paperSaying } from './test-papers.store.ts';

export type MatrixWorld = {
  readonly server: TestServer;
  readonly ours: MatrixWorkspace;
  readonly theirs: MatrixWorkspace;
  readonly personas: readonly Persona[];
};

/** What an operation is asked about, in relation to our workspace. */
export type Relation = {
  readonly name: string;
  readonly workspace: string;
  readonly id: string | null;
  readonly class: AccessClass | null;
  /** A paper beside the alliance that `id` names. */
  readonly paper?: string | null;
};
type Asked = { readonly route: Route; readonly persona: Persona; readonly relation: Relation };
export type WrongCell = { readonly cell: string; readonly why: string };
export type MatrixResult = { readonly cells: number; readonly wrong: readonly WrongCell[] };

const ABSENT_WORKSPACE = randomUUID();
const ABSENT = randomUUID();

/** How an operation is asked; null: it has no row, which is a fault of the matrix. */
function rowOf({ path }: Route): { readonly segment: string; readonly parameter: string | null } | null {
  const [, segment = ''] = /^\/api\/v1\/workspaces\/\{workspace\}\/([\w-]+)/.exec(path) ?? [];
  const [parameter = null] = [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'workspace');
  if (!path.includes('{workspace}'))
    return parameter === null || /^\/api\/v1\/(?:account|rooms|calendar)/.test(path)
      ? { segment: '', parameter: null }
      : null;
  return { segment, parameter };
}

const isCollection = (segment: string): boolean => segment in COLLECTIONS;

/** Every relation in which an operation can be asked. */
export function relationsOf(route: Route, world: MatrixWorld): readonly Relation[] | null {
  const relations = recordRelations(route, world);
  if (relations === null || !route.path.includes('{paper}')) return relations;
  const { ours, theirs } = world;
  const ofTheirs = relations.map((relation): Relation => {
    const { id } = relation;
    return { ...relation, paper: id === null ? null : (ours.papers.get(id) ?? theirs.papers.get(id) ?? ABSENT) };
  });
  const own = ours.records.get('alliances');
  const here = { workspace: ours.id, id: own?.get('INTERNAL') ?? null };
  const elsewhere = ours.papers.get(own?.get('SHAREABLE') ?? '') ?? null;
  return [
    { ...here, name: 'a paper of the class NEVER', class: 'NEVER', paper: ours.neverPaper },
    { ...here, name: 'named in ours, a paper of another alliance', class: null, paper: elsewhere },
    ...ofTheirs,
  ];
}

/** Every relation of the record or the workspace that an operation names. */
function recordRelations(route: Route, { ours, theirs }: MatrixWorld): readonly Relation[] | null {
  const row = rowOf(route);
  if (row === null) return null;
  const { segment, parameter } = row;
  if (!route.path.includes('{workspace}')) return [{ name: 'own', workspace: '', id: null, class: null }];
  const idIn = (world: MatrixWorkspace): string | null => {
    if (parameter === null) return null;
    return world.records.get(segment)?.get('INTERNAL') ?? world.others.get(segment) ?? null;
  };
  if (parameter !== null && idIn(ours) === null) return null;
  const places: Relation[] = [
    { name: 'own', workspace: ours.id, id: idIn(ours), class: null },
    { name: 'of another workspace', workspace: theirs.id, id: idIn(theirs), class: null },
    { name: 'of an absent workspace', workspace: ABSENT_WORKSPACE, id: idIn(ours), class: null },
  ];
  if (parameter === null) return places;
  const classed = isCollection(segment)
    ? ACCESS_CLASSES.filter((each) => each !== 'INTERNAL').map((each) => ({
        name: each,
        workspace: ours.id,
        id: ours.records.get(segment)?.get(each) ?? null,
        class: each,
      }))
    : [];
  return [
    ...places,
    ...classed,
    { name: 'named in ours, of another workspace', workspace: ours.id, id: idIn(theirs), class: null },
    { name: 'absent', workspace: ours.id, id: ABSENT, class: null },
  ];
}

const QUERIES: Readonly<Record<string, string>> = {
  search: '?q=canary',
  export: '?as=xlsx',
  // On the day by which the papers are due.
  today: '?asOf=2031-04-01',
};

export function addressOf({ path }: Route, { workspace, id, paper }: Relation, segment: string): string {
  const address = path
    .replace('/api/v1', '')
    .replace('{workspace}', workspace)
    .replace('{paper}', paper ?? ABSENT)
    .replace(/\{\w+\}/, id ?? ABSENT);
  if (path.endsWith('/table')) return `${address}?format=csv&language=en`;
  return `${address}${path.includes('{record}') ? '' : (QUERIES[segment] ?? '')}`;
}

/** Bodies that change nothing where they are let in: of versions that are not there, or of what is there already. */
const bodyOf = ({ method, body, id }: Route): unknown => {
  if (body === null || method === 'get' || method === 'delete') return undefined;
  if (id.endsWith('WhatIf')) return { candidates: [{ partner: { name: 'Somebody' }, form: 'licence', start: '2030' }] };
  // Somebody whom the paper names is no member; of a version that is not there nothing is asked.
  if (id === 'addPaper' || id === 'changePaper') return { ...paperSaying('A paper'), holder: ABSENT };
  if (id.startsWith('change') && method === 'patch')
    return id === 'changeMember' ? { role: 'reader' } : { class: 'INTERNAL' };
  return {};
};

function ask({ server }: MatrixWorld, { route, persona, relation }: Asked): Promise<RawReply> {
  const segment = rowOf(route)?.segment ?? '';
  const headers = {
    ...persona.headers,
    ...(route.headers !== null && 'if-match' in route.headers.shape ? { 'if-match': '"9999"' } : {}),
  };
  const method = route.method.toUpperCase() as 'GET';
  if (route.files?.includes('text/event-stream') === true)
    return server.askBeginning(addressOf(route, relation, segment), headers);
  return server.askRaw(method, addressOf(route, relation, segment), bodyOf(route), headers);
}

/** Whether the persona should be let in, and to a record of this class. */
function isAllowed({ route, persona, relation }: Asked, { theirs }: MatrixWorld): boolean {
  const workspaceId = relation.workspace === '' ? null : relation.workspace;
  if (!can(persona.actor, route.permission, { workspaceId })) return false;
  if (relation.name.startsWith('named in ours') || relation.name === 'absent') return false;
  if (relation.class !== null) return persona.classes.get(relation.workspace)?.includes(relation.class) === true;
  return workspaceId !== theirs.id || persona.actor.kind === 'person';
}

const REFUSED = new Set([401, 404]);

/** What is its maker's alone, never was there, or is gone once somebody has used it: those who may ask find nothing. */
const USED_UP = [
  'imports',
  'import-mappings',
  'api-keys',
  'sign-on-providers',
  'views',
  'members',
  'invitations',
  'guests',
  'guest-invitations',
  'publications',
  'releases',
  'reviews',
  'candidate-moves',
];
const isUsedUp = ({ route, relation }: Asked): boolean =>
  // A room is its guests' alone, whoever may ask for rooms; none is open to a persona.
  route.path.includes('{room}') || (relation.id !== null && USED_UP.includes(rowOf(route)?.segment ?? ''));

/** A reply without what the request itself said. */
function bare(reply: RawReply, { workspace, id, paper = null }: Relation): string {
  const { 'content-length': length, etag } = reply.headers;
  const text = JSON.stringify([reply.status, length ?? null, etag ?? null, reply.text]);
  return [workspace, id, paper].reduce<string>(
    (seen, one) => (one === null || one === '' ? seen : seen.replaceAll(one, 'ID')),
    text,
  );
}

/** What is wrong with an answer, or null. */
function faultOf(reply: RawReply, asked: Asked, absent: string | null, world: MatrixWorld): string | null {
  const { persona, relation, route } = asked;
  const leaked = [world.ours, world.theirs].flatMap(({ id, slug }) =>
    ACCESS_CLASSES.filter((each) => !persona.classes.get(id)?.includes(each)).map((each) => canaryOf(slug, each)),
  );
  const shown = leaked.filter((canary) => reply.text.includes(canary));
  if (shown.length > 0) return `shows ${shown.join(', ')}`;
  if (reply.status >= 500) return `fails with ${reply.status}`;
  const isRefused = REFUSED.has(reply.status);
  if (isAllowed(asked, world)) return isRefused && !isUsedUp(asked) ? `refuses with ${reply.status} who may` : null;
  if (absent !== null && bare(reply, relation) !== absent) return 'answers otherwise than for what is not there';
  const mayAsk = can(persona.actor, route.permission, {
    workspaceId: relation.workspace === '' ? null : relation.workspace,
  });
  return isRefused || mayAsk ? null : `lets in with ${reply.status} who may not`;
}

/** Asks one operation as one persona in every relation. */
async function askedBy(
  world: MatrixWorld,
  route: Route,
  persona: Persona,
  relations: readonly Relation[],
): Promise<MatrixResult> {
  const wrong: WrongCell[] = [];
  const replies = [];
  for (const relation of relations) replies.push({ relation, reply: await ask(world, { route, persona, relation }) });
  const last = replies.at(-1);
  const absentPlace = replies.find(({ relation }) => relation.name === 'of an absent workspace');
  for (const { relation, reply } of replies) {
    // A workspace that is not one's own is held against one that is not there, a record against one that is not there.
    const isElsewhere = relation.name.startsWith('of a');
    const isOwn = relation.name === 'own' || (isElsewhere && persona.classes.has(relation.workspace));
    const base = isOwn ? null : isElsewhere ? absentPlace : last;
    const absent = base ? bare(base.reply, base.relation) : null;
    const fault = faultOf(reply, { route, persona, relation }, absent, world);
    if (fault !== null) wrong.push({ cell: `${route.id} as ${persona.name}, ${relation.name}`, why: fault });
  }
  return { cells: relations.length, wrong };
}

/**
 * Every operation of the API, asked by every persona in every relation. `slice` keeps every nth operation.
 * An operation for which no row can be made is wrong.
 */
export async function runMatrix(
  world: MatrixWorld,
  { slice = 1, told = () => undefined }: { slice?: number; told?: (line: string) => void } = {},
): Promise<MatrixResult> {
  let cells = 0;
  const wrong: WrongCell[] = [];
  for (const route of ROUTES.filter((_, at) => at % slice === 0)) {
    const relations = relationsOf(route, world);
    if (relations === null) {
      cells += 1;
      wrong.push({ cell: route.id, why: 'has no row' });
      continue;
    }
    // What is one's own account has a suite of its own; here it is only kept from nobody.
    const personas = route.permission === 'account.use' ? world.personas.slice(0, 1) : world.personas;
    const isOpen = route.permission === 'session.begin';
    for (const persona of isOpen ? [] : personas) {
      const result = await askedBy(world, route, persona, relations);
      cells += result.cells;
      wrong.push(...result.wrong);
    }
    told(`${route.id}: ${relations.length} relations`);
  }
  return { cells, wrong };
}
