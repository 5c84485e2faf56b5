import type { LifecycleTemplateAnswer } from '@entente/contract/lifecycle';
import type { TodayAnswer } from '@entente/contract/overview';
import { DUE_GROUPS, type DueGroup } from '@entente/core/lifecycle';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { today } from '../../../lib/as-of.ts';
import { keptSearch } from '../../../lib/kept-search.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { stagesQuery, todayQuery } from '../api/today-requests.ts';
import { DueList } from '../components/due-list.tsx';
import classes from '../components/today.module.css';
import { Undated } from '../components/undated.tsx';
import { HORIZONS, horizonOf, withHorizon } from '../today-search.ts';

const ROUTE = '/w/$workspace/today';

const GROUP_WORDS: Readonly<Record<DueGroup, MessageDescriptor>> = {
  overdue: msg`Overdue`,
  today: msg({ message: 'Today', context: 'page' }),
  week: msg`Within seven days`,
  later: msg`Later`,
};

/** What is overdue and due soon, by the reader's own day, whatever the date in the bar. */
export function TodayPage() {
  const { t } = useLingui();
  const { workspace } = useParams({ from: ROUTE });
  const horizon = horizonOf(useSearch({ from: ROUTE }));
  const due = useQuery(todayQuery(workspace, today(), horizon));
  const { data: told, error, refetch } = useQuery(stagesQuery(workspace));
  usePageTitle(t({ message: 'Today', context: 'page' }));
  const failure = (due.data ? null : due.error) ?? (told ? null : error);
  return (
    <>
      <h1>
        <Trans context="page">Today</Trans>
      </h1>
      <p className={classes.lead}>
        <Trans>
          What is overdue and what comes due: papers of alliances, gates, waivers, ends of alliances, and requests to
          partners. It goes by your own calendar: <DateText value={today()} />.
        </Trans>
      </p>
      {failure && (
        <FailureState
          inline
          error={failure}
          onRetry={() => {
            void due.refetch();
            void refetch();
          }}
        />
      )}
      {!failure && !(due.data && told) && <LoadingState lines={10} />}
      {due.data && told && (
        <div aria-busy={due.isPlaceholderData}>
          <Due due={due.data} stages={told.template.stages} />
        </div>
      )}
    </>
  );
}

type Stages = LifecycleTemplateAnswer['template']['stages'];

const sumOf = ({ groups }: TodayAnswer, whose: 'mine' | 'all'): number =>
  DUE_GROUPS.reduce((sum, group) => sum + groups[group][whose], 0);

function Due({ due, stages }: { readonly due: TodayAnswer; readonly stages: Stages }) {
  const { i18n } = useLingui();
  const { whose = 'mine' } = useSearch({ from: ROUTE });
  return (
    <>
      <Controls due={due} />
      {sumOf(due, whose) === 0 ? (
        <NothingDue due={due} whose={whose} />
      ) : (
        DUE_GROUPS.map((group) => (
          <DueList
            key={group}
            heading={i18n._(GROUP_WORDS[group])}
            items={due.items.filter((item) => item.group === group && (whose === 'all' || item.isMine))}
            total={due.groups[group][whose]}
            stages={stages}
          />
        ))
      )}
      <Undated undated={due.undated} whose={whose} />
    </>
  );
}

/** Whose things, and how far ahead; the address keeps both. */
function Controls({ due }: { readonly due: TodayAnswer }) {
  const { t } = useLingui();
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const [mine, all] = [sumOf(due, 'mine'), sumOf(due, 'all')];
  return (
    <div className={classes.controls} data-screen-only>
      <SegmentedControl
        size="xs"
        aria-label={t`Whose`}
        data={[
          { value: 'mine', label: t`Mine (${mine})` },
          { value: 'all', label: t`Everybody’s (${all})` },
        ]}
        value={search.whose ?? 'mine'}
        onChange={(chosen) =>
          void navigate({
            search: ({ whose: _, ...before }) => (chosen === 'all' ? { ...before, whose: 'all' as const } : before),
            replace: true,
            resetScroll: false,
          })
        }
      />
      <SegmentedControl
        size="xs"
        aria-label={t`How far ahead`}
        data={HORIZONS.map((days) => ({ value: String(days), label: t`${days} days` }))}
        value={String(horizonOf(search))}
        onChange={(chosen) =>
          void navigate({
            search: (before) => withHorizon(before, Number(chosen)),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </div>
  );
}

function NothingDue({ due, whose }: { readonly due: TodayAnswer; readonly whose: 'mine' | 'all' }) {
  const { workspace } = useParams({ from: ROUTE });
  const others = sumOf(due, 'all');
  if (whose === 'mine' && others > 0)
    return (
      <EmptyState
        title={
          <Trans>
            Nothing of yours is due by <DateText value={due.until} />
          </Trans>
        }
        action={
          <Button
            variant="default"
            size="xs"
            renderRoot={(props) => (
              <Link
                to={ROUTE}
                params={{ workspace }}
                search={(before) => ({ ...keptSearch(before), whose: 'all' as const })}
                {...props}
              />
            )}
          >
            <Trans>Show everybody’s ({others})</Trans>
          </Button>
        }
      >
        <Trans>
          Yours is what you hold, what waits for your approval, waivers that you gave and requests that you sent.
        </Trans>
      </EmptyState>
    );
  return (
    <EmptyState
      title={
        <Trans>
          Nothing is due by <DateText value={due.until} />
        </Trans>
      }
    >
      <Trans>
        Give gates a day on the{' '}
        <Link to="/w/$workspace/lifecycles" params={{ workspace }} search={keptSearch}>
          lifecycle
        </Link>{' '}
        of an alliance, and papers a day and somebody who holds them: they appear here as the day comes near.
      </Trans>
    </EmptyState>
  );
}
