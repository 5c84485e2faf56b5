import { Trans } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { CalendarEntryLine } from './calendar-entry.tsx';
import type { CalendarItem } from './calendar-items.ts';
import classes from './calendar.module.css';

type Props = { readonly items: readonly CalendarItem[]; readonly today: string };

/** Everything by day: what is overdue and what comes, then what was. */
export function DayList({ items, today }: Props) {
  const ahead = items.filter(({ day, isOpen }) => day >= today || isOpen);
  const past = items.filter((item) => !ahead.includes(item)).toReversed();
  return (
    <div className={classes.list}>
      <Days items={ahead} today={today} />
      {past.length > 0 && (
        <details>
          <summary>
            <Trans>Past meetings</Trans>
          </summary>
          <Days items={past} today={today} />
        </details>
      )}
    </div>
  );
}

function Days({ items, today }: Props) {
  const days = [...new Set(items.map(({ day }) => day))];
  return (
    <>
      {days.map((day) => (
        <section key={day}>
          <h2 className={classes.date}>
            <DateText value={day} />
          </h2>
          <ul className={classes.entries}>
            {items
              .filter((item) => item.day === day)
              .map((item) => (
                <CalendarEntryLine key={item.id} item={item} today={today} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
