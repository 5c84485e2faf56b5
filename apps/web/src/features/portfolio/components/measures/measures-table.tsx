import { useLingui } from '@lingui/react/macro';
import type { MeasuresAnswer } from '@entente/contract/portfolio';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { MEASURE_GROUPS, type MeasureGroup } from './measure-groups.ts';
import { MeasureValue } from './measure-value.tsx';
import { useMeasureWords } from './measure-words.ts';
import { inspectedId } from './measures-view.ts';
import classes from './measures.module.css';

type Year = MeasuresAnswer['years'][number];
type Props = { readonly group: MeasureGroup; readonly answer: MeasuresAnswer; readonly year: number };

/** The years of one group as a table, the latest first; every value opens. */
export function MeasuresTable({ group, answer, year }: Props) {
  const { t } = useLingui();
  const words = useMeasureWords();
  const columns: Column<Year>[] = [
    {
      id: 'year',
      header: t`Year`,
      value: (row) => row.year,
      cell: (row) => <span className={row.year === year ? classes.read : undefined}>{row.year}</span>,
    },
    ...MEASURE_GROUPS[group].map((measure): Column<Year> => {
      const unit = answer.columns.find(({ name }) => name === measure)?.unit ?? 'number';
      return {
        id: measure,
        header: words.label(measure),
        value: (row) => row.values[measure],
        cell: (row) => (
          <MeasureValue id={inspectedId(measure, row.year)} measure={measure} unit={unit} value={row.values[measure]} />
        ),
        numeric: true,
      };
    }),
  ];
  const caption = words.group(group);
  return (
    <div className={classes.wide}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={answer.years}
        rowKey={(row) => String(row.year)}
        initialSort={{ id: 'year', descending: true }}
      />
    </div>
  );
}
