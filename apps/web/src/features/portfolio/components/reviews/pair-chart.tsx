import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartInks } from '../../../../ui/chart-option.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import type { ReviewReading } from './review-content.ts';
import { shortened, useReviewWords } from './review-words.ts';

type Props = { readonly review: ReviewAnswer; readonly reading: ReviewReading };
type Member = ReviewAnswer['members'][number];

/** Equity beside contribution, a pair of bars a member. */
export function PairChart({ review, reading }: Props) {
  const { t } = useLingui();
  const { members } = review;
  const { told } = reading;
  const [equity, contribution] = [t`Equity`, t`Contribution`];
  const option = useCallback(
    (inks: ChartInks) => {
      const bars = (name: string, colour: string | undefined, values: readonly (string | null | undefined)[]) => ({
        name,
        type: 'bar',
        barMaxWidth: 16,
        itemStyle: { color: colour ?? inks.lineStrong },
        label: { show: true, position: 'right', color: inks.text, formatter: '{a} {c} %' },
        data: values.map((value) => (value ? Number(shortened(value)) : '-')),
      });
      return {
        animation: false,
        textStyle: { fontFamily: inks.fontFamily, color: inks.text },
        grid: { left: 8, right: 128, top: 8, bottom: 24, containLabel: true },
        xAxis: {
          type: 'value',
          min: 0,
          max: 100,
          axisLabel: { color: inks.quiet, hideOverlap: true },
          splitLine: { lineStyle: { color: inks.line } },
        },
        yAxis: {
          type: 'category',
          inverse: true,
          data: members.map(({ name }) => name),
          axisLabel: { color: inks.text, width: 150, overflow: 'break' },
          axisLine: { lineStyle: { color: inks.lineStrong } },
          axisTick: { show: false },
        },
        series: [
          bars(
            equity,
            inks.lineStrong,
            members.map((member) => member.equity),
          ),
          bars(
            contribution,
            inks.series[0],
            members.map(({ key }) => told?.[key]),
          ),
        ],
      };
    },
    [members, told, equity, contribution],
  );
  return (
    <Chart
      title={<Trans>Equity and contribution, in percent</Trans>}
      description={t`Two bars a member: the equity held and the contribution judged. The same stands in the table.`}
      option={option}
      height={40 + 56 * members.length}
      twin={<PairTable review={review} reading={reading} />}
    />
  );
}

function PairTable({ review, reading }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const columns: Column<Member>[] = [
    { id: 'member', header: t`Member`, value: ({ name }) => name },
    {
      id: 'equity',
      header: t`Equity`,
      numeric: true,
      value: ({ equity }) => (equity === null ? null : Number(equity)),
      cell: ({ equity }) => (equity === null ? t`unknown` : words.percent(equity)),
    },
    {
      id: 'contribution',
      header: t`Contribution`,
      numeric: true,
      value: ({ key }) => Number(reading.told?.[key] ?? -1),
      cell: ({ key }) => {
        const part = reading.told?.[key];
        return part === undefined ? t`unknown` : said.percent(part);
      },
    },
  ];
  return (
    <DataTable caption={t`Equity and contribution`} columns={columns} rows={review.members} rowKey={({ key }) => key} />
  );
}
