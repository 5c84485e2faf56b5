import { useLingui } from '@lingui/react/macro';
import type { NegotiationIssue, Reading } from './negotiation-words.ts';
import classes from './negotiation.module.css';

type Props = {
  readonly issue: Extract<NegotiationIssue, { scale: 'number' }>;
  readonly zone: Reading['zones'][number] | undefined;
};

const WIDTH = 240;
const EDGE = 6;

/** What each side would sign from its reservation to its target, one above the other, and between them where both would. */
export function ZoneBar({ issue, zone }: Props) {
  const { t } = useLingui();
  const { ours, theirs, name } = issue;
  const known = [ours.target, ours.reservation, theirs.target, theirs.reservation].filter((value) => value !== null);
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const place = (value: number): number =>
    EDGE + ((value - least) / Math.max(most - least, Number.MIN_VALUE)) * (WIDTH - 2 * EDGE);
  const bar = (aim: typeof ours, y: number, className: string | undefined) => {
    if (aim.target === null && aim.reservation === null) return null;
    const [one, other] = [aim.reservation ?? aim.target ?? 0, aim.target ?? aim.reservation ?? 0].map(place) as [
      number,
      number,
    ];
    return (
      <>
        <rect
          className={className}
          x={Math.min(one, other)}
          y={y}
          width={Math.max(Math.abs(other - one), 2)}
          height={6}
        />
        {aim.reservation !== null && (
          <rect className={className} x={place(aim.reservation) - 2} y={y - 3} width={4} height={12} />
        )}
      </>
    );
  };
  const [from, to] = [zone?.lowest ?? null, zone?.highest ?? null];
  return (
    <svg
      className={classes.zone}
      viewBox={`0 0 ${WIDTH} 34`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t`${name}: our range above, theirs below; the figures stand beside it`}
    >
      {zone?.state === 'open' && (from !== null || to !== null) && (
        <rect
          className={classes.both}
          x={from === null ? 0 : place(from)}
          y={0}
          width={Math.max((to === null ? WIDTH : place(to)) - (from === null ? 0 : place(from)), 2)}
          height={34}
        />
      )}
      <line className={classes.axis} x1={0} x2={WIDTH} y1={17} y2={17} />
      {bar(ours, 6, classes.ours)}
      {bar(theirs, 22, classes.theirs)}
    </svg>
  );
}
