import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef } from 'react';
import { seriesColour } from '../../../../ui/series-colours.ts';
import type { EventKind } from '@entente/core/register';
import { useHouseOrder } from '../../../../lib/house-colours.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { Drawing } from '../drawing.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { useMeasure } from '../use-measure.ts';
import type { BarShape } from './bar-shape.ts';
import { EventMarks } from './event-marks.tsx';
import { Lanes } from './lanes.tsx';
import { milestonesLayout, SIZES, type Words } from './milestones-layout.ts';
import { MilestonesTable } from './milestones-table.tsx';
import classes from './milestones.module.css';
import { TimeAxis } from './time-axis.tsx';

const HEIGHT = 420;

/** Alliances through time in lanes by partner, with dated events above: what happened when, with whom. */
export function MilestonesFigure() {
  const { t } = useLingui();
  const { firm, answer } = usePortfolioView();
  return (
    <Drawing
      title={<Trans>Milestones</Trans>}
      fileName={`${firm}-milestones`}
      fileTitle={t`Milestones of the alliance portfolio: ${firm}`}
      height={HEIGHT}
      twin={<MilestonesTable milestones={answer.milestones} />}
    >
      {(width) => <Timeline available={width} />}
    </Drawing>
  );
}

function useLayoutWords(): Words {
  const { t, i18n } = useLingui();
  const terms = useWords();
  const measure = useMeasure(SIZES.font);
  return useMemo(() => {
    const ending = ({ bar }: BarShape): string => {
      if (bar.end === 'unknown') return t`ended, date unknown`;
      if (bar.end === null) return '';
      const how = bar.ending === null ? t`ended` : terms.term('endings', bar.ending);
      const when = bar.end.text;
      return t`${how} ${when}`;
    };
    const eventKind = (kind: EventKind | null): string =>
      kind === null ? t`other events` : terms.term('eventKinds', kind);
    return { ending, eventKind, measure };
    // A change of language changes `i18n.locale`, and with it every word.
  }, [t, terms, measure, i18n.locale]);
}

/** Scrolls the frame sideways when the as-of line lies outside what it shows. */
function bringIntoView(frame: HTMLDivElement | null, x: number | null): void {
  if (!frame || x === null) return;
  const { scrollLeft, clientWidth } = frame;
  if (x < scrollLeft || x > scrollLeft + clientWidth - 24) frame.scrollLeft = x - clientWidth * 0.6;
}

function Timeline({ available }: { readonly available: number }) {
  const { t } = useLingui();
  const { answer, day, asOf } = usePortfolioView();
  const words = useLayoutWords();
  const layout = useMemo(() => milestonesLayout(answer, available, words), [answer, available, words]);
  const order = useHouseOrder();
  const fixed = useRef<SVGGElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const lineX = layout && asOf !== null ? layout.scale.x(day) : null;
  useEffect(() => bringIntoView(frame.current, lineX), [lineX]);
  if (!layout) return null;
  const { width, height, scale, lanes, narrow } = layout;
  const colourOf = (slug: string): string => {
    const place = order(slug);
    return place === null ? 'var(--line-strong)' : seriesColour(place);
  };
  const counted = answer.milestones.lanes.length;
  const line = asOf === null || lineX === null ? null : { x: lineX, text: asOf };
  return (
    <div
      ref={frame}
      className={classes.frame}
      tabIndex={width > available ? 0 : undefined}
      role={width > available ? 'region' : undefined}
      aria-label={width > available ? t`Milestones, to be scrolled sideways` : undefined}
      onScroll={(event) => fixed.current?.setAttribute('transform', `translate(${event.currentTarget.scrollLeft} 0)`)}
    >
      <svg
        className={classes.timeline}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={t`Alliances of the portfolio through time, in ${counted} lanes by partner`}
      >
        <TimeAxis scale={scale} height={height} line={line} />
        <EventMarks layout={layout} />
        <Lanes lanes={lanes} layout={layout} colourOf={colourOf} until={day} named={narrow ? fixed : null} />
      </svg>
    </div>
  );
}
