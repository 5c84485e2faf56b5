import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { Chart } from '../../../ui/chart.tsx';
import type { ChartInks } from '../../../ui/chart-option.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Term } from '../../../ui/term.tsx';
import { type Negotiation, numberOf, type Reading, type Settlement, useNegotiationWords } from './negotiation-words.ts';

type Props = { readonly content: Negotiation; readonly reading: Reading };
type Point = Settlement & { readonly key: string; readonly name: string };

/** Our utility against theirs: the settlements that leave nothing to gain, and where the proposals lie. */
export function FrontierChart({ content, reading }: Props) {
  const { t } = useLingui();
  const { pieces, nash } = reading.frontier;
  const [us, them, best] = [t`Utility for us`, t`For them, estimated`, t`Nash point`];
  const option = useCallback(
    (inks: ChartInks) => {
      const rounded = (value: number): number => Number(value.toFixed(4));
      const at = ({ ours, theirs }: { readonly ours: number; readonly theirs: number }) => [
        rounded(ours),
        rounded(theirs),
      ];
      const axis = (name: string) => ({
        type: 'value',
        name,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: inks.text },
        min: ({ min }: { readonly min: number }) => Math.min(0, Math.floor(min * 5) / 5),
        max: 1,
        interval: 0.2,
        axisLabel: { color: inks.quiet, hideOverlap: true },
        axisLine: { show: true, onZero: false, lineStyle: { color: inks.lineStrong } },
        splitLine: { lineStyle: { color: inks.line } },
      });
      return {
        animation: false,
        textStyle: { fontFamily: inks.fontFamily, color: inks.text },
        grid: { left: 52, right: 24, top: 20, bottom: 44 },
        xAxis: axis(us),
        yAxis: { ...axis(them), nameGap: 36 },
        series: [
          ...pieces.map(({ from, to }, nth) => ({
            id: `piece ${nth}`,
            type: 'line',
            symbolSize: 5,
            symbol: 'circle',
            lineStyle: { color: inks.lineStrong, width: 2 },
            itemStyle: { color: inks.lineStrong },
            data: [at(from), at(to)],
          })),
          {
            id: 'proposals',
            type: 'scatter',
            symbolSize: 11,
            itemStyle: { color: inks.accent },
            label: { show: true, position: 'right', color: inks.text, formatter: '{b}' },
            data: reading.proposals.flatMap(({ proposal, ours, theirs }) =>
              ours === null || theirs === null
                ? []
                : [{ value: at({ ours, theirs }), name: String(numberOf(reading, proposal)) }],
            ),
          },
          {
            id: 'nash',
            type: 'scatter',
            symbol: 'diamond',
            symbolSize: 14,
            itemStyle: { color: inks.series[2] },
            label: { show: true, position: 'left', color: inks.text, formatter: best },
            data: nash === null ? [] : [{ value: at(nash), name: best }],
          },
        ],
      };
    },
    [pieces, nash, reading, us, them, best],
  );
  return (
    <Chart
      title={
        <Term id="efficient frontier">
          <Trans>Efficient frontier</Trans>
        </Term>
      }
      description={t`Numbered proposals by the utility of both sides, the line beyond which no side gains without the other losing, and the Nash point. The same stands in the table.`}
      option={option}
      height={280}
      twin={<FrontierTable content={content} reading={reading} />}
    />
  );
}

/** The corners of the frontier, with what each settles. */
function FrontierTable({ content: { issues, proposals }, reading }: Props) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  const { pieces, nash } = reading.frontier;
  const corners = pieces.flatMap(({ from, to }) => [from, to]);
  const points: Point[] = [
    ...new Map(corners.map((corner) => [`${corner.ours.toFixed(6)} ${corner.theirs.toFixed(6)}`, corner])),
  ].map(([key, corner], nth) => ({ ...corner, key, name: t`Corner ${nth + 1}` }));
  const put = reading.proposals.flatMap(({ proposal, ours, theirs }): Point[] => {
    const number = numberOf(reading, proposal);
    const values = proposals.find(({ key }) => key === proposal)?.values ?? [];
    return ours === null || theirs === null
      ? []
      : [{ key: `proposal ${proposal}`, name: t`Proposal ${number}`, ours, theirs, values }];
  });
  const columns: Column<Point>[] = [
    { id: 'name', header: t`Point`, value: ({ name }) => name },
    {
      id: 'ours',
      header: t`Utility for us`,
      numeric: true,
      value: ({ ours }) => ours,
      cell: ({ ours }) => said.utility(ours),
    },
    {
      id: 'theirs',
      header: t`For them, estimated`,
      numeric: true,
      value: ({ theirs }) => theirs,
      cell: ({ theirs }) => said.utility(theirs),
    },
    { id: 'values', header: t`What is settled`, value: ({ values }) => said.settlement(issues, values) },
  ];
  return (
    <DataTable
      caption={t`Efficient frontier`}
      columns={columns}
      rows={[...points, ...(nash === null ? [] : [{ ...nash, key: 'nash', name: t`Nash point` }]), ...put]}
      rowKey={({ key }) => key}
    />
  );
}
