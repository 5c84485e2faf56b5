import { ROUTES } from '@entente/contract/openapi';
import type { Route } from '@entente/contract/problem';
import type { AccessClass } from '@entente/core/accounts';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { addressOf, type Relation, relationsOf } from './authorisation-matrix.ts';
import { Turns } from '../register/export-turns.ts';
import { openTable } from '../register/tables.commands.ts';
import { unpacked } from '../register/test-table-files.ts';
import type { Persona } from './matrix-personas.ts';
import { openMatrixWorld } from './matrix-setting.ts';
import { canaryOf } from './matrix-world.ts';
import { enrol, person } from './test-people.store.ts';

const world = await openMatrixWorld();
afterAll(world.close);
const { ours, server } = world;
const { superuser } = server.database;

const CANARY = canaryOf('ours', 'CLEAN');
const own = await person(server.database, 'Owner of the clean team');
await enrol(server.database, ours.id, own.id, 'owner', { cleanTeam: true });
const owner: Persona = {
  name: 'owner of the clean team',
  headers: own.headers,
  actor: { kind: 'person', personId: own.id, memberships: [], scopes: null, only: null },
  classes: new Map(),
};
const reader = world.personas.find(({ name }) => name === 'reader of the clean team');
if (reader === undefined) throw new Error('the personas are there');

/** An import whose table names an organisation of the class CLEAN. */
const pasted = await server.ask(
  'POST',
  `/workspaces/${ours.id}/imports`,
  { name: 'a.csv', text: `organisation,country\nA ${CANARY}-organisation,JP\n` },
  { ...owner.headers, 'idempotency-key': 'import' },
);
/** The change that made an organisation of the class CLEAN. */
const { rows: made } = await sql<{ id: string }>`
  select change_set_id as id from app.change where workspace_id = ${ours.id} and table_name = 'organisation' and class = 'CLEAN'
  limit 1`.execute(superuser);
const others = new Map([...ours.others, ['imports', pasted.id], ['changes', made[0]?.id ?? '']]);
const asked = { ...world, ours: { ...ours, others } };

const cleanIds = new Set(
  [...ours.records].flatMap(([collection, byClass]) => (collection === 'claims' ? [] : [byClass.get('CLEAN') ?? ''])),
);

/** Operations that read; those that are no GET take a body and change nothing. */
const READS = ROUTES.filter(({ method, permission }) => method === 'get' || permission.endsWith('.read')).filter(
  ({ path }) => path.includes('{workspace}'),
);

/** Operations of which no answer tells a record of the class CLEAN, each with the reason. */
const TELLS_NONE: Readonly<Record<string, string>> = {
  getWorkspace: 'no records',
  listMembers: 'people and roles',
  changeMember: 'people and roles',
  listInvitations: 'people and roles',
  listGuestInvitations: 'partners, who are of no such class',
  listGuests: 'partners, who are of no such class',
  listApiKeys: 'keys',
  getCalendarFeed: 'whether there is a feed',
  listSignOnProviders: 'providers',
  listCustomFields: 'fields, no values',
  listDomainTerms: 'a classification, no records',
  listViews: 'filters, as somebody wrote them',
  createView: 'filters, as somebody wrote them',
  changeView: 'filters, as somebody wrote them',
  removeView: 'filters, as somebody wrote them',
  listImports: 'names of files',
  listImportRows: 'what the file says',
  getImportProgress: 'counts',
  listImportMappings: 'headings of files',
  listPublications: 'nothing of the class is published',
  getPublication: 'nothing of the class is published',
  seePublicationAs: 'nothing of the class is published',
  getCleanTeam: 'people and the rule',
  listReleases: 'aggregates; what is behind them is asked for by itself',
  getRelease: 'an aggregate; what is behind it is asked for by itself',
  exportPaper: 'a choice of partners, which nobody but those who read NEVER can take away, and none is in this world',
  getLifecycleTemplate: 'stages and words, no records',
  listAuditEntries: 'entries, not records',
  signAuditHead: 'a digest',
  verifyAudit: 'a verdict',
};
/** The records that entries of the audit name since the last time of asking. */
let seen = 0;
type Entry = { readonly operation: string; readonly actor: string; readonly records: readonly string[] };
async function entriesSince(): Promise<readonly Entry[]> {
  const { rows } = await sql<{ sequence: string; content: string }>`
    select sequence, content from app.audit_entry
    where workspace_id = ${ours.id} and action = 'clean-read' and sequence > ${seen} order by sequence`.execute(
    superuser,
  );
  seen = Math.max(seen, ...rows.map(({ sequence }) => Number(sequence)));
  return rows.map(({ content }) => JSON.parse(content) as Entry);
}

/** The records of the class CLEAN of which an answer tells: by the word that each of them holds, or by their ids. */
const toldIn = (answer: string): readonly string[] =>
  [...ours.records].flatMap(([collection, byClass]) => {
    const id = byClass.get('CLEAN') ?? '';
    return answer.includes(`${CANARY}-${collection}`) || answer.includes(id)
      ? [id].filter((one) => cleanIds.has(one))
      : [];
  });

/** An answer as text; the sheets of a workbook unpacked. */
async function answerTo(route: Route, relation: Relation, persona: Persona): Promise<string> {
  const segment = /\{workspace\}\/([\w-]+)/.exec(route.path)?.[1] ?? '';
  const records = ['CLEAN', 'INTERNAL'].map((each) => ours.records.get(segment)?.get(each as AccessClass));
  const move = { partner: { name: 'Somebody' }, form: 'licence', start: '2030' };
  const given = route.id.endsWith('WhatIf') ? { candidates: [move] } : { format: 'csv', language: 'en', records };
  const body = route.method === 'get' ? undefined : given;
  const reply = await server.app.inject({
    method: route.method.toUpperCase() as 'GET',
    url: `/api/v1${addressOf(route, relation, segment)}`,
    headers: {
      host: 'localhost:15500',
      ...persona.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  expect(reply.statusCode).toBeLessThan(500);
  return reply.rawPayload.subarray(0, 2).toString() === 'PK' ? unpacked(reply.rawPayload) : reply.body;
}

type Asking = { readonly route: Route; readonly relation: Relation };
const askings: readonly Asking[] = READS.flatMap((route) =>
  (relationsOf(route, asked) ?? [])
    .filter(({ name }) => name === 'own' || name === 'CLEAN')
    .map((relation) => ({ route, relation })),
);
await entriesSince();

const telling = new Set<string>();

describe('what somebody of the clean team reads of the class CLEAN is in the audit before they have it:', () => {
  test.each(askings.map((one): [string, Asking] => [`${one.route.id}, ${one.relation.name}`, one]))(
    '%s',
    async (_name, { route, relation }) => {
      for (const persona of [owner, reader]) {
        const told = toldIn(await answerTo(route, relation, persona));
        const entries = await entriesSince();
        // One entry an answer, of whoever asked, for what was asked.
        expect(entries.length).toBeLessThanOrEqual(1);
        expect(entries.filter(({ operation }) => operation !== route.id)).toEqual([]);
        const noted = new Set(entries.flatMap(({ records }) => records));
        if (TELLS_NONE[route.id] !== undefined) expect(entries).toEqual([]);
        else expect(told.filter((id) => !noted.has(id))).toEqual([]);
        if (noted.size > 0) telling.add(route.id);
      }
    },
  );

  test('every operation that reads tells of such a record here, or is known to tell of none', () => {
    const unknown = READS.map(({ id }) => id).filter((id) => !telling.has(id) && TELLS_NONE[id] === undefined);
    expect(unknown).toEqual([]);
    expect(Object.keys(TELLS_NONE).filter((id) => !READS.some((route) => route.id === id))).toEqual([]);
  });
});

describe('no entry is made', () => {
  test('for whoever is not of the clean team, and for an answer without such a record', async () => {
    const outsider = world.personas.find(({ name }) => name === 'manager') ?? owner;
    for (const { route, relation } of askings.filter(({ relation: { name } }) => name === 'own'))
      await answerTo(route, relation, outsider);
    await server.ask('GET', `/workspaces/${ours.id}/organisations?limit=1&q=parent`, undefined, owner.headers);
    expect(await entriesSince()).toEqual([]);
  });
});

/** What leaves of a table that is sent while it is read, until it breaks off. */
async function sentOfTable(): Promise<string> {
  const actor = { kind: 'person', personId: own.id, memberships: [], scopes: null, only: null } as const;
  const request = { format: 'csv', language: 'en', headings: 'words', sort: 'entered' } as const;
  const reads = { database: server.database.app, actor, today: '2026-01-01' };
  const file = await openTable(reads, new Turns(1), ours.id, 'organisations', request);
  if (!file.ok) throw new Error('the table is there');
  let sent = '';
  try {
    for await (const chunk of file.value.bytes) sent += String(chunk);
  } catch {
    return sent;
  }
  return sent;
}

describe('an answer does not leave', () => {
  test('when its entry cannot be written', async () => {
    const path = `/workspaces/${ours.id}/organisations/${ours.records.get('organisations')?.get('CLEAN') ?? ''}`;
    await sql`revoke insert on app.clean_reading from entente_app`.execute(superuser);
    const reply = await server.askRaw('GET', path, undefined, owner.headers);
    const sent = await sentOfTable();
    await sql`grant insert on app.clean_reading to entente_app`.execute(superuser);
    expect(reply.status).toBe(500);
    expect(reply.text).not.toContain(CANARY);
    expect(sent).toMatch(/^\uFEFF?.+\r\n$/);
    expect(await sentOfTable()).toContain(CANARY);
    expect((await server.askRaw('GET', path, undefined, owner.headers)).text).toContain(CANARY);
  });
});
