import { PAPER_KINDS } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { today } from '../../../lib/as-of.ts';
import { membersQuery, papersQuery } from '../../../lib/papers.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { gatesQuery } from '../api/management-requests.ts';
import type { CalendarSearch } from '../calendar-search.ts';
import { type CalendarItem, calendarItems, monthAfter, monthOf } from '../components/calendar/calendar-items.ts';
import classes from '../components/calendar/calendar.module.css';
import { DayList } from '../components/calendar/day-list.tsx';
import { FeedSection } from '../components/calendar/feed-section.tsx';
import { MonthGrid } from '../components/calendar/month-grid.tsx';
import own from '../../../dossier/dossier.module.css';
import { ownTimeZone } from '../components/zones.ts';

const ROUTE = '/w/$workspace/calendar';

/** Meetings, actions, issues, obligations and gates of every alliance, by month or in a list. */
export function CalendarPage() {
  const { t } = useLingui();
  const { workspace } = useParams({ from: ROUTE });
  const { month: asked, view, of, person } = useSearch({ from: ROUTE });
  const now = today();
  const open = useQuery(papersQuery(workspace, PAPER_KINDS, { open: 'true' }));
  const meetings = useQuery(papersQuery(workspace, ['meeting']));
  const gates = useQuery(gatesQuery(workspace, now));
  usePageTitle(t`Calendar`);
  const error = open.error ?? meetings.error;
  const papers =
    open.data && meetings.data
      ? [...open.data.items.filter(({ kind }) => kind !== 'meeting'), ...meetings.data.items]
      : null;
  const all = papers === null ? [] : calendarItems(papers, gates.data);
  const shown = all.filter(
    (item) => (of === undefined || item.alliance.slug === of) && (person === undefined || item.people.includes(person)),
  );
  const zone = ownTimeZone().replaceAll('_', ' ');
  return (
    <>
      <h1>
        <Trans>Calendar</Trans>
      </h1>
      <p className={own.lead}>
        <Trans>What is called and due in every alliance that you read, on your own clock ({zone}).</Trans>
      </p>
      <CalendarBar items={all} />
      {error && papers === null && <FailureState inline error={error} onRetry={() => void open.refetch()} />}
      {!error && papers === null && <LoadingState lines={10} />}
      {papers !== null && all.length === 0 && (
        <EmptyState title={<Trans>Nothing is called or due yet</Trans>}>
          <Trans>Open an alliance, go to its management, and call a meeting there.</Trans>
        </EmptyState>
      )}
      {papers !== null &&
        (view === 'list' ? (
          <DayList items={shown} today={now} />
        ) : (
          <MonthGrid month={asked ?? monthOf(now)} items={shown} today={now} />
        ))}
      <FeedSection />
    </>
  );
}

function CalendarBar({ items }: { readonly items: readonly CalendarItem[] }) {
  const { t, i18n } = useLingui();
  const { workspace } = useParams({ from: ROUTE });
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const { data: members } = useQuery(membersQuery(workspace));
  const month = search.month ?? monthOf(today());
  const go = (next: (before: CalendarSearch) => CalendarSearch): void =>
    void navigate({ search: next, replace: true, resetScroll: false });
  const without = (before: CalendarSearch, name: keyof CalendarSearch): CalendarSearch =>
    Object.fromEntries(Object.entries(before).filter(([key]) => key !== name));
  const put = (name: 'of' | 'person' | 'month', value: string | null): void =>
    go((before) => (value === null || value === '' ? without(before, name) : { ...before, [name]: value }));
  const alliances = [...new Map(items.map(({ alliance }) => [alliance.slug, alliance.name]))];
  const name = new Intl.DateTimeFormat(i18n.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
  return (
    <div className={classes.bar} data-screen-only>
      {search.view !== 'list' && (
        <>
          <h2 className={classes.monthName}>{name}</h2>
          <Group gap={4}>
            <Button
              size="xs"
              variant="default"
              aria-label={t`Month before`}
              onClick={() => put('month', monthAfter(month, -1))}
            >
              ‹
            </Button>
            <Button size="xs" variant="default" onClick={() => put('month', null)}>
              <Trans>This month</Trans>
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={t`Month after`}
              onClick={() => put('month', monthAfter(month, 1))}
            >
              ›
            </Button>
          </Group>
        </>
      )}
      <Button
        size="xs"
        variant="default"
        aria-pressed={search.view === 'list'}
        onClick={() => go((before) => (before.view === 'list' ? without(before, 'view') : { ...before, view: 'list' }))}
      >
        <Trans>List</Trans>
      </Button>
      <NativeSelect
        size="xs"
        label={t`Alliance`}
        data={[{ value: '', label: t`every alliance` }, ...alliances.map(([slug, label]) => ({ value: slug, label }))]}
        value={search.of ?? ''}
        onChange={(event) => put('of', event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t({ message: 'Person', context: 'member' })}
        data={[
          { value: '', label: t`everybody` },
          ...(members?.items ?? [])
            .filter(({ endedAt }) => endedAt === null)
            .map(({ person }) => ({ value: person.id, label: person.name })),
        ]}
        value={search.person ?? ''}
        onChange={(event) => put('person', event.currentTarget.value)}
      />
    </div>
  );
}
