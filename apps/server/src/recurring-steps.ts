import { chainActs } from './audit/sign-in-acts.commands.ts';
import { ensureAuditKey } from './audit/audit-key.ts';
import { signHeads } from './audit/heads.commands.ts';
import type { RoomContext } from './platform/http.ts';
import type { Recurring } from './platform/recurring.ts';
import { sendNotices } from './sharing/notices.commands.ts';
import { findWaitingActs } from './sign-in/acts.store.ts';
import type { Post } from './sign-in/post.ts';
import { ownOrigin } from './sign-in/sign-in.ts';

type Context = Pick<RoomContext, 'databases' | 'configuration'> & {
  readonly post: Post;
  readonly report: (line: string) => void;
};

/** What a room does from time to time while the server runs. */
export type RecurringStep = Recurring<Context>;

/** In order; each is done at the start, and again after its time. */
export const recurringSteps: readonly RecurringStep[] = [
  {
    name: 'Putting sign-ins into the audit',
    everyMinutes: () => 1,
    run: async ({ databases }) => {
      for (const whose of await findWaitingActs(databases.auth)) await chainActs(databases.app, whose);
    },
    atStop: false,
  },
  {
    name: 'Signing the heads of audits',
    everyMinutes: ({ configuration }) => configuration.auditHeadMinutes,
    run: ({ databases, configuration }) => signHeads(databases.app, () => ensureAuditKey(configuration), new Date()),
    atStop: true,
  },
  {
    name: 'Sending notices',
    everyMinutes: () => 0.25,
    run: async ({ databases, configuration, post, report }) => {
      if (!post.sends) return;
      await sendNotices({ database: databases.app, origin: ownOrigin(configuration), send: post.send, report });
    },
    atStop: false,
  },
];
