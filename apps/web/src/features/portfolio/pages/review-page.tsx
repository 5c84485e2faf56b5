import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useToldMutation } from '../../../lib/use-told-mutation.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import {
  allianceReviewsQuery,
  changeReview,
  reviewQuery,
  submitReview,
  withdrawReview,
} from '../api/review-requests.ts';
import { Inspectable } from '../components/inspectable.tsx';
import { CoalitionValues } from '../components/reviews/coalition-values.tsx';
import { ContributionGrid } from '../components/reviews/contribution-grid.tsx';
import { DecisionSection } from '../components/reviews/decision-section.tsx';
import { HistoryChart } from '../components/reviews/history-chart.tsx';
import { KeptProposals } from '../components/reviews/kept-proposals.tsx';
import { PairChart } from '../components/reviews/pair-chart.tsx';
import { EvidenceTable } from '../components/reviews/part-evidence.tsx';
import { ProposalsTable } from '../components/reviews/proposals-table.tsx';
import { changeFrom, readingOf, type Typed, typedOf } from '../components/reviews/review-content.ts';
import { ReviewHistory } from '../components/reviews/review-history.tsx';
import { ReviewInspector } from '../components/reviews/review-inspector.tsx';
import { ReviewsLink } from '../components/reviews/review-links.tsx';
import { useProposalWords } from '../components/reviews/proposal-words.ts';
import { type Bounds, type OfferedProposal, offeredProposals } from '../components/reviews/review-proposals.ts';
import { useReviewWords } from '../components/reviews/review-words.ts';
import classes from '../components/reviews/reviews.module.css';
import { pointsOf } from './alliance-reviews-page.tsx';

const ROUTE = '/w/$workspace/alliances/$slug/reviews/$review';
const LIMIT = 10;

/** One business review: what each member contributes, held beside its equity, to a decision that is signed. */
export function ReviewPage() {
  const { t } = useLingui();
  const { workspace, review: id } = useParams({ from: ROUTE });
  const { data, error, refetch } = useQuery(reviewQuery(workspace, id));
  const name = data?.alliance.name ?? data?.alliance.slug ?? '';
  usePageTitle(data && t`Business review: ${name}`);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return data ? <Review key={data.id} review={data} /> : <LoadingState lines={12} />;
}

function Review({ review }: { readonly review: ReviewAnswer }) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(review));
  const [bounds, setBounds] = useState<Bounds>({ step: '5', cap: '' });
  const [saved, setSaved] = useState(review.version);
  // What was saved, or written by somebody else, is what stands.
  useEffect(() => {
    if (review.version === saved) return;
    setSaved(review.version);
    setTyped(typedOf(review));
  }, [review, saved]);
  const reading = readingOf(review, typed);
  const offered = reading.parts === null ? [] : offeredProposals(review, typed, reading.parts, bounds);
  return (
    <>
      <Head review={review} reading={reading} />
      <Section id="contributions" title={<Trans>Contributions</Trans>}>
        <ContributionGrid review={review} typed={typed} reading={reading} onChange={setTyped} />
        <EvidenceTable review={review} typed={typed} />
        <Actions review={review} typed={typed} offered={offered} isWhole={reading.parts !== null} />
      </Section>
      <div className={classes.split}>
        <PairChart review={review} reading={reading} />
        <History review={review} />
      </div>
      {reading.parts !== null && (
        <Section id="proposals" title={<Trans>Proposals</Trans>}>
          <ProposalsTable review={review} offered={offered} bounds={bounds} onBounds={setBounds} />
        </Section>
      )}
      <KeptProposals review={review} />
      <CoalitionValues review={review} typed={typed} onChange={setTyped} />
      <DecisionSection review={review} offered={offered} />
      <ReviewHistory review={review} />
      <ReviewInspector review={review} typed={typed} reading={reading} />
    </>
  );
}

type HeadProps = { readonly review: ReviewAnswer; readonly reading: ReturnType<typeof readingOf> };

function Head({ review, reading }: HeadProps) {
  const { t } = useLingui();
  const words = useReviewWords();
  const { alliance } = review;
  const figure = reading.misalignment && words.misalignment(reading.misalignment);
  return (
    <>
      <h1>
        <Trans>Business review</Trans>{' '}
        <ReviewsLink slug={alliance.slug ?? alliance.id}>{alliance.name ?? alliance.slug}</ReviewsLink>
      </h1>
      <p className={classes.facts}>
        <DateText value={review.date} />
        {' · '}
        {words.state(review.state)}
        {' · '}
        <Trans>Misalignment</Trans> <Inspectable id="review.misalignment">{figure ?? t`unknown`}</Inspectable>
        {' · '}
        {review.class === 'NEVER' ? (
          <Trans>shown to owners, administrators and managers, never to a partner</Trans>
        ) : (
          <Trans>shown within the firm, never to a partner</Trans>
        )}
      </p>
      {review.illustrative && (
        <p className={classes.caution} role="note">
          <span aria-hidden="true">◐ </span>
          <Trans>
            Contributions and coalition values are illustrative: made up to show the method. No source gives them.
          </Trans>
        </p>
      )}
      {review.reason !== null && (
        <p className={classes.caution}>
          <Trans>Withdrawn: {review.reason}</Trans>
        </p>
      )}
    </>
  );
}

type ActionsProps = {
  readonly review: ReviewAnswer;
  readonly typed: Typed;
  readonly offered: readonly OfferedProposal[];
  readonly isWhole: boolean;
};

function Actions({ review, typed, offered, isWhole }: ActionsProps) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const titles = useProposalWords();
  const [leaving, setLeaving] = useState(false);
  const at = { workspace, review: review.id, version: review.version };
  const [reason, setReason] = useState('');
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const save = useToldMutation(async () => {
    await changeReview(at, { ...changeFrom(review, typed), ...why });
    setReason('');
  });
  const submit = useToldMutation(async () => {
    // What lay on the table when it was handed in stays with it.
    const proposals = offered.flatMap(({ kind, outcome }) =>
      outcome.ok
        ? [
            {
              title: titles.title(kind),
              kind,
              shares: outcome.value.shares.map(({ member, share }) => ({ member, share })),
            },
          ]
        : [],
    );
    const { version } = await changeReview(at, { ...changeFrom(review, typed), ...why, proposals });
    await submitReview({ ...at, version });
  });
  const { abilities } = review;
  if (!abilities.change && !abilities.withdraw) return null;
  return (
    <div className={classes.actions} data-screen-only>
      {abilities.change && (
        <>
          <TextInput
            size="xs"
            label={t`Reason for the change (optional)`}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            <Trans>Save the draft</Trans>
          </Button>
          <Button size="xs" disabled={!isWhole} loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
            <Trans>Hand in</Trans>
          </Button>
        </>
      )}
      {abilities.withdraw && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setLeaving(true)}>
          <Trans>Withdraw the review…</Trans>
        </Button>
      )}
      <Dialog opened={leaving} title={t`Withdraw the review`} onClose={() => setLeaving(false)}>
        <WithdrawalForm review={review} onDone={() => setLeaving(false)} />
      </Dialog>
    </div>
  );
}

function WithdrawalForm({ review, onDone }: { readonly review: ReviewAnswer; readonly onDone: () => void }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [reason, setReason] = useState('');
  const withdraw = useToldMutation(() =>
    withdrawReview({ workspace, review: review.id, version: review.version }, reason.trim()).then(onDone),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t`Reason`}
          description={t`The review stays on record and counts no more.`}
          required
          maxLength={4000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" color="red" loading={withdraw.isPending}>
            <Trans>Withdraw the review</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function History({ review }: { readonly review: ReviewAnswer }) {
  const workspace = useWorkspace();
  const slug = review.alliance.slug ?? review.alliance.id;
  const { data } = useQuery(allianceReviewsQuery(workspace, slug));
  const points = pointsOf(data?.items ?? []).filter(({ state }) => state === 'submitted' || state === 'decided');
  if (points.length < 2) return null;
  return <HistoryChart alliance={slug} points={points} limit={LIMIT} />;
}
