import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { AllianceRecord, OrganisationRecord } from '../api/answers.ts';
import classes from './rows/rows.module.css';

/** A part of the page, and how much is in it. */
export type Part = { readonly id: string; readonly title: ReactNode; readonly count: number };

/** The parts of a record page with something in them, as links. */
export function OnThisPage({
  parts,
  record,
}: {
  readonly parts: readonly Part[];
  readonly record: AllianceRecord | OrganisationRecord;
}) {
  const { t } = useLingui();
  const shared: Part[] = [
    { id: 'events', title: <Trans>Events</Trans>, count: record.events.length },
    { id: 'measures', title: <Trans>Measures</Trans>, count: record.measures.length },
    { id: 'people', title: <Trans>People</Trans>, count: record.people.length },
    { id: 'workforce', title: <Trans>Workforce</Trans>, count: record.workforces.length },
    { id: 'conditions', title: <Trans>Conditions</Trans>, count: record.conditions.length },
    { id: 'discrepancies', title: <Trans>Discrepancies</Trans>, count: record.discrepancies.length },
    { id: 'sources', title: <Trans>Sources</Trans>, count: record.sources.length },
  ];
  return (
    <nav aria-label={t`On this page`}>
      <ul className={classes.anchors}>
        {[...parts, ...shared]
          .filter(({ count }) => count > 0)
          .map(({ id, title, count }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {title} ({count})
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
