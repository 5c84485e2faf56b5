import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { Chart } from '../../../ui/chart.tsx';
import type { ChartInks } from '../../../ui/chart-option.ts';
import { type Named, type Negotiation, numberOf, type Reading } from './negotiation-words.ts';
import { ProposalsTable } from './proposals-table.tsx';

type Props = { readonly content: Negotiation; readonly reading: Reading; readonly named: Named };

/** What the proposals were worth to both sides, in time. */
export function UtilityChart({ content, reading, named }: Props) {
  const { t } = useLingui();
  const [us, them, reservation] = [t`for us`, t`for them, estimated`, t`reservation`];
  const option = useCallback(
    (inks: ChartInks) => {
      const line = (id: 'ours' | 'theirs', name: string, colour: string | undefined, dashed: boolean) => {
        const other = id === 'ours' ? 'theirs' : 'ours';
        const data = reading.proposals.flatMap((standing) => {
          const on = content.proposals.find(({ key }) => key === standing.proposal)?.on;
          const utility = standing[id];
          // The upper point has its number above it, the lower one below: so they stay apart.
          const isUpper = utility !== null && utility >= (standing[other] ?? Number.NEGATIVE_INFINITY);
          return on === undefined || utility === null
            ? []
            : [
                {
                  value: [on, Number(utility.toFixed(3))],
                  name: String(numberOf(reading, standing.proposal)),
                  label: { position: isUpper ? 'top' : 'bottom' },
                },
              ];
        });
        const last = reading.proposals.findLast(({ ours, theirs }) => ours !== null && theirs !== null);
        const isLastUpper = last === undefined || (last[id] ?? 0) >= (last[other] ?? 0);
        return {
          id,
          name,
          type: 'line',
          symbol: dashed ? 'diamond' : 'circle',
          symbolSize: 9,
          lineStyle: { color: colour, width: 2, type: dashed ? 'dashed' : 'solid' },
          itemStyle: { color: colour },
          label: { show: true, position: 'top', color: inks.text, formatter: '{b}' },
          endLabel: {
            show: true,
            color: inks.text,
            formatter: '{a}',
            width: 88,
            overflow: 'break',
            offset: [0, isLastUpper ? -14 : 14],
          },
          data,
          ...(id === 'ours' && {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: inks.caution, type: 'dotted' },
              label: { color: inks.caution, formatter: reservation, position: 'insideStartTop' },
              data: [{ yAxis: 0 }],
            },
          }),
        };
      };
      return {
        animation: false,
        textStyle: { fontFamily: inks.fontFamily, color: inks.text },
        grid: { left: 40, right: 104, top: 20, bottom: 28 },
        xAxis: {
          type: 'time',
          axisLabel: { color: inks.quiet, hideOverlap: true, formatter: '{yyyy}-{MM}-{dd}' },
          axisLine: { onZero: false, lineStyle: { color: inks.lineStrong } },
          splitLine: { show: false },
        },
        yAxis: {
          type: 'value',
          min: ({ min }: { readonly min: number }) => Math.min(0, Math.floor(min * 5) / 5),
          max: 1,
          interval: 0.2,
          axisLabel: { color: inks.quiet },
          splitLine: { lineStyle: { color: inks.line } },
        },
        series: [line('ours', us, inks.series[0], false), line('theirs', them, inks.series[1], true)],
      };
    },
    [content, reading, us, them, reservation],
  );
  return (
    <Chart
      title={<Trans>Utility of the proposals in time</Trans>}
      description={t`Two lines of numbered proposals, one for each side; 0 is the reservation and 1 the target. The same stands in the table.`}
      option={option}
      height={280}
      twin={<ProposalsTable content={content} reading={reading} named={named} />}
    />
  );
}
