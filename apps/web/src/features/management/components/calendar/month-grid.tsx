import { useLingui } from '@lingui/react/macro';
import { type CalendarItem, daysOfMonth } from './calendar-items.ts';
import classes from './calendar.module.css';
import { CalendarEntryLine } from './calendar-entry.tsx';

type Props = { readonly month: string; readonly items: readonly CalendarItem[]; readonly today: string };

const words = (locale: string, day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));

/** A month in weeks; on a narrow screen the days on which something is, one below the other. */
export function MonthGrid({ month, items, today }: Props) {
  const { i18n } = useLingui();
  const days = daysOfMonth(month);
  return (
    <>
      <div className={classes.weekdays} aria-hidden="true">
        {days.slice(0, 7).map((day) => (
          <span key={day}>{words(i18n.locale, day, { weekday: 'short' })}</span>
        ))}
      </div>
      <ol className={classes.month}>
        {days.map((day) => {
          const here = items.filter((item) => item.day === day);
          return (
            <li
              key={day}
              className={classes.day}
              data-outside={!day.startsWith(month) || undefined}
              data-today={day === today || undefined}
              data-empty={here.length === 0 || undefined}
            >
              <time dateTime={day} className={classes.number}>
                <span className={classes.short} aria-hidden="true">
                  {Number(day.slice(8))}
                </span>
                <span className={classes.long}>
                  {words(i18n.locale, day, { weekday: 'short', day: 'numeric', month: 'long' })}
                </span>
              </time>
              {here.length > 0 && (
                <ul className={classes.entries}>
                  {here.map((item) => (
                    <CalendarEntryLine key={item.id} item={item} today={today} />
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
