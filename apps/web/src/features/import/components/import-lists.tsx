import type { ImportSummaryAnswer } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { changeQuery } from '../api/import-queries.ts';
import { useImportActions } from './use-import-actions.ts';

type Props = { readonly imports: readonly ImportSummaryAnswer[] };

/** Imports that wait for their reader, and those that are in the register. */
export function ImportLists({ imports }: Props) {
  const { t } = useLingui();
  const underWay = imports.filter(({ status }) => status !== 'committed');
  const done = imports.filter(({ status }) => status === 'committed');
  return (
    <>
      {underWay.length > 0 && (
        <Section id="under-way" title={<Trans>Under way</Trans>} count={underWay.length}>
          <ImportTable caption={t`Imports under way`} imports={underWay} state={(one) => <Waiting one={one} />}>
            {(one) => <UnderWayActions one={one} />}
          </ImportTable>
        </Section>
      )}
      {done.length > 0 && (
        <Section id="done" title={<Trans>Imported</Trans>} count={done.length}>
          <ImportTable caption={t`Imported tables`} imports={done} state={(one) => <Done one={one} />}>
            {(one) => <DoneActions one={one} />}
          </ImportTable>
        </Section>
      )}
    </>
  );
}

type TableProps = {
  readonly caption: string;
  readonly imports: readonly ImportSummaryAnswer[];
  readonly state: (one: ImportSummaryAnswer) => React.ReactNode;
  readonly children: (one: ImportSummaryAnswer) => React.ReactNode;
};

function ImportTable({ caption, imports, state, children }: TableProps) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const when = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeStyle: 'short' });
  const columns: Column<ImportSummaryAnswer>[] = [
    {
      id: 'name',
      header: t`Table`,
      value: ({ name }) => name,
      cell: ({ id, name }) => (
        <Link to="/w/$workspace/import/$id" params={{ workspace, id }}>
          {name}
        </Link>
      ),
    },
    {
      id: 'rows',
      header: t`Rows`,
      numeric: true,
      value: ({ rowCount }) => rowCount,
      cell: ({ rowCount }) => words.count(rowCount),
    },
    {
      id: 'at',
      header: t`Brought in`,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <time dateTime={createdAt}>{when.format(new Date(createdAt))}</time>,
    },
    { id: 'state', header: t`State`, value: ({ status }) => status, cell: state },
    { id: 'actions', header: t`Actions`, value: () => null, cell: children },
  ];
  return <DataTable caption={caption} columns={columns} rows={imports} rowKey={({ id }) => id} />;
}

function Waiting({ one }: { readonly one: ImportSummaryAnswer }) {
  const open = one.problemTotal + one.openQuestions + one.openMatches;
  if (one.status === 'ready') return <Trans>Ready to import</Trans>;
  return <Plural value={open} one="# thing to settle" other="# things to settle" />;
}

function UnderWayActions({ one }: { readonly one: ImportSummaryAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { discard } = useImportActions(workspace);
  const { name } = one;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t`Continue`}: ${name}`}
        renderRoot={(props) => <Link {...props} to="/w/$workspace/import/$id" params={{ workspace, id: one.id }} />}
      >
        <Trans>Continue</Trans>
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={`${t`Discard`}: ${name}`}
        loading={discard.isPending}
        onClick={() => discard.mutate(one)}
      >
        <Trans>Discard</Trans>
      </Button>
    </Group>
  );
}

function Done({ one }: { readonly one: ImportSummaryAnswer }) {
  const { data } = useQuery({ ...changeQuery(useWorkspace(), one.change ?? ''), enabled: one.change !== null });
  if (one.change === null) return <Trans>Changed nothing</Trans>;
  return data?.undoneBy ? <Trans>Imported, then undone</Trans> : <Trans>In the register</Trans>;
}

function DoneActions({ one }: { readonly one: ImportSummaryAnswer }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const { undo } = useImportActions(workspace);
  const { change, name: what } = one;
  const { data } = useQuery({ ...changeQuery(workspace, change ?? ''), enabled: change !== null });
  if (change === null) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t`What it changed`}: ${what}`}
        renderRoot={(props) => <Link {...props} to="/w/$workspace/history/$change" params={{ workspace, change }} />}
      >
        <Trans>What it changed</Trans>
      </Button>
      {data?.abilities.undo && data.undoneBy === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t`Undo: ${what}`}
          loading={undo.isPending}
          onClick={() => undo.mutate(change)}
        >
          <Trans>Undo</Trans>
        </Button>
      )}
    </Group>
  );
}
