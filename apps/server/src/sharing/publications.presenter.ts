import type { GrantAnswer, PublicationAnswer } from '@entente/contract/sharing';
import { can } from '@entente/core/accounts';
import type { Workspace } from '../register/workspaces.store.ts';
import type { GrantRow } from './grants.store.ts';
import type { PublicationRow } from './publications.store.ts';

export function grantAnswer(row: GrantRow, { id: workspaceId, viewer }: Workspace): GrantAnswer {
  const { publicationId: _, grantedAt, expiresAt, ...rest } = row;
  const isOver = row.state === 'withdrawn';
  return {
    ...rest,
    grantedAt: grantedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    abilities: {
      change: !isOver && can(viewer, 'sharing.publish', { workspaceId }),
      confirm: row.state === 'suspended' && can(viewer, 'owners.write', { workspaceId }),
    },
  };
}

export function publicationAnswer(
  row: PublicationRow,
  grants: readonly GrantRow[],
  workspace: Workspace,
): PublicationAnswer {
  const { id, title, allianceId, allianceName, selection, number, digest, publishedAt, lastReadAt } = row;
  return {
    id,
    title,
    alliance: { id: allianceId, name: allianceName },
    edition: { number, digest, publishedAt: publishedAt.toISOString() },
    selection: selection.map(({ kind, fields }) => ({ kind, fields: [...fields] })),
    grants: grants.filter(({ publicationId }) => publicationId === id).map((grant) => grantAnswer(grant, workspace)),
    lastReadAt: lastReadAt?.toISOString() ?? null,
    abilities: { publish: can(workspace.viewer, 'sharing.publish', { workspaceId: workspace.id }) },
  };
}
