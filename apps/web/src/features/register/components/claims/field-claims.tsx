import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useEvidence } from '../evidence-context.ts';
import { useEditing } from '../forms/editing-context.ts';
import { ClaimForm } from './claim-form.tsx';
import { claimedField } from './claim-writes.ts';

type Props = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly field: string;
  readonly value: string | null;
};

/** Below what sources say of a field: one more source for the same, or a statement of another. */
export function FieldClaims({ kind, id, field, value }: Props) {
  const editing = useEditing();
  const evidence = useEvidence();
  const [adding, setAdding] = useState<'same' | 'rival' | null>(null);
  if (!editing) return null;
  const claimed = claimedField(kind, field);
  const beside = evidence.on(kind, id, claimed).claims;
  const stated = beside.find((claim) => claim.id === evidence.on(kind, id, claimed).taken)?.value;
  const standing = stated ?? (claimed === 'exists' ? 'true' : value?.trim() || null);
  if (adding !== null) {
    return (
      <ClaimForm
        kind={kind}
        id={id}
        field={claimed}
        value={adding === 'same' ? standing : null}
        beside={beside}
        onDone={() => setAdding(null)}
      />
    );
  }
  return (
    <Group gap="xs" mt="sm">
      {standing !== null && (
        <Button size="compact-sm" variant="default" onClick={() => setAdding('same')}>
          <Trans>Add a source for this</Trans>
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setAdding('rival')}>
        <Trans>Add another statement</Trans>
      </Button>
    </Group>
  );
}
