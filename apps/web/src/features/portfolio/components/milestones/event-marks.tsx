import { Plural, useLingui } from '@lingui/react/macro';
import type { MilestoneEvent } from '@entente/core/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { dateWords } from '../../../../ui/date-text.tsx';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { pressable } from '../inspectable.tsx';
import { EventList } from './event-list.tsx';
import type { EventMark } from './event-rows.ts';
import classes from './milestones.module.css';
import { type MilestonesLayout, SIZES } from './milestones-layout.ts';

/** Dated events, a row for each kind; a mark opens what happened. */
export function EventMarks({ layout }: { readonly layout: MilestonesLayout }) {
  const { t } = useLingui();
  const terms = useWords();
  const { eventRows, earlier, narrow, scale, width } = layout;
  return (
    <g>
      {earlier.length > 0 && (
        <Earlier events={earlier} narrow={narrow} y={eventRows[0]?.y ?? SIZES.axis} width={width} />
      )}
      {eventRows.map(({ kind, marks, y }) => {
        const name = kind === null ? t`other events` : terms.term('eventKinds', kind);
        return (
          <g key={kind ?? 'other'}>
            <text className={classes.kind} x={narrow ? 8 : 20} y={(narrow ? y - SIZES.eventRow : y) + 13}>
              {name}
            </text>
            <line className={classes.eventLine} x1={narrow ? 0 : scale.left} x2={width} y1={y + 9} y2={y + 9} />
            {marks.map((mark) => (
              <Mark key={mark.events[0]?.event} mark={mark} y={y} kind={name} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

function useOpenEvents(): (events: readonly MilestoneEvent[]) => void {
  const { show, open } = useInspector();
  return (events) => {
    const [first] = events;
    if (events.length === 1 && first) show(`portfolio.event.${first.event}`);
    else
      open({
        title: <Plural value={events.length} one="# event" other="# events" />,
        body: <EventList events={events} />,
      });
  };
}

type MarkProps = { readonly mark: EventMark; readonly y: number; readonly kind: string };

function Mark({ mark, y, kind }: MarkProps) {
  const { i18n } = useLingui();
  const openEvents = useOpenEvents();
  const { events, x, until } = mark;
  const said = events.map(({ date, title }) => `${dateWords(date.text, i18n)}: ${title}`).join('; ');
  return (
    <g className={classes.event} aria-label={`${kind}: ${said}`} {...pressable(() => openEvents(events))}>
      <title>{said}</title>
      <line className={classes.span} x1={x} x2={until} y1={y + 9} y2={y + 9} />
      <circle className={classes.reach} cx={x + 5} cy={y + 9} r={9} />
      <circle className={classes.dot} cx={x + 5} cy={y + 9} r={events.length > 1 ? 7 : 4} />
      {events.length > 1 && (
        <text className={classes.number} x={x + 5} y={y + 13} textAnchor="middle">
          {events.length}
        </text>
      )}
    </g>
  );
}

type EarlierProps = {
  readonly events: readonly MilestoneEvent[];
  readonly narrow: boolean;
  readonly y: number;
  readonly width: number;
};

/** What happened before the axis begins: beside the years, or at the end of the first row's head where that is narrow. */
function Earlier({ events, narrow, y, width }: EarlierProps) {
  const openEvents = useOpenEvents();
  const place = narrow
    ? { x: width - 8, y: y - SIZES.eventRow + 13, textAnchor: 'end' as const }
    : { x: 20, y: SIZES.axis - 9 };
  return (
    <g className={classes.event} {...pressable(() => openEvents(events))}>
      <text className={classes.earlier} {...place}>
        {'◂ '}
        <Plural value={events.length} one="# earlier event" other="# earlier events" />
      </text>
    </g>
  );
}
