import { Trans } from '@lingui/react/macro';
import type { MilestoneEvent } from '@entente/core/portfolio';
import { DateText } from '../../../../ui/date-text.tsx';
import { useWords } from '../../../../lib/use-words.ts';
import { AllianceLink, SourcePlaces } from '../record-links.tsx';
import classes from './event-list.module.css';

/** What happened, when, to which alliances, and who says so. */
export function EventList({ events }: { readonly events: readonly MilestoneEvent[] }) {
  const terms = useWords();
  return (
    <ul className={classes.list}>
      {events.map((event) => (
        <li key={event.event}>
          <div className={classes.when}>
            <DateText value={event.date.text} />
            {event.kind !== null && ` · ${terms.term('eventKinds', event.kind)}`}
          </div>
          <p className={classes.title}>{event.title}</p>
          {event.alliances.map((slug) => (
            <div key={slug}>
              <AllianceLink slug={slug} />
            </div>
          ))}
          <div className={classes.sources}>
            <Trans>
              Sources: <SourcePlaces evidence={event.evidence} />
            </Trans>
          </div>
        </li>
      ))}
    </ul>
  );
}
