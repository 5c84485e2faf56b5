import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback } from 'react';
import { useWords } from '../lib/use-words.ts';
import { Chart } from './chart.tsx';
import type { ChartInks } from './chart-option.ts';
import { type Column, DataTable } from './data-table.tsx';

/** What several people of a side said of one thing. */
export type SideSpread = {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
};
export type GapRow = {
  readonly key: string;
  readonly label: string;
  /** Null: nobody of that side said anything. */
  readonly ours: SideSpread | null;
  readonly theirs: SideSpread | null;
  readonly gap: number | null;
};

type Props = {
  readonly title: ReactNode;
  readonly rows: readonly GapRow[];
  readonly sides: { readonly ours: string; readonly theirs: string };
};

const HUNDRED = 100;
const ROW = 30;
const rounded = (value: number): number => Math.round(value * HUNDRED) / HUNDRED;

/** How far two sides are apart, a line with two ends for each thing that both judged. */
export function GapChart({ title, rows, sides }: Props) {
  const { t } = useLingui();
  const { ours, theirs } = sides;
  const option = useCallback(
    (inks: ChartInks) => {
      const ends = (name: string, side: 'ours' | 'theirs', symbol: string, colour: string | undefined) => ({
        name,
        type: 'scatter',
        symbol,
        symbolSize: 13,
        itemStyle: { color: colour ?? inks.accent },
        data: rows.map((row) => (row[side] === null ? '-' : rounded(row[side].mean))),
        tooltip: { formatter: '{a}: {c}' },
      });
      const bars = (values: readonly number[], colour: string) => ({
        type: 'bar',
        stack: 'gap',
        silent: true,
        barWidth: 4,
        itemStyle: { color: colour },
        data: values,
      });
      const means = rows.map((row) => (row.ours && row.theirs ? [row.ours.mean, row.theirs.mean] : [0, 0]));
      return {
        animation: false,
        textStyle: { fontFamily: inks.fontFamily, color: inks.text },
        grid: { left: 8, right: 24, top: 8, bottom: 24, containLabel: true },
        tooltip: {},
        xAxis: {
          type: 'value',
          min: 1,
          max: 5,
          interval: 1,
          axisLabel: { color: inks.quiet },
          splitLine: { lineStyle: { color: inks.line } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: rows.map(({ label }) => label),
          axisLabel: { color: inks.text, width: 130, overflow: 'break' },
          axisLine: { lineStyle: { color: inks.lineStrong } },
          axisTick: { show: false },
        },
        series: [
          bars(
            means.map((pair) => Math.min(...pair)),
            'transparent',
          ),
          bars(
            means.map((pair) => Math.max(...pair) - Math.min(...pair)),
            inks.lineStrong,
          ),
          ends(ours, 'ours', 'circle', inks.series[0]),
          ends(theirs, 'theirs', 'diamond', inks.series[1]),
        ],
      };
    },
    [rows, ours, theirs],
  );
  return (
    <>
      <Chart
        title={title}
        description={t`A line for each dimension from the mean of ${ours} to that of ${theirs}, from 1 to 5. The same stands in the table.`}
        option={option}
        height={ROW * rows.length + 40}
        twin={<GapTable rows={rows} sides={sides} />}
      />
      <p>
        <span aria-hidden="true" style={{ color: 'var(--series-1)' }}>
          ●
        </span>{' '}
        {ours}{' '}
        <span aria-hidden="true" style={{ color: 'var(--series-2)' }}>
          ◆
        </span>{' '}
        {theirs}
      </p>
    </>
  );
}

function GapTable({ rows, sides }: Pick<Props, 'rows' | 'sides'>) {
  const { t } = useLingui();
  const words = useWords();
  const figure = (value: number | null): string => (value === null ? t`unknown` : words.count(rounded(value)));
  const side = (name: 'ours' | 'theirs', said: string): Column<GapRow>[] => [
    {
      id: `${name}-mean`,
      header: t`${said}: mean`,
      numeric: true,
      value: (row) => row[name]?.mean ?? null,
      cell: (row) => figure(row[name]?.mean ?? null),
    },
    {
      id: `${name}-spread`,
      header: t`${said}: median, least to most, answers`,
      value: (row) => row[name]?.median ?? null,
      cell: (row) => {
        const spread = row[name];
        if (spread === null) return t`unknown`;
        const { median, least, most, count } = spread;
        return `${figure(median)} · ${figure(least)}–${figure(most)} · ${words.count(count)}`;
      },
    },
  ];
  const columns: Column<GapRow>[] = [
    { id: 'label', header: t`Dimension`, value: ({ label }) => label },
    ...side('ours', sides.ours),
    ...side('theirs', sides.theirs),
    {
      id: 'gap',
      header: t`Gap of means`,
      numeric: true,
      value: ({ gap }) => gap,
      cell: ({ gap }) => `${gap !== null && gap > 0 ? '+' : ''}${figure(gap)}`,
    },
  ];
  return <DataTable caption={t`Gap between the sides`} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
