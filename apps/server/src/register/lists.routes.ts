import { type CollectionName, COLLECTIONS } from '@entente/contract/register';
import type { FastifyReply } from 'fastify';
import { Turns } from './export-turns.ts';
import { ListCounts } from './list-counts.ts';
import { listRecords, type ListRequest, type Versioned } from './lists.commands.ts';
import type { Asked, Mount } from './mounting.routes.ts';
import { summariseRecords, type SummaryRequest } from './summary.commands.ts';
import { openTable, type TableFile, type TableRequest } from './tables.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';

/** The workspace's version goes with every list, so that whoever reads window by window sees that it changed. */
const sendVersioned = (reply: FastifyReply, { version, body }: Versioned<unknown>): FastifyReply =>
  reply.header('entente-version', version).send(body);

const sendFile = (reply: FastifyReply, { version, name, type, bytes }: TableFile): FastifyReply =>
  reply
    .header('entente-version', version)
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(bytes);

/** Files that are written at once; each holds a connection to the database. */
const MOST_FILES_AT_ONCE = 3;

/** Lists of every kind of record, what they come to, and the same as files. */
export function mountLists(mount: Mount): void {
  const counts = new ListCounts();
  const turns = new Turns(MOST_FILES_AT_ONCE);
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
    mount(
      routes.table,
      (asked) => openTable(asked.caller, turns, workspaceOf(asked), name, asked.query as TableRequest),
      sendFile,
    );
    mount(
      routes.chosen,
      (asked) => openTable(asked.caller, turns, workspaceOf(asked), name, asked.body as TableRequest),
      sendFile,
    );
  }
}
