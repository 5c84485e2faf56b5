import type { ReleaseAnswer, ReleaseProposal } from '@entente/contract/clean-team';
import { auditRoom } from '../audit/audit.routes.ts';
import { dismiss, enrol, identifyByHeader, person, type TestPerson } from '../authorisation/test-people.store.ts';
import { membersRoom } from '../members/members.routes.ts';
import { registerRoom } from '../register/register.routes.ts';
import { type Reply, testServer, type TestServer } from '../register/test-server.ts';
import { cleanTeamRoom } from './clean-team.routes.ts';

type Method = Parameters<TestServer['ask']>[0];

/** A firm before an alliance of rivals: their sales are the clean team's. */
export type CleanWorld = {
  readonly server: TestServer;
  readonly workspaceId: string;
  /** Of the clean team: the owner, who made the workspace, and counsel, who only reads. */
  readonly owner: TestPerson;
  readonly counsel: TestPerson;
  /** A manager who is not in it. */
  readonly manager: TestPerson;
  readonly ask: (as: TestPerson, method: Method, path: string, body?: unknown) => Promise<Reply>;
  /** A firm with its sales, as a record of the clean team; the id of the measure. */
  readonly sales: (firm: string, value: string | null, more?: object) => Promise<string>;
  readonly propose: (as: TestPerson, records: readonly string[], more?: Partial<ReleaseProposal>) => Promise<Reply>;
  readonly approve: (as: TestPerson, release: string) => Promise<Reply>;
  readonly leave: (who: TestPerson) => Promise<void>;
};

export const releaseOf = (reply: Reply): ReleaseAnswer => reply.body as unknown as ReleaseAnswer;
export const codeOf = ({ status, body }: Reply): string => (status < 300 ? 'done' : String(body['code']));

const made = async (reply: Promise<Reply>): Promise<Reply> => {
  const given = await reply;
  if (given.status >= 300) throw new Error(given.text);
  return given;
};

/** A server with the rooms and a workspace. */
export async function cleanWorld(slug = 'firm'): Promise<CleanWorld> {
  const server = await testServer([registerRoom, membersRoom, cleanTeamRoom, auditRoom], identifyByHeader);
  const owner = await person(server.database, 'Owner One');
  const counsel = await person(server.database, 'Counsel Two');
  const manager = await person(server.database, 'Manager Three');
  const { id: workspaceId } = await made(server.ask('POST', '/workspaces', { name: 'Our Firm', slug }, owner.headers));
  await enrol(server.database, workspaceId, counsel.id, 'reader', { cleanTeam: true });
  await enrol(server.database, workspaceId, manager.id, 'manager');
  const ask: CleanWorld['ask'] = (as, method, path, body) =>
    server.ask(method, `/workspaces/${slug}${path}`, body, as.headers);
  return {
    server,
    workspaceId,
    owner,
    counsel,
    manager,
    ask,
    sales: async (firm, value, more = {}) => {
      const there = await ask(owner, 'GET', `/organisations/${firm}`);
      if (there.status === 404) await made(ask(owner, 'POST', '/organisations', { name: `Firm ${firm}`, slug: firm }));
      const measure = {
        of: { kind: 'organisation', id: firm },
        quantity: 'sales',
        unit: 'million JPY',
        date: '2025',
        class: 'CLEAN',
        ...(value === null ? {} : { value }),
        ...more,
      };
      return (await made(ask(owner, 'POST', '/measures', measure))).id;
    },
    propose: (as, records, more = {}) =>
      ask(as, 'POST', '/releases', {
        title: 'Sales of the sector',
        purpose: 'The size of the joint business',
        of: 'measure.value',
        statistic: 'sum',
        records,
        ...more,
      }),
    approve: (as, release) => ask(as, 'POST', `/releases/${release}/approval`),
    leave: (who) => dismiss(server.database, workspaceId, who.id),
  };
}
