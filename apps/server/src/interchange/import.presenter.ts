import type { ImportAnswer, ImportPlanEntry, ImportSummaryAnswer } from '@entente/contract/register';
import { can } from '@entente/core/accounts';
import type { ImportRow } from './imports.store.ts';
import type { ShownReading } from './reading.presenter.ts';
import type { Workspace } from '../register/workspaces.store.ts';

/** What is kept of a reading with an import: all that is shown, with what a commit would have written then. */
export type KeptReading = ShownReading & { readonly plan: ImportPlanEntry[] };

/** Whether nothing stands in the way of a commit. */
export const isReady = ({ problemTotal, openQuestions, openMatches }: KeptReading): boolean =>
  problemTotal + openQuestions + openMatches === 0;

const statusOf = ({ committed, reading }: ImportRow<KeptReading>): ImportAnswer['status'] =>
  committed ? 'committed' : isReady(reading) ? 'ready' : 'asking';

/** An import as its owner sees it. */
export function presentedImport(row: ImportRow<KeptReading>, { id: workspaceId, viewer }: Workspace): ImportAnswer {
  const { id, version, name, size, change, createdAt, expiresAt, reading, committed } = row;
  const may = can(viewer, 'register.write', { workspaceId });
  return {
    id,
    version,
    name,
    bytes: size,
    status: statusOf(row),
    ...reading,
    change,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    abilities: { change: may && !committed, remove: may },
  };
}

export function presentedSummary(row: ImportRow<KeptReading>): ImportSummaryAnswer {
  const { id, version, name, size, change, createdAt, expiresAt, reading } = row;
  const { layout, rowCount, problemTotal, openQuestions, openMatches } = reading;
  return {
    id,
    version,
    name,
    bytes: size,
    status: statusOf(row),
    layout,
    rowCount,
    problemTotal,
    openQuestions,
    openMatches,
    change,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
