import { type AllianceLifecycleAnswer, lifecycleRoutes, type LifecycleStepCreation } from '@entente/contract/lifecycle';
import type { Role } from '@entente/core/accounts';
import { SEVEN_STAGES } from '@entente/core/lifecycle';
import type { RawBuilder } from 'kysely';
import { expect } from 'vitest';
import { auditRoom } from '../audit/audit.routes.ts';
import { enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { dossierRoom } from '../dossier/papers.routes.ts';
import { inWorkspace } from '../platform/database.ts';
import { registerRoom } from '../register/register.routes.ts';
import type { Reply } from '../register/test-app.ts';
import { testServer } from '../register/test-server.ts';
import { lifecycleRoom } from './lifecycle.routes.ts';

/* A firm with its people, and alliances whose development is told step by step. */

export type Asked = Partial<LifecycleStepCreation> & { readonly kind: string };

export const BEGUN = { kind: 'begun', on: '2003-10-01', stage: 'strategy-formation', earlier: 'skipped' } as const;
export const CRITERIA: readonly string[] = SEVEN_STAGES.stages[0]?.exitCriteria.map(({ key }) => key) ?? [];
export const judged = (criterion: string, more: Record<string, unknown> = {}): Asked => ({
  kind: 'judged',
  on: '2003-11-01',
  stage: 'strategy-formation',
  criterion,
  verdict: 'met',
  evidence: 'Minutes of the board',
  ...more,
});
export const MET = CRITERIA.map((key) => judged(key));
export const waivedStage = (stage: string, more: Record<string, unknown> = {}): Asked => ({
  kind: 'waived',
  on: '2003-11-01',
  stage,
  criterion: null,
  reason: 'Met at a fair',
  until: '2005-01-01',
  ...more,
});
export const named = (...who: readonly TestPerson[]): Asked => ({
  kind: 'approvers-named',
  on: '2003-11-02',
  stage: 'strategy-formation',
  approvers: who.map(({ id }) => id),
});
export const word = (verdict: 'approved' | 'refused'): Asked => ({
  kind: 'gate-judged',
  on: '2003-11-03',
  stage: 'strategy-formation',
  verdict,
});
export const advanced = (stage: string, on = '2003-12-01'): Asked => ({ kind: 'advanced', on, stage });

const lifecycleIn = (body: unknown): AllianceLifecycleAnswer => lifecycleRoutes.get.answer.parse(body);
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The API on a database of its own, with a firm and its people. */
export async function testFirm() {
  const server = await testServer([registerRoom, lifecycleRoom, dossierRoom, auditRoom], identifyByHeader);
  const { app, superuser } = server.database;
  const owner = await person(server.database, 'Owner');
  const stranger = await person(server.database, 'Stranger');
  const made = await server.ask('POST', '/workspaces', { name: 'Firm', slug: 'firm' }, owner.headers);
  const workspaceId = String(made.body['id']);

  async function member(name: string, role: Role): Promise<TestPerson> {
    const one = await person(server.database, name);
    await enrol(server.database, workspaceId, one.id, role);
    return one;
  }
  const manager = await member('Manager', 'manager');
  const mei = await member('Mei', 'contributor');
  const reader = await member('Reader', 'reader');

  const ask = (who: TestPerson, method: Method, path: string, body?: unknown, version?: number): Promise<Reply> =>
    server.ask(method, `/workspaces/firm${path}`, body, {
      ...who.headers,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    });
  /** Past the API: a statement as somebody of the workspace. */
  const as = <T>(who: { readonly id: string }, statement: RawBuilder<T>) =>
    inWorkspace(app, { workspaceId, actorId: who.id }, (transaction) => statement.execute(transaction));

  let count = 0;
  async function alliance(more: Record<string, unknown> = {}, who: TestPerson = manager): Promise<string> {
    count += 1;
    const name = `Alliance ${count}`;
    const reply = await ask(who, 'POST', '/alliances', { name, start: '2003', end: '..', ...more });
    if (reply.status !== 201) throw new Error(reply.text);
    return String(reply.body['slug']);
  }
  const idOf = async (slug: string): Promise<string> =>
    String((await ask(owner, 'GET', `/alliances/${slug}`)).body['id']);

  const read = async (who: TestPerson, slug: string, query = ''): Promise<AllianceLifecycleAnswer> =>
    lifecycleIn((await ask(who, 'GET', `/alliances/${slug}/lifecycle${query}`)).body);
  const post = (who: TestPerson, slug: string, step: Asked, version: number): Promise<Reply> =>
    ask(who, 'POST', `/alliances/${slug}/lifecycle/steps`, step, version);

  /** Takes steps one after another as the manager, on from where the alliance stands. */
  async function take(slug: string, ...steps: readonly Asked[]): Promise<AllianceLifecycleAnswer> {
    let now = await read(manager, slug);
    for (const step of steps) {
      const reply = await post(manager, slug, step, now.version);
      if (reply.status !== 201) throw new Error(reply.text);
      now = lifecycleIn(reply.body);
    }
    return now;
  }

  /** What becomes of the next step: its status and code. A step that is refused leaves nothing. */
  async function outcome(slug: string, step: Asked, who: TestPerson = manager): Promise<readonly unknown[]> {
    const { version } = await read(manager, slug);
    const reply = await post(who, slug, step, version);
    expect((await read(manager, slug)).version).toBe(version + (reply.status === 201 ? 1 : 0));
    return [reply.status, reply.body['code']];
  }

  const people = { owner, manager, mei, reader, stranger };
  return { server, superuser, workspaceId, people, member, ask, as, alliance, idOf, read, post, take, outcome };
}
