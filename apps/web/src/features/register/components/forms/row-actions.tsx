import type { SubjectKind } from '@entente/core/kernel';
import { recordField } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { Column } from '../../../../ui/data-table.tsx';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import { calledOf } from '../../api/record-queries.ts';
import { useEditing } from './editing-context.ts';
import { type Additions, givenFor } from './additions.ts';
import classes from './forms.module.css';
import type { AnyRecord, FormValues } from './form-values.ts';

type Able = AnyRecord & { readonly abilities: { readonly change: boolean; readonly remove: boolean } };

/** Whether a record can come to an end, and has none yet. */
function isOpen(kind: SubjectKind, record: AnyRecord): boolean {
  const end = recordField(kind, 'end') ?? recordField(kind, 'to');
  return end !== null && record[end.name] === '..';
}

/** Kinds whose names lead to pages of their own design. */
const OWN_PAGES: readonly SubjectKind[] = ['alliance', 'organisation', 'source'];

const addressed = ({ id, slug }: AnyRecord): string => (typeof slug === 'string' ? slug : id);

type ActionsProps = {
  readonly kind: SubjectKind;
  readonly record: Able;
  /** In a table the rows speak first: the actions come forward under the pointer or the focus. */
  readonly inRow?: boolean;
};

/** Edit, end and remove, as far as the reader may. */
export function RecordActions({ kind, record, inRow = false }: ActionsProps) {
  const { t } = useLingui();
  const editing = useEditing();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const params: { readonly record?: string } = useParams({ strict: false });
  const { change, remove } = record.abilities;
  if (!editing || !(change || remove)) return null;
  const name = calledOf(record);
  const open = (): void =>
    void navigate({
      to: '/w/$workspace/$collection/$record',
      params: { workspace, collection: COLLECTION_OF[kind], record: addressed(record) },
    });
  const ends = change && isOpen(kind, record);
  const opens = !OWN_PAGES.includes(kind) && params.record !== addressed(record);
  return (
    <Group gap={4} wrap="nowrap">
      {change && (
        <Button
          size="compact-sm"
          variant="default"
          {...(inRow ? { className: classes.rowAction } : {})}
          onClick={() => editing.edit(kind, record)}
          aria-label={t`Edit: ${name}`}
        >
          <Trans>Edit</Trans>
        </Button>
      )}
      {(ends || remove || opens) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t`More: ${name}`}>
              <span aria-hidden="true">⋯</span>
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {opens && (
              <Menu.Item onClick={open}>
                <Trans>Open its page</Trans>
              </Menu.Item>
            )}
            {ends && (
              <Menu.Item onClick={() => editing.end(kind, record)}>
                <Trans>End…</Trans>
              </Menu.Item>
            )}
            {remove && (
              <Menu.Item onClick={() => editing.remove(kind, record)}>
                <Trans>Remove</Trans>
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

/** The column in which each row of a table has its actions; none where a page only shows. */
export function useActionColumn<R extends Able>(kind: SubjectKind): readonly Column<R>[] {
  const { t } = useLingui();
  const editing = useEditing();
  if (!editing) return [];
  return [
    {
      id: 'actions',
      header: t`Action`,
      value: () => null,
      cell: (row) => <RecordActions kind={kind} record={row} inRow />,
    },
  ];
}

type AddProps = {
  readonly kind: SubjectKind;
  readonly additions: Additions;
  /** What it begins with here, where that is not what the page says. */
  readonly given?: FormValues;
};

/** Adds a record to a part of the page. */
export function AddButton({ kind, additions, given }: AddProps) {
  const { t } = useLingui();
  const words = useWords();
  const editing = useEditing();
  if (!editing) return null;
  const what = words.term('subjects', kind);
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => editing.add(kind, given ?? givenFor(additions, kind))}
      aria-label={t`Add: ${what}`}
    >
      <Trans>Add</Trans>
    </Button>
  );
}
