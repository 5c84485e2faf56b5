import { Trans, useLingui } from '@lingui/react/macro';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Drawing } from '../drawing.tsx';
import { Inspectable, pressable } from '../inspectable.tsx';
import { useMeasure } from '../use-measure.ts';
import { AllianceName } from './named-links.tsx';
import { type Pair, pairsAmong, placesByHouse } from './pair-verdicts.ts';
import { useSegmentation } from './segmentation-context.ts';
import { useSegmentationWords } from './segmentation-words.ts';
import classes from './segmentation.module.css';

const FONT = 12;
const MOST_DRAWN = 30;

/** Alliance by alliance: which pairs are kept apart, which may collide, and which are one house's own business. */
export function CollisionMatrix() {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const all = placesByHouse(answer);
  const colliding = new Set(answer.collisions.flatMap(({ one, other }) => [one, other]));
  // A matrix of hundreds cannot be read: then it holds those that collide.
  const places = (all.length <= MOST_DRAWN ? all : all.filter((place) => colliding.has(place))).slice(0, MOST_DRAWN);
  if (answer.pairs === 0 || places.length < 2) return null;
  const pairs = pairsAmong(answer, places);
  return (
    <Drawing
      title={<Trans>Alliance by alliance</Trans>}
      fileName={`${answer.focal}-segmentation`}
      fileTitle={t`Collisions of ${answer.name}`}
      twin={<PairTable pairs={pairs} />}
      height={places.length * 24 + 24}
    >
      {(width) => <Matrix width={width} places={places} pairs={pairs} />}
    </Drawing>
  );
}

type MatrixProps = { readonly width: number; readonly places: readonly number[]; readonly pairs: readonly Pair[] };

function clipped(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end)}…`) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

function Matrix({ width, places, pairs }: MatrixProps) {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const measure = useMeasure(FONT);
  const longest = Math.max(...places.map((place) => measure(answer.alliances[place]?.name ?? '')));
  const labels = Math.min(longest + 34, width * (width < 500 ? 0.4 : 0.45));
  const cell = Math.max(14, Math.min(28, (width - labels - 4) / places.length));
  const height = places.length * cell + 22;
  const at = new Map(places.map((place, index) => [place, index]));
  return (
    <>
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={t`A matrix of ${places.length} alliances: marks show pairs that collide or may collide`}
      >
        {places.map((place, index) => (
          <g key={place}>
            <text className={classes.matrixLabel} x={0} y={22 + index * cell + cell / 2 + 4} fontSize={FONT}>
              {`${index + 1} ${clipped(answer.alliances[place]?.name ?? '', labels - 34, measure)}`}
            </text>
            <text
              className={classes.matrixNumber}
              x={labels + index * cell + cell / 2}
              y={14}
              fontSize={11}
              textAnchor="middle"
            >
              {index + 1}
            </text>
          </g>
        ))}
        {pairs.map((pair) => (
          <Cell
            key={`${pair.one} ${pair.other}`}
            pair={pair}
            x={labels + (at.get(pair.one) ?? 0) * cell}
            y={22 + (at.get(pair.other) ?? 0) * cell}
            size={cell}
          />
        ))}
      </svg>
      <Legend />
    </>
  );
}

type CellProps = { readonly pair: Pair; readonly x: number; readonly y: number; readonly size: number };

function Cell({ pair, x, y, size }: CellProps) {
  const { answer } = useSegmentation();
  const words = useSegmentationWords();
  const { show, activeId } = useInspector();
  const { verdict, collision } = pair;
  const [cx, cy, r] = [x + size / 2, y + size / 2, Math.min(6, size / 2 - 3)];
  if (verdict === 'same') {
    return <rect className={classes.cellSame} x={x + 1} y={y + 1} width={size - 2} height={size - 2} />;
  }
  if (verdict === 'none' || collision === null) return <circle className={classes.free} cx={cx} cy={cy} r={1.5} />;
  const id = `segmentation.collision.${collision}`;
  const names = [pair.one, pair.other].map((place) => answer.alliances[place]?.name ?? '').join(' × ');
  return (
    <g
      className={classes.mark}
      data-active={activeId === id || undefined}
      aria-label={`${names}: ${words.overlap(verdict)}`}
      {...pressable(() => show(id))}
    >
      <rect x={x} y={y} width={size} height={size} />
      {verdict === 'certain' ? (
        <circle className={classes.full} cx={cx} cy={cy} r={r} />
      ) : (
        <>
          <circle className={classes.ring} cx={cx} cy={cy} r={r} />
          <path className={classes.full} d={`M ${cx} ${cy - r} A ${r} ${r} 0 0 0 ${cx} ${cy + r} Z`} />
        </>
      )}
    </g>
  );
}

function Legend() {
  return (
    <p className={classes.legend}>
      <span>
        <span aria-hidden="true">● </span>
        <Trans>collide for certain</Trans>
      </span>
      <span>
        <span aria-hidden="true">◐ </span>
        <Trans>may collide: something is unknown</Trans>
      </span>
      <span>
        <span aria-hidden="true">· </span>
        <Trans>kept apart</Trans>
      </span>
      <span>
        <span aria-hidden="true">▪ </span>
        <Trans>share a partner house</Trans>
      </span>
    </p>
  );
}

function PairTable({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const words = useSegmentationWords();
  const name = (place: number): string => answer.alliances[place]?.name ?? '';
  const houses = (place: number): string =>
    (answer.alliances[place]?.parties ?? []).map((party) => party.name).join(', ');
  const link = (place: number) => {
    const alliance = answer.alliances[place];
    return alliance && <AllianceName {...alliance} />;
  };
  const verdict = (pair: Pair): string =>
    pair.verdict === 'same' ? t`share a partner house` : words.overlap(pair.verdict);
  const columns: Column<Pair>[] = [
    { id: 'one', header: t`Alliance`, value: ({ one }) => name(one), cell: ({ one }) => link(one) },
    { id: 'houses-one', header: t`Partner houses`, value: ({ one }) => houses(one) },
    { id: 'other', header: t`Other alliance`, value: ({ other }) => name(other), cell: ({ other }) => link(other) },
    { id: 'houses-other', header: t`Its partner houses`, value: ({ other }) => houses(other) },
    {
      id: 'verdict',
      header: t`Collision`,
      value: verdict,
      cell: (pair) =>
        pair.collision === null ? (
          verdict(pair)
        ) : (
          <Inspectable id={`segmentation.collision.${pair.collision}`}>{verdict(pair)}</Inspectable>
        ),
    },
  ];
  return (
    <DataTable
      caption={t`Pairs of alliances`}
      columns={columns}
      rows={pairs}
      rowKey={({ one, other }) => `${one} ${other}`}
      filtered
    />
  );
}
