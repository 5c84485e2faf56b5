import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Section } from '../../../ui/section.tsx';
import type { AllianceRecord, OrganisationRecord } from '../api/answers.ts';
import type { Additions } from './forms/additions.ts';
import { AddButton } from './forms/row-actions.tsx';
import { HistorySection } from './history-section.tsx';
import { ConditionsTable } from './rows/conditions-table.tsx';
import { DiscrepancyList } from './rows/discrepancy-list.tsx';
import { EventsTable } from './rows/events-table.tsx';
import { MeasuresTable } from './rows/measures-table.tsx';
import { PeopleTable, WorkforceTable } from './rows/people-table.tsx';
import { SourcesList } from './rows/sources-list.tsx';

type Props = { readonly record: AllianceRecord | OrganisationRecord; readonly additions: Additions };

/** What the pages of alliances and partners end with; parts with nothing in them are left out. */
export function RecordSections({ record, additions }: Props) {
  const { events, measures, people, workforces, conditions, discrepancies, sources, claims } = record;
  const uses = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { source } of claims)
      if (source.slug !== null) counts.set(source.slug, (counts.get(source.slug) ?? 0) + 1);
    return counts;
  }, [claims]);
  const add = (kind: SubjectKind) => <AddButton kind={kind} additions={additions} />;
  const named = 'alliance' in record ? `alliance:${record.alliance.slug}` : `organisation:${record.organisation.slug}`;
  return (
    <>
      {events.length > 0 && (
        <Section id="events" title={<Trans>Events</Trans>} count={events.length} action={add('event')}>
          <EventsTable events={events} />
        </Section>
      )}
      {measures.length > 0 && (
        <Section id="measures" title={<Trans>Measures</Trans>} count={measures.length} action={add('measure')}>
          <MeasuresTable measures={measures} />
        </Section>
      )}
      {people.length > 0 && (
        <Section id="people" title={<Trans>People</Trans>} count={people.length} action={add('person')}>
          <PeopleTable people={people} />
        </Section>
      )}
      {workforces.length > 0 && (
        <Section id="workforce" title={<Trans>Workforce</Trans>} count={workforces.length} action={add('workforce')}>
          <WorkforceTable workforces={workforces} />
        </Section>
      )}
      {conditions.length > 0 && (
        <Section id="conditions" title={<Trans>Conditions</Trans>} count={conditions.length} action={add('condition')}>
          <ConditionsTable conditions={conditions} />
        </Section>
      )}
      <Section id="discrepancies" title={<Trans>Discrepancies</Trans>} count={discrepancies.length}>
        <DiscrepancyList discrepancies={discrepancies} />
      </Section>
      <Section id="sources" title={<Trans>Sources</Trans>} count={sources.length}>
        <SourcesList sources={sources} uses={uses} />
      </Section>
      <HistorySection record={named} />
    </>
  );
}
