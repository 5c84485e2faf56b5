import type { ReviewHeadAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf } from '../../../lib/as-of.ts';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useAbilities } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { allianceReviewsQuery, createReview } from '../api/review-requests.ts';
import { HistoryChart, HistoryTable } from '../components/reviews/history-chart.tsx';
import { RecordedAllianceLink } from '../components/reviews/review-links.tsx';
import classes from '../components/reviews/reviews.module.css';

const ROUTE = '/w/$workspace/alliances/$slug/reviews';
const LIMIT = 10;

export const pointsOf = (items: readonly ReviewHeadAnswer[]) =>
  items.map(({ id, ...rest }) => ({ review: id, ...rest }));

/** The business reviews of one alliance, and where the next one begins. */
export function AllianceReviewsPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const { data, error, refetch } = useQuery(allianceReviewsQuery(workspace, slug));
  const name = data?.items[0]?.alliance.name ?? slug;
  usePageTitle(t`Business reviews: ${name}`);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  const points = pointsOf(data?.items ?? []);
  const counted = points.filter(({ state }) => state === 'submitted' || state === 'decided');
  return (
    <>
      <h1>
        <Trans>Business reviews</Trans> <RecordedAllianceLink slug={slug}>{name}</RecordedAllianceLink>
      </h1>
      <p className={classes.lead}>
        <Trans>
          Each review sets equity beside contribution on one day. It is filled in as a draft, handed in, decided on and
          signed; what was handed in stays as it was.
        </Trans>
      </p>
      <Beginning />
      {data ? (
        <>
          {counted.length > 1 && <HistoryChart alliance={slug} points={counted} limit={LIMIT} />}
          <Section id="reviews" title={<Trans>Reviews</Trans>} count={points.length}>
            <HistoryTable alliance={slug} points={points} />
          </Section>
        </>
      ) : (
        <LoadingState />
      )}
    </>
  );
}

function Beginning() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const { day } = useAsOf();
  const [date, setDate] = useState(day);
  const { write } = useAbilities();
  const navigate = useNavigate();
  const begin = useToldMutation(async () => {
    const { id } = await createReview(workspace, { alliance: slug, date });
    await navigate({
      to: '/w/$workspace/alliances/$slug/reviews/$review',
      params: { workspace, slug, review: id },
      search: ({ asOf, focal }) => ({ ...(asOf && { asOf }), ...(focal && { focal }) }),
    });
  });
  if (!write) return null;
  return (
    <form
      className={classes.parameters}
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate(undefined);
      }}
    >
      <TextInput
        size="xs"
        label={t`Day of the review`}
        placeholder="2015-12-31"
        pattern="\d{4}-\d{2}-\d{2}"
        required
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" mt="auto" loading={begin.isPending}>
        <Trans>Begin a review</Trans>
      </Button>
    </form>
  );
}
