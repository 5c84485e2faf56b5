import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartInks } from '../../../../ui/chart-option.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText } from '../../../../ui/date-text.tsx';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { ReadingForm } from './reading-form.tsx';

export type MetricPaper = PaperAnswer & { readonly content: PaperOf<'metric'> };
type Reading = PaperOf<'metric'>['readings'][number];
type Props = { readonly paper: MetricPaper; readonly day: string };

const HEIGHT = 150;
const LEFT = 52;

/** The readings of a metric up to a day, beside its target. */
export function MetricChart({ paper, day }: Props) {
  const { t } = useLingui();
  const { content: metric } = paper;
  const { name, target, unit } = metric;
  const readings = metric.readings.filter((each) => each.day <= day);
  const option = useCallback(
    (inks: ChartInks) => ({
      animation: false,
      textStyle: { fontFamily: inks.fontFamily, color: inks.text },
      grid: { left: LEFT, right: 64, top: 16, bottom: 24 },
      xAxis: {
        type: 'time',
        axisLabel: { color: inks.quiet, hideOverlap: true },
        axisLine: { lineStyle: { color: inks.lineStrong }, onZero: false },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        scale: true,
        // The target is in sight, wherever the readings lie.
        min: ({ min }: { readonly min: number }) => Math.min(min, target?.value ?? min),
        max: ({ max }: { readonly max: number }) => Math.max(max, target?.value ?? max),
        axisLabel: { color: inks.quiet, hideOverlap: true },
        splitLine: { lineStyle: { color: inks.line } },
      },
      series: [
        {
          id: 'readings',
          type: 'line',
          symbolSize: 7,
          lineStyle: { color: inks.accent, width: 2 },
          itemStyle: { color: inks.accent },
          endLabel: { show: true, color: inks.text, formatter: '{@[1]}' },
          data: metric.readings
            .filter((each) => each.day <= day)
            .map(({ day: on, value }) => [on, value])
            .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
          ...(target !== null && {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: inks.caution, type: 'dashed' },
              label: { color: inks.caution, formatter: String(target.value), position: 'end' },
              data: [{ yAxis: target.value }],
            },
          }),
        },
      ],
    }),
    [metric.readings, target, day],
  );
  const table = <ReadingTable paper={paper} readings={readings} />;
  // One point is no line.
  if (readings.length < 2) return readings.length === 0 ? null : table;
  return (
    <Chart
      title={unit === null ? name : `${name} (${unit})`}
      description={t`A line of the readings of ${name}, with a dashed line at the target where one is set. The same stands in the table.`}
      option={option}
      height={HEIGHT}
      twin={table}
    />
  );
}

function ReadingTable({ paper, readings }: { readonly paper: MetricPaper; readonly readings: readonly Reading[] }) {
  const { t } = useLingui();
  const words = useWords();
  const { name, unit } = paper.content;
  const columns: Column<Reading>[] = [
    { id: 'day', header: t`Day`, value: ({ day }) => day, cell: ({ day }) => <DateText value={day} /> },
    {
      id: 'value',
      header: unit ?? t`Value`,
      numeric: true,
      value: ({ value }) => value,
      cell: ({ value }) => words.count(value),
    },
    { id: 'source', header: t`Source`, value: ({ source }) => source, cell: ({ source }) => source ?? t`not said` },
    { id: 'comment', header: t`Comment`, value: ({ comment }) => comment },
  ];
  const acts: Column<Reading> = {
    id: 'acts',
    header: t`Change`,
    value: () => null,
    cell: (reading) => (
      <PaperButton
        label={<Trans>Correct…</Trans>}
        about={t`Correct the reading of ${reading.day}`}
        title={t`Correct a reading`}
        look="subtle"
        form={(close) => <ReadingForm paper={paper} reading={reading} onDone={close} />}
      />
    ),
  };
  return (
    <DataTable
      caption={t`Readings of ${name}`}
      columns={paper.abilities.change ? [...columns, acts] : columns}
      rows={readings}
      rowKey={({ key }) => key}
      initialSort={{ id: 'day', descending: true }}
      empty={<Trans>No reading yet.</Trans>}
    />
  );
}
