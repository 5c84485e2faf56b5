import { useLingui } from '@lingui/react/macro';
import type { FirmYearsAnswer } from '@entente/contract/portfolio';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { MEASURE_GROUPS, type MeasureGroup } from './measure-groups.ts';
import { FirmLink } from './measure-links.tsx';
import { MeasureValue } from './measure-value.tsx';
import { useMeasureWords } from './measure-words.ts';
import { inspectedId } from './measures-view.ts';
import classes from './measures.module.css';

type Firm = FirmYearsAnswer['firms'][number];

/** Every firm of a year with the measures of one group. */
export function FirmYearsTable({ answer, group }: { readonly answer: FirmYearsAnswer; readonly group: MeasureGroup }) {
  const { t } = useLingui();
  const words = useMeasureWords();
  const { year } = answer;
  const columns: Column<Firm>[] = [
    { id: 'firm', header: t`Firm`, value: (row) => row.name, cell: (row) => <FirmLink firm={row} /> },
    ...MEASURE_GROUPS[group].map((measure): Column<Firm> => {
      const unit = answer.columns.find(({ name }) => name === measure)?.unit ?? 'number';
      return {
        id: measure,
        header: words.label(measure),
        value: (row) => row.values[measure],
        cell: (row) => (
          <MeasureValue
            id={inspectedId(measure, year, row)}
            measure={measure}
            unit={unit}
            value={row.values[measure]}
          />
        ),
        numeric: true,
      };
    }),
  ];
  return (
    <div className={classes.wide}>
      <DataTable
        key={group}
        caption={t`Firms in ${year}`}
        columns={columns}
        rows={answer.firms}
        rowKey={(row) => `${row.kind} ${row.slug}`}
        filtered
        initialSort={{ id: MEASURE_GROUPS[group][0], descending: true }}
      />
    </div>
  );
}
