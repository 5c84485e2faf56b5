import { PassThrough } from 'node:stream';
import { type AuditKind, auditRoutes, type SignedHead } from '@entente/contract/audit';
import { Outcome } from '@entente/core/kernel';
import type { Room } from '../platform/http.ts';
import { takesMore } from '../platform/sink-demand.ts';
import { type Asked, mounting, sendBody } from '../register/mounting.routes.ts';
import { readWorkspace } from '../register/workspaces.commands.ts';
import { exportAudit, listEntries, signHead, verifyAudit } from './audit.commands.ts';
import { ensureAuditKey } from './audit-key.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';

/** The audit over HTTP, as the contract says it. */
export const auditRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  mount(
    auditRoutes.list,
    (asked) => {
      const { before = null, kind = null, limit } = asked.query as { before?: number; kind?: AuditKind; limit: number };
      return listEntries(asked.caller, workspaceOf(asked), { before, kind, limit });
    },
    sendBody,
  );
  mount(
    auditRoutes.sign,
    (asked) => signHead(asked.caller, workspaceOf(asked), ensureAuditKey(context.configuration), new Date()),
    sendBody,
  );
  mount(
    auditRoutes.verify,
    (asked) => verifyAudit(asked.caller, workspaceOf(asked), (asked.body as { witnesses: SignedHead[] }).witnesses),
    sendBody,
  );
  mount(
    auditRoutes.file,
    async (asked) => {
      const found = await readWorkspace(asked.caller, workspaceOf(asked));
      if (!found.ok) return found;
      const file = new PassThrough();
      exportAudit(asked.caller, workspaceOf(asked), async (line) => {
        if (await takesMore(file)) file.write(`${JSON.stringify(line)}\n`);
        return !file.destroyed;
      }).then(
        () => file.end(),
        (error: unknown) => file.destroy(error instanceof Error ? error : new Error(String(error))),
      );
      return Outcome.of({ name: `audit-${found.value.slug}.jsonl`, file });
    },
    (reply, { name, file }) =>
      reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .serializer((body: unknown) => body as string)
        .send(file),
  );
  return Promise.resolve();
};
