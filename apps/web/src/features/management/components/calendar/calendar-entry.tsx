import { TERM_WORDS } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { LifecycleLink, ManagementLink } from '../management-links.tsx';
import { kindWords } from '../management-words.ts';
import type { CalendarItem } from './calendar-items.ts';
import classes from './calendar.module.css';

/** What an item is called: its own words, or those of its kind. */
function useItemTitle() {
  const { i18n } = useLingui();
  const words = useWords();
  return ({ title, kind, stage }: CalendarItem): string => {
    if (stage !== null) {
      const name = stage in TERM_WORDS.stages ? words.term('stages', stage) : stage;
      return `${kindWords(kind, i18n)}: ${name}`;
    }
    return title ?? kindWords(kind, i18n);
  };
}

type Props = { readonly item: CalendarItem; readonly today: string };

/** One item of the calendar: when, what, of which alliance. */
export function CalendarEntryLine({ item, today }: Props) {
  const { i18n } = useLingui();
  const titled = useItemTitle();
  const isLate = item.isOpen && item.day < today && item.kind !== 'meeting';
  const ItemLink = item.kind === 'gate' ? LifecycleLink : ManagementLink;
  return (
    <li className={classes.entry} data-kind={item.kind} data-over={!item.isOpen || undefined}>
      {item.time !== null && <span className={classes.time}>{item.time} </span>}
      <ItemLink slug={item.alliance.slug}>{titled(item)}</ItemLink>
      <span className={classes.of}>
        {item.title !== null && `${kindWords(item.kind, i18n)} · `}
        {item.alliance.name}
        {isLate && (
          <span className={classes.late}>
            {' · '}
            <span aria-hidden="true">▲ </span>
            <Trans>overdue</Trans>
          </span>
        )}
      </span>
    </li>
  );
}
