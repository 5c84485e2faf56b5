import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useHealthWords } from '../../../../lib/health-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartInks } from '../../../../ui/chart-option.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText } from '../../../../ui/date-text.tsx';
import type { HealthRound } from '../../api/health-requests.ts';
import classes from '../../../../dossier/dossier.module.css';

type Point = {
  readonly key: string;
  readonly day: string;
  readonly partner: string;
  readonly ours: number | null;
  readonly theirs: number | null;
};

const HEIGHT = 180;
const HUNDRED = 100;
const ISO_DAY_LENGTH = 10;
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * HUNDRED) / HUNDRED;

/** One dimension through the rounds that are over with one partner; nothing until there are two. */
export function HealthTrend({ rounds }: { readonly rounds: readonly HealthRound[] }) {
  const { t } = useLingui();
  const { dimensions, gaps } = useHealthWords();
  const over = rounds.filter(({ request }) => request.state === 'closed');
  const partners = [...new Map(over.map(({ request, partner }) => [request.partner, partner]))];
  const [dimension, setDimension] = useState<string>(dimensions[0]?.key ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const partner = chosen ?? partners[0]?.[0] ?? '';
  const ofPartner = over.filter(({ request }) => request.partner === partner);
  if (!partners.some(([id]) => over.filter(({ request }) => request.partner === id).length > 1)) return null;
  const points = ofPartner.toReversed().map(({ request, partner: name }): Point => {
    const gap = gaps(request, 'firm').find(({ key }) => key === dimension);
    return {
      key: request.id,
      day: request.askedAt.slice(0, ISO_DAY_LENGTH),
      partner: name,
      ours: rounded(gap?.ours?.mean),
      theirs: rounded(gap?.theirs?.mean),
    };
  });
  return (
    <div>
      <div className={classes.pair}>
        <NativeSelect
          label={t`Dimension through the rounds`}
          value={dimension}
          data={dimensions.map(({ key, label }) => ({ value: key, label }))}
          onChange={(event) => setDimension(event.currentTarget.value)}
        />
        {partners.length > 1 && (
          <NativeSelect
            label={t`Partner`}
            value={partner}
            data={partners.map(([id, name]) => ({ value: id, label: name }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
      </div>
      <TrendChart points={points} partner={points[0]?.partner ?? ''} />
    </div>
  );
}

function TrendChart({ points, partner }: { readonly points: readonly Point[]; readonly partner: string }) {
  const { t } = useLingui();
  const ours = t`Our side`;
  const drawn = JSON.stringify(points);
  // Points are made anew with each drawing of the page; what they say decides whether the chart is.
  const kept = useMemo(() => JSON.parse(drawn) as readonly Point[], [drawn]);
  const option = useCallback(
    (inks: ChartInks) => {
      const line = (name: string, of: 'ours' | 'theirs', symbol: string, colour: string | undefined) => ({
        name,
        type: 'line',
        symbol,
        symbolSize: 9,
        lineStyle: { color: colour ?? inks.accent, width: 2 },
        itemStyle: { color: colour ?? inks.accent },
        endLabel: { show: true, color: inks.text, formatter: '{a}', width: 84, overflow: 'truncate' },
        data: kept.map((point) => [point.day, point[of] ?? '-']),
      });
      return {
        animation: false,
        textStyle: { fontFamily: inks.fontFamily, color: inks.text },
        grid: { left: 32, right: 96, top: 16, bottom: 24 },
        xAxis: {
          type: 'time',
          axisLabel: { color: inks.quiet, hideOverlap: true },
          axisLine: { lineStyle: { color: inks.lineStrong } },
          splitLine: { show: false },
        },
        yAxis: {
          type: 'value',
          min: 1,
          max: 5,
          interval: 1,
          axisLabel: { color: inks.quiet },
          splitLine: { lineStyle: { color: inks.line } },
        },
        series: [line(ours, 'ours', 'circle', inks.series[0]), line(partner, 'theirs', 'diamond', inks.series[1])],
      };
    },
    [kept, ours, partner],
  );
  return (
    <Chart
      title={<Trans>Means by side, round by round</Trans>}
      description={t`Two lines of the means of ${ours} and of ${partner} at each round, from 1 to 5. The same stands in the table.`}
      option={option}
      height={HEIGHT}
      twin={<TrendTable points={kept} partner={partner} />}
    />
  );
}

function TrendTable({ points, partner }: { readonly points: readonly Point[]; readonly partner: string }) {
  const { t } = useLingui();
  const words = useWords();
  const mean = (of: 'ours' | 'theirs', header: string): Column<Point> => ({
    id: of,
    header,
    numeric: true,
    value: (point) => point[of],
    cell: (point) => (point[of] === null ? t`unknown` : words.count(point[of])),
  });
  const columns: Column<Point>[] = [
    { id: 'day', header: t`Asked on`, value: ({ day }) => day, cell: ({ day }) => <DateText value={day} /> },
    mean('ours', t`Our side`),
    mean('theirs', partner),
  ];
  return (
    <DataTable
      caption={t`Means by side, round by round`}
      columns={columns}
      rows={points}
      rowKey={({ key }) => key}
      initialSort={{ id: 'day', descending: true }}
    />
  );
}
