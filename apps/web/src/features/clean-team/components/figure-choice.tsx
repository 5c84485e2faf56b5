import type { FigureAnswer } from '@entente/contract/clean-team';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useWords } from '../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import classes from './clean-team.module.css';

export type Chosen = ReadonlySet<string>;

const toggled = (chosen: Chosen, record: string): Chosen => {
  const next = new Set(chosen);
  if (!next.delete(record)) next.add(record);
  return next;
};

type Props = {
  readonly figures: readonly FigureAnswer[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  /** Of a share: what is the part; null for other statistics. */
  readonly part: Chosen | null;
  readonly onPart: (part: Chosen) => void;
};

/** The figures of the clean team's records, to be chosen for an aggregate. */
export function FigureChoice({ figures, chosen, onChoose, part, onPart }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const called = ({ organisation, label, date }: FigureAnswer): string =>
    [organisation.name, label, date].filter((each) => each !== null).join(', ');
  const columns: Column<FigureAnswer>[] = [
    {
      id: 'organisation',
      header: t`Organisation`,
      value: ({ organisation }) => organisation.name,
      cell: (figure) => (
        <Checkbox
          label={figure.organisation.name ?? t`unknown`}
          aria-label={t`Choose: ${called(figure)}`}
          checked={chosen.has(figure.record)}
          onChange={() => onChoose(toggled(chosen, figure.record))}
        />
      ),
    },
    {
      id: 'record',
      header: t`Record`,
      value: ({ label, date }) => [label, date].filter((each) => each !== null).join(', '),
    },
    ...(part === null
      ? []
      : [
          {
            id: 'part',
            header: t`In the part`,
            value: ({ record }: FigureAnswer) => Number(part.has(record)),
            cell: (figure: FigureAnswer) => (
              <Checkbox
                aria-label={t`In the part: ${called(figure)}`}
                disabled={!chosen.has(figure.record)}
                checked={chosen.has(figure.record) && part.has(figure.record)}
                onChange={() => onPart(toggled(part, figure.record))}
              />
            ),
          },
        ]),
    {
      id: 'value',
      header: t`Figure`,
      numeric: true,
      value: ({ value }) => (value === null ? null : Number(value)),
      cell: ({ value }) => (value === null ? <Trans>unknown</Trans> : words.number(value)),
    },
  ];
  return (
    <div className={classes.figures} role="group" aria-label={t`Figures of the clean team`} tabIndex={0}>
      <DataTable
        caption={t`Figures of the clean team`}
        columns={columns}
        rows={figures}
        rowKey={({ record }) => record}
      />
    </div>
  );
}
