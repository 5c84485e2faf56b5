import type { SourceAnswer } from '@entente/contract/evidence';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { firstDay } from '../../../../lib/reading.ts';
import { useSourceName } from '../../../../lib/source-name.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText } from '../../../../ui/date-text.tsx';

/** The documents that a page's facts stand on, with the number of statements each gives. */
export function SourcesList({
  sources,
  uses,
}: {
  readonly sources: readonly SourceAnswer[];
  readonly uses: ReadonlyMap<string, number>;
}) {
  const { t } = useLingui();
  const words = useWords();
  const { nameOf } = useSourceName();
  const workspace = useWorkspace();
  const columns: Column<SourceAnswer>[] = [
    {
      id: 'title',
      header: t`Source`,
      value: ({ title }) => title,
      cell: ({ key, title }) => (
        <Link to="/w/$workspace/sources/$key" params={{ workspace, key }}>
          {nameOf({ slug: key, name: title })}
        </Link>
      ),
    },
    { id: 'kind', header: t`Kind`, value: ({ kind }) => words.term('sourceKinds', kind) },
    {
      id: 'date',
      header: t`Date`,
      value: ({ date }) => firstDay(date),
      cell: ({ date }) => (date === null ? null : <DateText value={date} />),
    },
    {
      id: 'statements',
      header: t`Statements here`,
      numeric: true,
      value: ({ key }) => uses.get(key) ?? 0,
      cell: ({ key }) => words.count(uses.get(key) ?? 0),
    },
  ];
  return <DataTable caption={t`Sources`} columns={columns} rows={sources} rowKey={({ id }) => id} />;
}
