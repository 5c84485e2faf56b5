import { Trans, useLingui } from '@lingui/react/macro';
import type { SubjectKind } from '@entente/core/kernel';
import { Button, Group, Menu } from '@mantine/core';
import { useWords } from '../../../../lib/use-words.ts';
import type { Additions } from './additions.ts';
import { useEditing } from './editing-context.ts';
import { RecordActions } from './row-actions.tsx';

type Props = Parameters<typeof RecordActions>[0] & { readonly additions: Additions };

/** At the head of a record's page: what can be done with it, and what can be added to it. */
export function PageActions({ kind, record, additions }: Props) {
  return (
    <Group gap="xs" my="xs">
      <RecordActions kind={kind} record={record} />
      {record.abilities.change && <AddMenu additions={additions} />}
    </Group>
  );
}

function AddMenu({ additions }: { readonly additions: Additions }) {
  const { t } = useLingui();
  const words = useWords();
  const editing = useEditing();
  if (!editing || additions.length === 0) return null;
  const named = (kind: SubjectKind): string => words.term('subjects', kind);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" aria-label={t`Add to this page`}>
          <Trans>Add…</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {additions.map(([kind, given]) => (
          <Menu.Item key={kind} onClick={() => editing.add(kind, given)}>
            {named(kind)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
