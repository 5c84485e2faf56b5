import { batchRoutes, changeRoutes, recordPageRoutes, type StakeAnswer } from '@entente/contract/register';
import type { UnwindingWrite } from '@entente/core/lifecycle';
import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../lib/client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;

/** The members and stakes of an alliance as the register has them. */
export const ventureStakesQuery = (workspace: string, slug: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'venture stakes', slug],
    queryFn: ({ signal }) =>
      read(pathOf(workspace, `/alliances/${encodeURIComponent(slug)}/record`), {
        answer: recordPageRoutes.alliance.answer,
        signal,
      }),
    select: ({ stakes, members }) => ({ stakes, members }),
  });

export type Unwinding = {
  readonly workspace: string;
  /** The stake that ends, of which the register tells whose shares it is of. */
  readonly stake: StakeAnswer;
  readonly writes: readonly UnwindingWrite[];
  readonly reason: string;
};

/** Writes to the register that a stake ended and who has it now, as one change. @throws RequestFailure */
export const unwindStake = ({ workspace, stake, writes, reason }: Unwinding) =>
  write(pathOf(workspace, '/changes'), {
    method: 'POST',
    idempotencyKey: crypto.randomUUID(),
    answer: batchRoutes.apply.answer,
    body: {
      changes: writes.map((each) =>
        each.act === 'end'
          ? { collection: 'stakes', record: each.stake, version: each.version, change: { to: each.to } }
          : {
              collection: 'stakes',
              create: {
                alliance: stake.alliance?.id ?? null,
                issuer: stake.issuer.id,
                holder: each.holder,
                share: each.share,
                ...(each.votingShare === null ? {} : { votingShare: each.votingShare }),
                from: each.from,
                to: '..',
              },
            },
      ),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    },
  });

/** Takes back what was written of a stake. @throws RequestFailure */
export const restoreStake = (workspace: string, change: string) =>
  write(pathOf(workspace, `/changes/${change}/undo`), {
    method: 'POST',
    body: {},
    idempotencyKey: crypto.randomUUID(),
    answer: changeRoutes.undo.answer,
  });
