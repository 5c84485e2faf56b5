import type { EventAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { firstDay } from '../../../../lib/reading.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { AllianceLink, OrganisationLink } from '../record-links.tsx';
import { useComingWords } from './standing-words.ts';

/** What happened, in order. */
export function EventsTable({ events }: { readonly events: readonly EventAnswer[] }) {
  const { t } = useLingui();
  const words = useWords();
  const coming = useComingWords();
  const actions = useActionColumn<EventAnswer>('event');
  const columns: Column<EventAnswer>[] = [
    {
      id: 'date',
      header: t`Date`,
      value: ({ date }) => firstDay(date),
      cell: (row) => <Fact kind="event" id={row.id} field="date" of={row.title} value={row.date} />,
    },
    {
      id: 'title',
      header: t`Event`,
      value: ({ title }) => title,
      cell: (row) => <Fact kind="event" id={row.id} field="title" value={row.title} />,
    },
    {
      id: 'kind',
      header: t`Kind`,
      value: ({ kind }) => (kind === null ? null : words.term('eventKinds', kind)),
      cell: (row) => <Fact kind="event" id={row.id} field="kind" of={row.title} value={row.kind} />,
    },
    { id: 'about', header: t`About`, value: ({ about }) => about.map(({ name }) => name).join(' '), cell: About },
    ...actions,
  ];
  return (
    <DataTable
      caption={t`Events`}
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      setBack={({ date }) => coming(date)}
      initialSort={{ id: 'date', descending: false }}
      filtered
    />
  );
}

function About({ about }: EventAnswer) {
  const { separator } = useWords();
  return about.map((subject, index) => (
    <Fragment key={subject.id}>
      {index > 0 && separator}
      {subject.kind === 'alliance' ? (
        <AllianceLink alliance={subject} />
      ) : subject.kind === 'organisation' ? (
        <OrganisationLink organisation={subject} />
      ) : (
        subject.name
      )}
    </Fragment>
  ));
}
