import { type CollectionName, COLLECTIONS } from '@entente/contract/register';
import type { FastifyReply } from 'fastify';
import { ListCounts } from './list-counts.ts';
import { listRecords, type ListRequest, type Versioned } from './lists.commands.ts';
import type { Asked, Mount } from './mounting.routes.ts';
import { summariseRecords, type SummaryRequest } from './summary.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';

/** The workspace's version goes with every list, so that whoever reads window by window sees that it changed. */
const sendVersioned = (reply: FastifyReply, { version, body }: Versioned<unknown>): FastifyReply =>
  reply.header('entente-version', version).send(body);

/** Lists of every kind of record. */
export function mountLists(mount: Mount): void {
  const counts = new ListCounts();
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    const { routes } = COLLECTIONS[name];
    mount(
      routes.list,
      (asked) => listRecords(asked.caller, counts, workspaceOf(asked), name, asked.query as ListRequest),
      sendVersioned,
    );
    mount(
      routes.summary,
      (asked) => summariseRecords(asked.caller, workspaceOf(asked), name, asked.query as SummaryRequest),
      sendVersioned,
    );
  }
}
