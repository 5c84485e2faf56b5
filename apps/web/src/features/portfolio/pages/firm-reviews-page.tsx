import type { FirmReviewsAnswer } from '@entente/contract/portfolio';
import type { ReviewedAlliance } from '@entente/core/portfolio';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { NumberInput, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsOf } from '../../../lib/as-of.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { Term } from '../../../ui/term.tsx';
import { portfolioQuery } from '../api/portfolio-queries.ts';
import { firmReviewsQuery } from '../api/review-requests.ts';
import { Inspectable } from '../components/inspectable.tsx';
import { PortfolioSections } from '../components/portfolio-sections.tsx';
import { PortfolioTitle } from '../components/portfolio-title.tsx';
import { MisalignmentRule } from '../components/reviews/misalignment-rule.tsx';
import { placeItems, ReviewLink, ReviewMethodLink, ReviewsLink } from '../components/reviews/review-links.tsx';
import { useReviewWords } from '../components/reviews/review-words.ts';
import classes from '../components/reviews/reviews.module.css';

const ROUTE = '/w/$workspace/organisations/$slug/portfolio/reviews';

/** Where equity no longer follows contribution among a firm's ventures, and which reviews are due. */
export function FirmReviewsPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const { alertAbove, everyMonths } = useSearch({ from: ROUTE });
  const { day } = useAsOf();
  const reviews = useQuery(firmReviewsQuery(workspace, slug, { asOf: day, alertAbove, everyMonths }));
  const portfolio = useQuery(portfolioQuery({ workspace, firm: slug, search: {}, asOf: null }));
  const name = portfolio.data?.names.organisations[portfolio.data.report.focal];
  const firm = name ?? '';
  usePageTitle(name && t`Business review: ${firm}`);
  return (
    <>
      <PortfolioTitle firm={name} />
      <PortfolioSections workspace={workspace} slug={slug} />
      <p className={classes.lead}>
        <Trans>
          Equity held beside each member’s <Term id="contribution">contribution</Term> by the criteria of the last
          review. What we think of a partner is shown to no partner.
        </Trans>
      </p>
      {reviews.error && !reviews.data && (
        <FailureState inline error={reviews.error} onRetry={() => void reviews.refetch()} />
      )}
      {!reviews.error && !reviews.data && <LoadingState lines={10} />}
      {reviews.data && <Reviews told={reviews.data} stale={reviews.isPlaceholderData} />}
    </>
  );
}

function Reviews({ told, stale }: { readonly told: FirmReviewsAnswer; readonly stale: boolean }) {
  const { t } = useLingui();
  const drifting = told.alliances.filter(({ alerts }) => alerts.some(({ code }) => code === 'misaligned')).length;
  const overdue = told.alliances.filter(({ alerts }) => alerts.some(({ code }) => code === 'overdue')).length;
  const columns = useColumns(told);
  if (told.alliances.length === 0)
    return (
      <EmptyState title={<Trans>No venture with recorded stakes on this day</Trans>}>
        <Trans>Choose another date above, or record who holds how much of a venture.</Trans>
      </EmptyState>
    );
  return (
    <div aria-busy={stale}>
      <p className={classes.facts}>
        <Plural value={told.alliances.length} one="# venture" other="# ventures" />
        {' · '}
        <Plural value={drifting} one="# misaligned" other="# misaligned" />
        {' · '}
        <Plural value={overdue} one="# review overdue" other="# reviews overdue" />
      </p>
      <Parameters told={told} />
      <DataTable
        caption={t`Ventures with equity and contribution`}
        columns={columns}
        rows={told.alliances}
        rowKey={({ alliance }) => alliance}
        initialSort={{ id: 'misalignment', descending: true }}
        filtered
      />
      {told.alliances.map((row) => (
        <InspectedVenture key={row.alliance} row={row} told={told} />
      ))}
    </div>
  );
}

function Parameters({ told }: { readonly told: FirmReviewsAnswer }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: ROUTE });
  const set = (name: 'alertAbove' | 'everyMonths', value: string | number): void => {
    if (typeof value !== 'number') return;
    void navigate({ search: (before) => ({ ...before, [name]: String(value) }), replace: true, resetScroll: false });
  };
  return (
    <div className={classes.parameters} data-screen-only>
      <NumberInput
        size="xs"
        w={170}
        label={t`Alert above, in points`}
        min={0}
        max={100}
        clampBehavior="strict"
        value={told.alertAbove}
        onChange={(value) => set('alertAbove', value)}
      />
      <NumberInput
        size="xs"
        w={170}
        label={t`A review every so many months`}
        min={1}
        max={120}
        clampBehavior="strict"
        allowDecimal={false}
        value={told.everyMonths}
        onChange={(value) => set('everyMonths', value)}
      />
    </div>
  );
}

/** ⚑, and the word for those who do not see it. */
function DisputedMark() {
  return (
    <span className={classes.caution}>
      <span aria-hidden="true"> ⚑</span>
      <VisuallyHidden>
        {' '}
        <Trans>disputed</Trans>
      </VisuallyHidden>
    </span>
  );
}

function Shares({ row }: { readonly row: ReviewedAlliance }) {
  const { t } = useLingui();
  const words = useWords();
  const said = useReviewWords();
  const id = `reviews.misalignment.${row.alliance}`;
  return (
    <span className={classes.pairs}>
      {row.equity.map(({ key, name, equity, disputed }) => {
        const given = row.contributions?.[key];
        return [
          <span key="name">
            {name}
            {disputed && <DisputedMark />}
          </span>,
          <Inspectable key="equity" id={id}>
            {equity === null ? t`unknown` : words.percent(equity)}
          </Inspectable>,
          <span key="contribution">
            {given === undefined ? '–' : <Inspectable id={id}>{said.percent(given)}</Inspectable>}
          </span>,
        ];
      })}
    </span>
  );
}

function useColumns(told: FirmReviewsAnswer): Column<ReviewedAlliance>[] {
  const { t } = useLingui();
  const words = useReviewWords();
  return [
    {
      id: 'alliance',
      header: t`Venture`,
      value: ({ name }) => name,
      cell: ({ alliance, name }) => <ReviewsLink slug={alliance}>{name}</ReviewsLink>,
    },
    {
      id: 'shares',
      header: t`Equity, contribution`,
      value: ({ equity }) => equity.map(({ name }) => name).join(' '),
      cell: (row) => <Shares row={row} />,
    },
    {
      id: 'misalignment',
      header: t`Misalignment`,
      numeric: true,
      value: ({ misalignment }) => Number(misalignment?.points ?? misalignment?.atLeast ?? -1),
      cell: ({ alliance, misalignment, membersChanged }) => (
        <Inspectable id={`reviews.misalignment.${alliance}`} className={classes.figure}>
          {(misalignment && words.misalignment(misalignment)) ??
            (membersChanged ? t`unknown: the members changed` : t`unknown`)}
        </Inspectable>
      ),
    },
    {
      id: 'last',
      header: t`Last review`,
      value: ({ last }) => last?.date ?? null,
      cell: ({ alliance, last, draft }) => (
        <>
          {last ? (
            <ReviewLink alliance={alliance} review={last.review}>
              <DateText value={last.date} />
            </ReviewLink>
          ) : (
            <Trans>none</Trans>
          )}
          {last && <div>{[words.state(last.state), ...(last.illustrative ? [t`illustrative`] : [])].join(' · ')}</div>}
          {draft && (
            <div>
              <ReviewLink alliance={alliance} review={draft.review}>
                <Trans>draft</Trans>
              </ReviewLink>
            </div>
          )}
        </>
      ),
    },
    {
      id: 'due',
      header: t`Next review due`,
      value: ({ due }) => due,
      cell: ({ alliance, due }) => (
        <Inspectable id={`reviews.alerts.${alliance}`}>
          {due === null ? t`unknown` : <DateText value={due} />}
        </Inspectable>
      ),
    },
    {
      id: 'alerts',
      header: t`Alerts`,
      term: true,
      value: ({ alerts }) => alerts.length,
      cell: ({ alliance, alerts }) =>
        alerts.length === 0 ? (
          '–'
        ) : (
          <Inspectable id={`reviews.alerts.${alliance}`} className={classes.caution}>
            <span aria-hidden="true">▲ </span>
            {words.alert(alerts[0] as (typeof alerts)[0], told.alertAbove)}
            {alerts.length > 1 && <Trans>, and {alerts.length - 1} more</Trans>}
          </Inspectable>
        ),
    },
  ];
}

function InspectedVenture({ row, told }: { readonly row: ReviewedAlliance; readonly told: FirmReviewsAnswer }) {
  const { t } = useLingui();
  const words = useReviewWords();
  const workspace = useWorkspace();
  const months = told.everyMonths;
  const limit = told.alertAbove;
  return (
    <>
      <Inspected id={`reviews.misalignment.${row.alliance}`} title={row.name}>
        <MisalignmentRule
          misalignment={row.misalignment}
          members={row.equity}
          contributions={row.contributions}
          evidence={row.equity}
          illustrative={row.last?.illustrative === true}
        />
      </Inspected>
      <Inspected id={`reviews.alerts.${row.alliance}`} title={t`Alerts: ${row.name}`}>
        <RuleBody
          rule={
            <Trans>
              A review is called for when the misalignment is over {limit} points, when {months} months have passed
              since the last one, or when managers, a production model or the ownership changed since.
            </Trans>
          }
          sources={placeItems(
            workspace,
            row.alerts.flatMap((alert) => (alert.code === 'event' ? alert.evidence : [])),
          )}
          links={[<ReviewMethodLink key="card" />]}
        >
          <ul>
            {row.alerts.map((alert, at) => (
              <li key={at}>
                {words.alert(alert, limit)}
                {alert.code === 'event' && !alert.certain && (
                  <>
                    {' '}
                    <Trans>(the date is vague: it may lie before the last review)</Trans>
                  </>
                )}
              </li>
            ))}
          </ul>
        </RuleBody>
      </Inspected>
    </>
  );
}
