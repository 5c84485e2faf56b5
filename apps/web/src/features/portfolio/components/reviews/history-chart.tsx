import type { ReviewPoint } from '@entente/core/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartInks } from '../../../../ui/chart-option.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText } from '../../../../ui/date-text.tsx';
import { ReviewLink } from './review-links.tsx';
import { useReviewWords } from './review-words.ts';

type Point = Pick<ReviewPoint, 'review' | 'date' | 'state' | 'illustrative' | 'misalignment'>;
type Props = { readonly alliance: string; readonly points: readonly Point[]; readonly limit: number };

/** How far equity and contribution lay apart, review by review, beside the line from which it is an alert. */
export function HistoryChart({ alliance, points, limit }: Props) {
  const { t } = useLingui();
  const option = useCallback(
    (inks: ChartInks) => ({
      animation: false,
      textStyle: { fontFamily: inks.fontFamily, color: inks.text },
      grid: { left: 44, right: 56, top: 16, bottom: 28 },
      xAxis: {
        type: 'time',
        axisLabel: { color: inks.quiet, hideOverlap: true },
        axisLine: { lineStyle: { color: inks.lineStrong } },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: ({ max }: { readonly max: number }) => Math.ceil(Math.max(max, limit) * 1.25),
        axisLabel: { color: inks.quiet },
        splitLine: { lineStyle: { color: inks.line } },
      },
      series: [
        {
          id: 'misalignment',
          type: 'line',
          symbolSize: 9,
          lineStyle: { color: inks.accent, width: 2 },
          itemStyle: { color: inks.accent },
          label: { show: true, position: 'top', color: inks.text, formatter: '{@[1]}' },
          data: points.flatMap(({ date, misalignment }) =>
            misalignment.points === null ? [] : [[date, Number(Number(misalignment.points).toFixed(2))]],
          ),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: inks.caution, type: 'dashed' },
            label: { color: inks.caution, formatter: String(limit), position: 'end' },
            data: [{ yAxis: limit }],
          },
        },
      ],
    }),
    [points, limit],
  );
  return (
    <Chart
      title={<Trans>Misalignment through time, in percentage points</Trans>}
      description={t`A line of the misalignment at each review, and a dashed line at ${limit} points. The same stands in the table.`}
      option={option}
      height={200}
      twin={<HistoryTable alliance={alliance} points={points} />}
    />
  );
}

/** The reviews of an alliance, latest first. */
export function HistoryTable({ alliance, points }: Omit<Props, 'limit'>) {
  const { t } = useLingui();
  const words = useReviewWords();
  const columns: Column<Point>[] = [
    {
      id: 'date',
      header: t`Date`,
      value: ({ date }) => date,
      cell: ({ date, review }) => (
        <ReviewLink alliance={alliance} review={review}>
          <DateText value={date} />
        </ReviewLink>
      ),
    },
    { id: 'state', header: t`State`, value: ({ state }) => words.state(state) },
    {
      id: 'misalignment',
      header: t`Misalignment`,
      numeric: true,
      value: ({ misalignment }) => (misalignment.points === null ? null : Number(misalignment.points)),
      cell: ({ misalignment }) => words.misalignment(misalignment) ?? t`unknown`,
    },
    {
      id: 'figures',
      header: t`Figures`,
      value: ({ illustrative }) => (illustrative ? t`illustrative` : t`judged`),
    },
  ];
  return (
    <DataTable
      caption={t`Reviews`}
      columns={columns}
      rows={points}
      rowKey={({ review }) => review}
      initialSort={{ id: 'date', descending: true }}
      empty={<Trans>No review yet.</Trans>}
    />
  );
}
