import type { StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import { today, useAsOf } from '../../../../lib/as-of.ts';
import { useFocal } from '../../../../lib/focal.ts';
import { useHouseOrder } from '../../../../lib/house-colours.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartInks } from '../../../../ui/chart-option.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText } from '../../../../ui/date-text.tsx';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { type Band, stakeBands } from './stake-bands.ts';
import { stakeOption } from './stake-drawing.ts';

type Props = { readonly stakes: readonly StakeAnswer[]; readonly issuer: string };

const HEIGHT = 260;

function horizonOf(stakes: readonly StakeAnswer[], asOf: string): { readonly from: string; readonly to: string } {
  const years = stakes.flatMap(({ from, to }) => [from, to]).flatMap((text) => /\d{4}/.exec(text ?? '')?.[0] ?? []);
  const now = today();
  const first = [...years, now.slice(0, 4)].sort()[0] ?? now.slice(0, 4);
  const last = [...years, now.slice(0, 4), asOf.slice(0, 4)].sort().at(-1) ?? now.slice(0, 4);
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}

/** Who holds how much of a venture through time; vague beginnings fade in, and what nobody states is drawn as unknown. */
export function StakeChart({ stakes, issuer }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { day } = useAsOf();
  const focal = useFocal();
  const order = useHouseOrder();
  const { open } = useInspector();
  const horizon = useMemo(() => horizonOf(stakes, day), [stakes, day]);
  const bands = useMemo(() => stakeBands(stakes, horizon), [stakes, horizon]);

  const shareOf = useCallback(
    (band: Band) => (band.share === null ? t`unknown` : words.percent(band.share)),
    [t, words],
  );
  const labelOf = useCallback(
    (band: Band): string => {
      const share = shareOf(band);
      if (band.holder.kind !== 'unknown') return `${band.holder.name} ${share}`;
      const names = band.holder.names.join(', ');
      return names === '' ? t`nobody states who holds the rest` : t`shares unknown: ${names}`;
    },
    [shareOf, t],
  );
  const option = useCallback(
    (inks: ChartInks) => {
      // Holders whom the firm in focus does not know as partners come after the partners, in the order of the drawing.
      const strangers = [...new Set(bands.map(({ holder }) => nameOf(holder)))];
      const colourOf = ({ holder }: Band): string => {
        if (holder.kind === 'named' && holder.slug === focal) return inks.lineStrong;
        const place = holder.kind === 'named' ? order(holder.slug) : null;
        const slot = place ?? 7 - (strangers.indexOf(nameOf(holder)) % 8);
        return inks.series[slot % 8] ?? inks.lineStrong;
      };
      return stakeOption({ bands, horizon, asOf: day, colourOf, labelOf, shareOf }, inks);
    },
    [bands, horizon, day, labelOf, shareOf, order, focal],
  );
  if (bands.length === 0) return null;
  const select = ({ index }: { readonly index: number }): void => {
    const band = bands[index];
    if (band) open({ title: labelOf(band), body: <BandExplanation band={band} /> });
  };
  return (
    <Chart
      title={<Trans>Shares in {issuer} over time</Trans>}
      description={t`Stacked steps: who holds what share of ${issuer} from ${horizon.from.slice(0, 4)} to ${horizon.to.slice(0, 4)}. The same stands in the table.`}
      option={option}
      height={HEIGHT}
      onSelect={select}
      twin={<BandTable bands={bands} labelOf={labelOf} />}
    />
  );
}

const nameOf = (holder: Band['holder']): string => (holder.kind === 'unknown' ? '' : holder.name);

function BandExplanation({ band }: { readonly band: Band }) {
  return (
    <>
      <p>
        <DateText value={band.from} /> – <DateText value={band.to} />
      </p>
      <p>
        {band.holder.kind === 'unknown' ? (
          <Trans>What the known shares leave of the whole. It is not zero: no source states it.</Trans>
        ) : (
          <Trans>
            A stake is drawn from the earliest day on which it may begin to the earliest day on which it may end. Where
            the source gives only a year, the colour fades in over that year. The statements behind it open from the
            table below the drawing.
          </Trans>
        )}
      </p>
    </>
  );
}

function BandTable({ bands, labelOf }: { readonly bands: readonly Band[]; readonly labelOf: (band: Band) => string }) {
  const { t } = useLingui();
  const columns: Column<Band>[] = [
    {
      id: 'from',
      header: t`From the earliest day`,
      value: ({ from }) => from,
      cell: ({ from }) => <DateText value={from} />,
    },
    { id: 'to', header: t`To`, value: ({ to }) => to, cell: ({ to }) => <DateText value={to} /> },
    { id: 'holder', header: t`Holder and share`, value: labelOf },
  ];
  return (
    <DataTable
      caption={t`Shares over time`}
      columns={columns}
      rows={bands}
      rowKey={({ from, low, high, holder }) => `${from} ${low} ${high} ${nameOf(holder)}`}
    />
  );
}
