import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { DatedEvent } from '../../../lib/as-of-steps.ts';
import type { OrganisationRecord } from './answers.ts';

/** What happened to a firm, in order to step through it: alliances begun and ended, stakes begun, events. */
export function useDatedEvents(record: OrganisationRecord | undefined): readonly DatedEvent[] {
  const { t } = useLingui();
  return useMemo(() => {
    if (!record) return [];
    const begun = record.alliances.flatMap(({ start, name, slug }) =>
      start === null ? [] : [{ date: start, label: t`${name ?? slug} begins` }],
    );
    const ended = record.alliances.flatMap(({ end, name, slug }) =>
      end === '..' || end === 'unknown' ? [] : [{ date: end, label: t`${name ?? slug} ends` }],
    );
    const stakes = record.stakesHeld.flatMap(({ from, share, issuer }) => {
      const held = share === null ? t`a stake of unknown size` : t`a stake of ${share} %`;
      const name = issuer.name ?? issuer.slug ?? '';
      return from === null ? [] : [{ date: from, label: t`${name}: ${held}` }];
    });
    const events = record.events.flatMap(({ date, title, slug }) =>
      date === null ? [] : [{ date, label: title ?? slug }],
    );
    return [...begun, ...ended, ...stakes, ...events];
  }, [record, t]);
}
