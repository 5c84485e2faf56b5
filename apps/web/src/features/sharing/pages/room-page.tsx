import type { PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Moment } from '../../../ui/moment.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { publicationQuery } from '../api/publication-requests.ts';
import { DeedsSection } from '../components/deeds-section.tsx';
import { GrantsSection } from '../components/grants-section.tsx';
import { Republish } from '../components/republish.tsx';
import { RequestsSection } from '../components/requests-section.tsx';
import { SeenSection } from '../components/seen-section.tsx';
import { SelectionWords } from '../components/selection-words.tsx';
import classes from '../components/sharing.module.css';
import { standingOf } from '../components/standing.ts';
import { StandingMark } from '../components/standing-mark.tsx';
import { WithdrawAll } from '../components/withdraw-all.tsx';

/** One partner room from the side of those who share. */
export function RoomPage() {
  const workspace = useWorkspace();
  const { publication } = useParams({ from: '/w/$workspace/partner-rooms/$publication' });
  const { data, error, refetch } = useQuery(publicationQuery(workspace, publication));
  usePageTitle(data?.title);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return data ? <Room publication={data} /> : <LoadingState lines={12} />;
}

function Room({ publication }: { readonly publication: PublicationPageAnswer }) {
  const { title, grants, abilities, deeds } = publication;
  const isOpen = grants.some(({ state }) => state !== 'withdrawn');
  return (
    <>
      <h1>{title}</h1>
      <p className={classes.under}>
        <Trans>Partner room</Trans> · <StandingMark state={standingOf(grants)} />
      </p>
      <RoomFacts publication={publication} />
      {abilities.publish && (
        <Group gap="xs" my="sm">
          <Republish publication={publication} />
          {isOpen && <WithdrawAll publication={publication} />}
        </Group>
      )}
      <GrantsSection publication={publication} />
      <RequestsSection publication={publication} />
      <DeedsSection deeds={deeds} />
      <SeenSection publication={publication} />
    </>
  );
}

function RoomFacts({ publication }: { readonly publication: PublicationPageAnswer }) {
  const workspace = useWorkspace();
  const { alliance, edition, selection, lastReadAt } = publication;
  return (
    <dl className={classes.facts}>
      <dt>
        <Trans>Alliance</Trans>
      </dt>
      <dd>
        <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug: alliance.id }}>
          {alliance.name}
        </Link>
      </dd>
      <dt>
        <Trans>Edition that stands</Trans>
      </dt>
      <dd>
        <Trans>
          {edition.number}, published on <Moment at={edition.publishedAt} />
        </Trans>
      </dd>
      <dt>
        <Trans>Digest</Trans>
      </dt>
      <dd className={classes.digest}>{edition.digest}</dd>
      <dt>
        <Trans>What is chosen</Trans>
      </dt>
      <dd>
        <SelectionWords selection={selection} />
      </dd>
      <dt>
        <Trans>Last read</Trans>
      </dt>
      <dd>{lastReadAt === null ? <Trans>not yet</Trans> : <Moment at={lastReadAt} />}</dd>
    </dl>
  );
}
