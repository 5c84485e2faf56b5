import type { Stake } from '@entente/core/register';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { type ShareSum, shareSums, type Stretch } from './share-sums.ts';
import classes from './venture-stakes.module.css';

/** What the shares come to, for each time in which nothing changes. */
export function ShareSums({ stakes }: { readonly stakes: readonly Stake[] }) {
  const stretches = useMemo(() => shareSums(stakes), [stakes]);
  if (stretches.length === 0) return null;
  return (
    <div className={classes.sums} aria-live="polite">
      <p className={classes.head}>
        <Trans>Sum of the shares</Trans>
      </p>
      <ul>
        {stretches.map((stretch) => (
          <li key={stretch.from ?? ''} data-over={stretch.shares.isOver || stretch.votes?.isOver || undefined}>
            <Stretched stretch={stretch} />
            {stretch.votes && (
              <>
                {' · '}
                <Trans>votes</Trans> <Sum sum={stretch.votes} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Stretched({ stretch }: { readonly stretch: Stretch }) {
  const [time, sum] = [<StretchTime key="time" stretch={stretch} />, <Sum key="sum" sum={stretch.shares} />];
  return (
    <Trans>
      {time}: {sum}
    </Trans>
  );
}

function StretchTime({ stretch: { from, to } }: { readonly stretch: Stretch }) {
  const start = from === null ? null : <DateText value={from} />;
  const end = to === null ? null : <DateText value={to} />;
  if (start === null && end === null) return <Trans>always</Trans>;
  if (start === null) return <Trans>until {end}</Trans>;
  return end === null ? (
    <Trans>since {start}</Trans>
  ) : (
    <Trans>
      {start} to {end}
    </Trans>
  );
}

function Sum({ sum: { sum, isLeast, isOver } }: { readonly sum: ShareSum }) {
  const words = useWords();
  const figure = words.percent(sum);
  return (
    <>
      {isLeast ? <Trans>at least {figure}</Trans> : figure}
      {isOver && (
        <strong className={classes.over}>
          <span aria-hidden="true"> ▲ </span>
          <Trans>over 100 %</Trans>
        </strong>
      )}
    </>
  );
}
