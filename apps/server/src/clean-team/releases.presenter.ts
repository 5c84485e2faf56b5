import type { FigureAnswer, ReleaseAnswer, ReleaseInputAnswer } from '@entente/contract/clean-team';
import { can } from '@entente/core/accounts';
import type { Workspace } from '../register/workspaces.store.ts';
import type { FigureRow } from './figures.store.ts';
import type { InputRow, ReleaseRow } from './releases.store.ts';

const personOf = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name });

/** Whether the viewer does the work of the clean team. */
export const worksInTeam = ({ id: workspaceId, viewer }: Workspace): boolean =>
  can(viewer, 'releases.write', { workspaceId });

/** What a statistic is in: a share is a percentage, whatever its figures are in, and a count is of records. */
export const unitOf = ({ statistic, unit }: Pick<ReleaseRow, 'statistic' | 'unit'>): string | null =>
  statistic === 'share' ? '%' : statistic === 'count' ? null : unit;

export function releaseAnswer(row: ReleaseRow, workspace: Workspace): ReleaseAnswer {
  const { kind, field, threshold, largestPercent, state } = row;
  const works = worksInTeam(workspace);
  const isOpen = works && state === 'proposed';
  return {
    id: row.id,
    state,
    title: row.title,
    purpose: row.purpose,
    of: `${kind}.${field}` as ReleaseAnswer['of'],
    statistic: row.statistic,
    value: row.value,
    valueTo: row.valueTo,
    unit: unitOf(row),
    quantity: row.quantity,
    records: row.records,
    contributors: row.contributors,
    unknown: row.unknown,
    rule: { threshold, largestPercent },
    proposedBy: { id: row.proposedBy, name: row.proposedByName },
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: personOf(row.decidedBy, row.decidedByName),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    withdrawnBy: personOf(row.withdrawnBy, row.withdrawnByName),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    reason: row.reason,
    abilities: {
      approve: isOpen && row.proposedBy !== workspace.viewer.personId,
      refuse: isOpen,
      withdraw: works && state === 'released',
      inputs: works,
    },
  };
}

export const inputAnswer = (row: InputRow): ReleaseInputAnswer => ({
  record: row.record,
  organisation: { id: row.organisationId, name: row.organisationName },
  contributor: row.contributor,
  label: row.label,
  value: row.value,
  isPart: row.isPart,
});

/** A figure that may enter an aggregate; one without an organisation behind it may not. */
export function figureAnswers(row: FigureRow, contributors: ReadonlyMap<string, string>): readonly FigureAnswer[] {
  const { organisationId, organisationName, ...rest } = row;
  if (organisationId === null) return [];
  const contributor = contributors.get(organisationId) ?? organisationId;
  return [{ ...rest, organisation: { id: organisationId, name: organisationName }, contributor }];
}
