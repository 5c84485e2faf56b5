import type { SourceAnswer } from '@entente/contract/evidence';
import { Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { RecordEditing } from './record-editing.tsx';
import { RecordActions } from './row-actions.tsx';

/** What can be done with a source. The one that stands for what was typed in is kept by itself. */
export function SourceActions({ source }: { readonly source: SourceAnswer }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  if (source.kind === 'entry') return null;
  const onRemoved = (): void => void navigate({ to: '/w/$workspace/sources', params: { workspace } });
  return (
    <RecordEditing near={[]} onRemoved={onRemoved}>
      <Group my="xs">
        <RecordActions kind="source" record={source} />
      </Group>
    </RecordEditing>
  );
}
