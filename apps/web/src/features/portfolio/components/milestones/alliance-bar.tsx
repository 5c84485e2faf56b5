import { useLingui } from '@lingui/react/macro';
import { useLinkProps } from '@tanstack/react-router';
import { useId } from 'react';
import type { Bar, Holding } from '@entente/core/portfolio';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { dateWords, endWords } from '../../../../ui/date-text.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import type { BarShape } from './bar-shape.ts';
import classes from './milestones.module.css';
import { type PlacedBar, SIZES } from './milestones-layout.ts';

type Props = {
  readonly placed: PlacedBar;
  readonly colour: string;
  /** The last day that counts as come. */
  readonly until: string;
};

const HALF = SIZES.barHeight / 2;

/** One alliance: a bar that fades over the days its dates may mean, its shares, changes and end; a link to its page. */
export function AllianceBar({ placed, colour, until }: Props) {
  const { workspace } = usePortfolioView();
  const { shape, labels, y } = placed;
  const { bar } = shape;
  const said = useBarWords(bar, [labels.name, labels.detail, ...labels.changes.map(({ text }) => text)]);
  const gradient = useId();
  const { href, onClick, onMouseEnter, onFocus } = useLinkProps({
    to: '/w/$workspace/alliances/$slug',
    params: { workspace, slug: bar.alliance },
    search: keptSearch,
  });
  return (
    <a
      className={classes.bar}
      data-later={(bar.start?.earliest ?? '') > until || undefined}
      href={href}
      aria-label={said}
      onClick={onClick}
      onMouseEnter={onMouseEnter}
      onFocus={onFocus}
    >
      <title>{said}</title>
      <Fade id={gradient} shape={shape} colour={colour} />
      <rect
        className={classes.reach}
        x={shape.x0}
        y={y - (SIZES.barRow - SIZES.barHeight) / 2}
        width={Math.max(SIZES.barRow, shape.x1 - shape.x0)}
        height={SIZES.barRow}
      />
      <rect
        className={classes.body}
        x={shape.x0}
        y={y}
        width={shape.x1 - shape.x0}
        height={SIZES.barHeight}
        fill={`url(#${gradient})`}
      />
      <Absence shape={shape} y={y} />
      <rect
        x={shape.present0}
        y={y + SIZES.barHeight - 2}
        width={Math.max(0, shape.present1 - shape.present0)}
        height={2}
        fill={`url(#${gradient}-line)`}
      />
      {shape.continues && <path className={classes.continues} d={`M${shape.x1 - 4} ${y + HALF - 4} l4 4 l-4 4`} />}
      {!shape.continues && !shape.endUnknown && (
        <rect x={shape.x1 - 3} y={y} width={3} height={SIZES.barHeight} fill={colour} />
      )}
      {shape.changes.map(({ x }) => (
        <path
          key={x}
          className={classes.change}
          d={`M${x} ${y + SIZES.barHeight - 6} l5 5 l-5 5 l-5 -5 Z`}
          fill={colour}
        />
      ))}
      <text className={classes.label} x={labels.x} y={y + 13} textAnchor={labels.anchor}>
        {labels.name}
        {labels.detail !== '' && <tspan className={classes.shares}> {labels.detail}</tspan>}
      </text>
      {labels.changes.map(({ x, text }) => (
        <text key={x} className={classes.shares} x={x} y={y + 13}>
          {` ${text}`}
        </text>
      ))}
    </a>
  );
}

type FadeProps = { readonly id: string; readonly shape: BarShape; readonly colour: string };

/** Fills that grow from nothing over the days a date may mean. */
function Fade({ id, shape, colour }: FadeProps) {
  const length = Math.max(1, shape.x1 - shape.x0);
  const at = (x: number): number => (x - shape.x0) / length;
  const stops = [
    [0, shape.solid0 > shape.x0 + 1 ? 0.08 : 1],
    [at(shape.solid0), 1],
    [at(shape.solid1), 1],
    [1, shape.solid1 < shape.x1 - 1 ? 0.08 : 1],
  ] as const;
  const gradient = (name: string, strength: number) => (
    <linearGradient id={name} gradientUnits="userSpaceOnUse" x1={shape.x0} x2={shape.x1} y1={0} y2={0}>
      {stops.map(([offset, share], index) => (
        <stop key={index} offset={offset} stopColor={colour} stopOpacity={share * strength} />
      ))}
    </linearGradient>
  );
  return (
    <defs>
      {gradient(id, 0.24)}
      {gradient(`${id}-line`, 1)}
    </defs>
  );
}

/** Where the lane's partner is not yet, or no longer, in the alliance: only an outline. */
function Absence({ shape, y }: { readonly shape: BarShape; readonly y: number }) {
  const gaps = [
    [shape.x0, shape.present0],
    [shape.present1, shape.x1],
  ] as const;
  return gaps.map(([from, to]) =>
    to - from < 2 ? null : (
      <rect
        key={from}
        className={classes.absent}
        x={from + 0.5}
        y={y + 0.5}
        width={to - from - 1}
        height={SIZES.barHeight - 1}
      />
    ),
  );
}

/** All that the bar shows, in words: period, holders with their shares through time, end, disputes. */
function useBarWords(bar: Bar, written: readonly string[]): string {
  const { t, i18n } = useLingui();
  const terms = useWords();
  const start = bar.start === null ? t`start unknown` : dateWords(bar.start.text, i18n);
  const end = endWords(bar.end === null ? '..' : bar.end === 'unknown' ? 'unknown' : bar.end.text, i18n);
  const shares = ({ from, shares: held }: Holding): string => {
    const who = held.map(({ name, share }) => `${name} ${share === null ? '?' : terms.percent(share)}`).join(', ');
    return from === null ? who : `${dateWords(from.text, i18n)}: ${who}`;
  };
  const { disputed } = bar;
  const period = t`from ${start} to ${end}`;
  const visible = written.filter((text) => text !== '').join(' ');
  return [
    `${visible}: ${period}`,
    ...bar.holdings.map(shares),
    ...(bar.ending === null ? [] : [terms.term('endings', bar.ending)]),
    ...(disputed === 0 ? [] : [t`disputed fields: ${disputed}`]),
  ].join('; ');
}
