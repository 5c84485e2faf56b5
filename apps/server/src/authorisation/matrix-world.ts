import { randomUUID } from 'node:crypto';
import { type CollectionName, COLLECTIONS } from '@entente/contract/register';
import { type AccessClass, ACCESS_CLASSES } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import { BODIES, prepared } from '../register/test-records.ts';
import type { TestServer } from '../register/test-app.ts';
import { paperSaying, plantReadableNeverPaper } from './test-papers.store.ts';

/** A word in every record of a class that not everybody reads; it may stand in no answer that they get. */
export const canaryOf = (slug: string, recordClass: AccessClass): string =>
  `canary-${slug}-${recordClass.toLowerCase()}`;

/** Records of one workspace, by collection and class. */
export type MatrixWorkspace = {
  readonly id: string;
  readonly slug: string;
  readonly records: ReadonlyMap<string, ReadonlyMap<AccessClass, string>>;
  /** What is no record of the register, by the part of the address that names it. */
  readonly others: ReadonlyMap<string, string>;
  /** A paper of each alliance, by the alliance's id. */
  readonly papers: ReadonlyMap<string, string>;
  /** A paper of the class NEVER beside an alliance of the class INTERNAL. */
  readonly neverPaper: string;
};

const TEXT_OF: Partial<Record<CollectionName, string>> = {
  organisations: 'name',
  'organisation-names': 'text',
  houses: 'name',
  alliances: 'name',
  memberships: 'role',
  resources: 'subject',
  domains: 'product',
  people: 'name',
  events: 'title',
  measures: 'item',
  conditions: 'text',
  workforces: 'origin',
  sources: 'title',
};

/** Whose text is a slug. */
const SLUGS = new Set<CollectionName>(['resources', 'domains']);

function bodyOf(slug: string, collection: CollectionName, recordClass: AccessClass): Record<string, unknown> {
  const tag = `${canaryOf(slug, recordClass)}-${collection}`;
  const body: Record<string, unknown> = { ...BODIES[collection], class: recordClass };
  const text = TEXT_OF[collection];
  if (text !== undefined) body[text] = SLUGS.has(collection) ? tag : `A ${tag}`;
  if ('slug' in body) body['slug'] = tag;
  if ('key' in body) body['key'] = tag;
  // Stakes of one holder may not overlap, and the whole of a venture is kept.
  if (collection === 'stakes')
    Object.assign(body, { share: '1', from: '1994', to: '1995', holder: undefined, holders: `A ${tag}` });
  return body;
}

/** A claim is of the class of what it speaks of. */
const claimOf = (slug: string, recordClass: AccessClass): Record<string, unknown> => ({
  subject: { kind: 'organisation', id: `${canaryOf(slug, recordClass)}-organisations` },
  field: 'place',
  value: `A ${canaryOf(slug, recordClass)}-claim`,
  source: 'article',
  place: `p. ${ACCESS_CLASSES.indexOf(recordClass) + 1}`,
});

/** Two proposals of the clean team; the id of the one that is decided on, the other stays with the team. */
async function proposals(slug: string, { ask }: TestServer, path: string): Promise<string> {
  const must = async (where: string, body: unknown): Promise<string> => {
    const reply = await ask('POST', `${path}${where}`, body);
    invariant(reply.status === 201, `${where}: ${reply.text}`);
    return reply.id;
  };
  await ask('PATCH', `${path}/clean-team`, { threshold: 3, largestPercent: 50 });
  const item = `A ${canaryOf(slug, 'CLEAN')}-figure`;
  const records: string[] = [];
  for (const firm of ['one', 'two', 'three']) {
    await must('/organisations', { name: firm, slug: firm });
    const of = { kind: 'organisation', id: firm };
    records.push(await must('/measures', { of, quantity: 'sales', value: '1', item, class: 'CLEAN' }));
  }
  const proposal = { purpose: 'None', of: 'measure.value', statistic: 'count', records };
  await must('/releases', { ...proposal, title: `A ${canaryOf(slug, 'CLEAN')}-proposal` });
  return must('/releases', { ...proposal, title: 'A release' });
}

/** The development of an alliance of each class is begun. */
async function begunLifecycles(
  slug: string,
  { ask }: TestServer,
  path: string,
  records: MatrixWorkspace['records'],
): Promise<void> {
  for (const [recordClass, id] of records.get('alliances') ?? []) {
    const reason = `A ${canaryOf(slug, recordClass)}-step`;
    const begun = { kind: 'begun', on: '2003-10-01', stage: 'negotiation', earlier: 'unknown', reason };
    const reply = await ask('POST', `${path}/alliances/${id}/lifecycle/steps`, begun, { 'if-match': '"0"' });
    invariant(reply.status === 201, reply.text);
  }
}

/** A paper beside an alliance of each class, by the alliance's id. */
async function writtenPapers(
  slug: string,
  { ask }: TestServer,
  path: string,
  records: MatrixWorkspace['records'],
): Promise<ReadonlyMap<string, string>> {
  const papers = new Map<string, string>();
  for (const [recordClass, id] of records.get('alliances') ?? []) {
    const reply = await ask(
      'POST',
      `${path}/alliances/${id}/papers`,
      paperSaying(`A ${canaryOf(slug, recordClass)}-paper`),
    );
    invariant(reply.status === 201, reply.text);
    papers.set(id, reply.id);
  }
  return papers;
}

/** A workspace with a record of every kind in every class, made by its owner. */
export async function matrixWorkspace(
  server: TestServer,
  slug: string,
  headers: Record<string, string>,
): Promise<MatrixWorkspace> {
  const asOwner: TestServer = {
    ...server,
    ask: (method, path, body, more) => server.ask(method, path, body, { ...headers, ...more }),
  };
  const path = await prepared(asOwner, slug);
  const must = async (where: string, body: unknown, more = {}) => {
    const reply = await asOwner.ask('POST', `${path}${where}`, body, more);
    invariant(reply.status === 201 || reply.status === 200, `${where}: ${reply.text}`);
    return reply;
  };
  const records = new Map<string, Map<AccessClass, string>>();
  for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
    const byClass = new Map<AccessClass, string>();
    for (const recordClass of ACCESS_CLASSES) {
      const body = collection === 'claims' ? claimOf(slug, recordClass) : bodyOf(slug, collection, recordClass);
      byClass.set(recordClass, (await must(`/${collection}`, body)).id);
    }
    records.set(collection, byClass);
  }
  const [latest] = (await asOwner.ask('GET', `${path}/changes?limit=200`)).body['items'] as { id: string }[];
  invariant(latest, 'a workspace that was filled has changes');
  const view = {
    name: 'A view',
    collection: 'alliances',
    definition: { columns: ['name'], filters: [], sort: 'entered', group: null, q: null },
  };
  const field = { kind: 'alliance', key: 'priority', as: 'line', labels: { en: 'Priority' } };
  const invited = (await must('/invitations', { email: 'somebody@example.org', role: 'reader' })).body[
    'invitation'
  ] as { id: string };
  const guest = (await must('/guest-invitations', { email: 'guest@example.org', partner: 'parent' })).body[
    'invitation'
  ] as { id: string };
  const published = await must('/publications', {
    alliance: 'alliance',
    title: 'A publication',
    selection: [{ kind: 'alliance', fields: ['name'] }],
    to: [{ partner: 'venture' }],
    until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  });
  const proposed = await proposals(slug, asOwner, path);
  const reviewed = await must('/reviews', { alliance: 'alliance', date: '2015-06-30' });
  await begunLifecycles(slug, asOwner, path, records);
  const papers = await writtenPapers(slug, asOwner, path, records);
  const kept = await must('/candidate-moves', {
    firm: { organisation: 'parent' },
    move: { partner: { name: 'Somebody' }, form: 'licence', start: '2030' },
  });
  const others = new Map([
    ['candidate-moves', kept.id],
    ['releases', proposed],
    ['reviews', reviewed.id],
    ['changes', latest.id],
    ['views', (await must('/views', view)).id],
    ['custom-fields', (await must('/custom-fields', field)).id],
    ['domain-terms', (await must('/domain-terms', { dimension: 'region', term: 'a-region' })).id],
    ['invitations', invited.id],
    ['imports', randomUUID()],
    ['import-mappings', randomUUID()],
    ['api-keys', randomUUID()],
    ['sign-on-providers', randomUUID()],
    ['guests', randomUUID()],
    ['guest-invitations', guest.id],
    ['publications', published.id],
    [
      'members',
      ((await asOwner.ask('GET', `${path}/members`)).body['items'] as { person: { id: string } }[])[0]?.person.id ?? '',
    ],
  ]);
  const id = String((await asOwner.ask('GET', path)).body['id']);
  const neverPaper = await plantReadableNeverPaper(server.database.superuser, {
    workspaceId: id,
    allianceId: records.get('alliances')?.get('INTERNAL') ?? '',
    text: `A ${canaryOf(slug, 'NEVER')}-paper`,
  });
  return { slug, id, records, others, papers, neverPaper };
}
