import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { Novelty } from '@entente/core/portfolio';
import { type MouseEvent, useState } from 'react';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { dateWords } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { hasCome } from '../../../../lib/reading.ts';
import { downloadText } from '../download.ts';
import { Inspectable } from '../inspectable.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { AllianceLink, SourcePlaces } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import { filtersFor, isShown, type MoveFilter, type MoveRow, moveRows } from './move-rows.ts';
import { movesCsv } from './moves-csv.ts';
import classes from './moves-section.module.css';

/** Every dated change of the portfolio's alliances, typed by what it brought. */
export function MovesSection() {
  const { t, i18n } = useLingui();
  const { answer, firm, day, asOf } = usePortfolioView();
  const [filter, setFilter] = useState<MoveFilter>('all');
  const rows = moveRows(answer.report);
  const filters = filtersFor(rows);
  const chosen = filters.some((each) => each.filter === filter) ? filter : 'all';
  const columns = useColumns();
  const save = (): void => downloadText(`${firm}-moves.csv`, 'text/csv', movesCsv(answer.report, answer.names));
  const action = (
    <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={save}>
      <Trans>Save as CSV</Trans>
    </Button>
  );
  const later = (row: MoveRow): string | null => {
    if (hasCome(row.date, day)) return null;
    const date = dateWords(asOf ?? day, i18n);
    return t`after ${date}`;
  };
  return (
    <Section id="moves" title={<Trans>Moves</Trans>} count={rows.length} action={action}>
      <FilterChips filters={filters} chosen={chosen} onChange={setFilter} />
      {/* The first cell of each row is its button; a click elsewhere in the row is a click on that. */}
      <div className={classes.rows} onClick={openRow}>
        <DataTable
          caption={t`Moves`}
          columns={columns}
          rows={rows.filter((row) => isShown(row, chosen))}
          rowKey={(row) => row.id}
          setBack={later}
          filtered
        />
      </div>
    </Section>
  );
}

function openRow(event: MouseEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('a,button,input') !== null) return;
  event.target.closest('tbody tr')?.querySelector('button')?.click();
}

function useColumns(): Column<MoveRow>[] {
  const { t, i18n } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { organisations, alliances } = answer.names;
  const withNovelty = (novelty: Novelty | null, what: string): string | null => {
    if (novelty === null) return what || null;
    const word = words.novelty(novelty);
    return what === '' ? word : t`${word}: ${what}`;
  };
  return [
    {
      id: 'date',
      header: t`Date`,
      value: (row) => row.date,
      cell: (row) => <Inspectable id={row.id}>{dateWords(row.date, i18n)}</Inspectable>,
    },
    {
      id: 'alliance',
      header: t`Alliance`,
      value: (row) => alliances[row.alliance] ?? row.alliance,
      cell: (row) => <AllianceLink slug={row.alliance} />,
    },
    { id: 'kind', header: t`Move`, term: true, value: (row) => words.moveKind(row.kind) },
    {
      id: 'partners',
      header: t`Partners`,
      value: (row) => withNovelty(row.partner, words.listed(row.partners.map((slug) => organisations[slug] ?? slug))),
    },
    {
      id: 'resources',
      header: t`Resources`,
      value: (row) => withNovelty(row.resource, words.listed(row.resources.map(words.resource))),
    },
    {
      id: 'type',
      header: t`Type`,
      term: true,
      value: (row) =>
        row.founding ? t`founds the portfolio` : row.type === null ? t`not typed` : words.typeName(row.type),
      cell: (row) => <TypeMark row={row} />,
    },
    {
      id: 'sources',
      header: t`Sources`,
      value: (row) => row.evidence.map(({ source, place }) => `${source} ${place}`).join('; '),
      cell: (row) => <SourcePlaces evidence={row.evidence} />,
    },
  ];
}

function TypeMark({ row }: { readonly row: MoveRow }) {
  const words = usePortfolioWords();
  if (row.founding) {
    return (
      <span className={classes.founding}>
        <Trans>founds the portfolio</Trans>
      </span>
    );
  }
  if (row.type === null) {
    return (
      <span className={classes.untyped}>
        <Trans>not typed</Trans>
      </span>
    );
  }
  return <span>{words.typeName(row.type)}</span>;
}

type ChipsProps = {
  readonly filters: readonly { readonly filter: MoveFilter; readonly count: number }[];
  readonly chosen: MoveFilter;
  readonly onChange: (filter: MoveFilter) => void;
};

function FilterChips({ filters, chosen, onChange }: ChipsProps) {
  const { t } = useLingui();
  const words = usePortfolioWords();
  const name = (filter: MoveFilter): string => {
    if (filter === 'all') return t`all`;
    if (filter === 'founding') return t`founding`;
    return filter === 'untyped' ? t`not typed` : words.typeName(filter);
  };
  if (filters.length <= 2) return null;
  return (
    <Group gap={6} mb="xs" role="group" aria-label={t`Show moves of one type`}>
      {filters.map(({ filter, count }) => (
        <Button
          key={filter}
          size="compact-xs"
          fw={400}
          variant={filter === chosen ? 'light' : 'default'}
          aria-pressed={filter === chosen}
          onClick={() => onChange(filter)}
        >
          {name(filter)} {count}
        </Button>
      ))}
    </Group>
  );
}
