import { Plural, useLingui } from '@lingui/react/macro';
import type { MilestoneEvent } from '@entente/core/portfolio';
import { dateWords } from '../../../../ui/date-text.tsx';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { pressable } from '../inspectable.tsx';
import { eventsAddress } from './event-address.ts';
import type { EventMark } from './event-rows.ts';
import classes from './milestones.module.css';
import { type MilestonesLayout, SIZES } from './milestones-layout.ts';

/** Dated events, a row for each kind; a mark opens what happened. */
export function EventMarks({ layout }: { readonly layout: MilestonesLayout }) {
  const { eventRows, earlier, narrow, scale, width } = layout;
  return (
    <g>
      {earlier.length > 0 && (
        <Earlier events={earlier} narrow={narrow} y={eventRows[0]?.y ?? SIZES.axis} width={width} />
      )}
      {eventRows.map(({ kind, marks, y, nameLines }) => {
        const name = nameLines.join(' ');
        return (
          <g key={kind ?? 'other'}>
            <text className={classes.kind}>
              {nameLines.map((line, index) => (
                <tspan
                  key={line}
                  x={narrow ? 8 : 20}
                  y={(narrow ? y - SIZES.eventRow : y) + 13 + index * SIZES.eventLine}
                >
                  {line}
                </tspan>
              ))}
            </text>
            <line className={classes.eventLine} x1={narrow ? 0 : scale.left} x2={width} y1={y + 9} y2={y + 9} />
            {marks.map((mark) => (
              <Mark key={mark.events[0]?.event} mark={mark} y={y} kind={name} narrow={narrow} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** Where rows are far enough apart for it. */
const FINGER_RADIUS = 12;

type MarkProps = {
  readonly mark: EventMark;
  readonly y: number;
  readonly kind: string;
  readonly narrow: boolean;
};

function Mark({ mark, y, kind, narrow }: MarkProps) {
  const { i18n } = useLingui();
  const { show } = useInspector();
  const { events, x, until } = mark;
  const said = events.map(({ date, title }) => `${dateWords(date.text, i18n)}: ${title}`).join('; ');
  return (
    <g
      className={classes.event}
      aria-label={events.length > 1 ? `${events.length} ${kind}: ${said}` : `${kind}: ${said}`}
      {...pressable(() => show(eventsAddress(events)))}
    >
      <title>{said}</title>
      <line className={classes.span} x1={x} x2={until} y1={y + 9} y2={y + 9} />
      <circle className={classes.reach} cx={x + 5} cy={y + 9} r={narrow ? FINGER_RADIUS : 9} />
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
  const { show } = useInspector();
  const place = narrow
    ? { x: width - 8, y: y - SIZES.eventRow + 13, textAnchor: 'end' as const }
    : { x: 20, y: SIZES.axis - 9 };
  return (
    <g className={classes.event} {...pressable(() => show(eventsAddress(events)))}>
      <text className={classes.earlier} {...place}>
        {'◂ '}
        <Plural value={events.length} one="# earlier event" other="# earlier events" />
      </text>
    </g>
  );
}
