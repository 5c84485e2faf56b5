import type { CollisionEntry, MeetingEntry, SegmentedAlliance } from '@entente/core/portfolio';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { Section } from '../../../../ui/section.tsx';
import { Inspectable } from '../inspectable.tsx';
import { AllianceName, InRow, PartyName } from './named-links.tsx';
import { useSegmentation } from './segmentation-context.ts';
import { useSegmentationWords } from './segmentation-words.ts';
import { VerdictMark } from './verdict-mark.tsx';
import classes from './segmentation.module.css';

const SHOWN_AT_FIRST = 20;

/** Every collision, the certain ones first: where, what is unknown, who is exposed, and what would part the two. */
export function CollisionList() {
  const { answer } = useSegmentation();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const { collisions, pairs } = answer;
  return (
    <Section id="collisions" title={<Trans>Collisions</Trans>} count={collisions.length}>
      {collisions.length === 0 && (
        <p className={classes.quiet}>
          {pairs === 0 ? (
            <Trans>There are no two alliances with different partner houses to compare.</Trans>
          ) : (
            <Trans>
              Every pair of alliances with different partner houses is kept apart by product, market or region.
            </Trans>
          )}
        </p>
      )}
      <ul className={classes.list}>
        {collisions.slice(0, shown).map((collision, place) => (
          <CollisionItem key={`${collision.one} ${collision.other}`} collision={collision} place={place} />
        ))}
      </ul>
      {collisions.length > shown && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setShown(shown + 50)}>
          <Plural value={collisions.length - shown} one="Show # more" other="Show # more" />
        </Button>
      )}
    </Section>
  );
}

function CollisionItem({ collision, place }: { readonly collision: CollisionEntry; readonly place: number }) {
  const { answer } = useSegmentation();
  const one = answer.alliances[collision.one];
  const other = answer.alliances[collision.other];
  if (!one || !other) return null;
  const [meeting] = collision.meetings;
  return (
    <li className={classes.entry} data-overlap={collision.overlap}>
      <h3 className={classes.entryTitle}>
        <AllianceName {...one} /> <span aria-hidden="true">×</span> <AllianceName {...other} />
      </h3>
      <p className={classes.quiet}>
        <Inspectable id={`segmentation.collision.${place}`}>
          <VerdictMark overlap={collision.overlap} />
        </Inspectable>
      </p>
      <dl className={classes.facts}>
        {meeting && <MeetingFacts meeting={meeting} one={one} other={other} />}
        <dt>
          <Trans>Exposed</Trans>
        </dt>
        <dd>
          <Exposed alliances={[one, other]} />
        </dd>
      </dl>
      <Proposals collision={collision} place={place} />
    </li>
  );
}

/** The firm and the houses of both sides. */
function Exposed({ alliances }: { readonly alliances: readonly SegmentedAlliance[] }) {
  const { answer } = useSegmentation();
  const parties = alliances.flatMap((alliance) => alliance.parties);
  return (
    <>
      {answer.name}
      {' · '}
      <InRow items={parties} keyOf={({ slug }) => slug}>
        {(party) => <PartyName party={party} />}
      </InRow>
    </>
  );
}

type MeetingProps = {
  readonly meeting: MeetingEntry;
  readonly one: SegmentedAlliance;
  readonly other: SegmentedAlliance;
};

const DIMENSIONS = ['product', 'market', 'region'] as const;

/** The three dimensions of the surest meeting: what each side has, and how they lie to each other. */
function MeetingFacts({ meeting, one, other }: MeetingProps) {
  const terms = useWords();
  const words = useSegmentationWords();
  const [ours, theirs] = [one.areas[meeting.one], other.areas[meeting.other]];
  return DIMENSIONS.map((dimension) => {
    const [here, there] = [words.term(ours?.[dimension] ?? null), words.term(theirs?.[dimension] ?? null)];
    return (
      <div key={dimension} style={{ display: 'contents' }}>
        <dt>{terms.field(dimension)}</dt>
        <dd>
          {here === there ? here : `${here} × ${there}`}
          {meeting[dimension] === 'possible' && (
            <span className={classes.flag}>
              {' '}
              <VerdictMark overlap="possible" />
            </span>
          )}
        </dd>
      </div>
    );
  });
}

const PROPOSALS_SHOWN = 3;

function Proposals({ collision, place }: { readonly collision: CollisionEntry; readonly place: number }) {
  const { t } = useLingui();
  const { answer } = useSegmentation();
  const words = useSegmentationWords();
  if (collision.carveOuts.length === 0) {
    if (place < answer.collisions.length - answer.withoutProposals) {
      return (
        <p className={classes.quiet}>
          <Trans>
            No change of one term parts them: what is unknown on both sides has to be found out or agreed on first.
          </Trans>
        </p>
      );
    }
    return null;
  }
  return (
    <ul className={classes.proposals} aria-label={t`Carve-outs`}>
      {collision.carveOuts.slice(0, PROPOSALS_SHOWN).map((proposal, at) => {
        const { certain, possible } = proposal;
        return (
          <li key={at}>
            <Inspectable id={`segmentation.carve.${place}.${at}`}>
              {words.proposal(proposal, answer.alliances)}
            </Inspectable>{' '}
            <span className={classes.effect}>
              {certain === 0 && possible === 0 ? (
                <Trans>leaves no collision</Trans>
              ) : (
                <Trans>
                  leaves {certain} certain, {possible} possible
                </Trans>
              )}
              {proposal.adds.length > 0 && (
                <>
                  {' · '}
                  <Plural
                    value={proposal.adds.length}
                    one="makes # other pair collide"
                    other="makes # other pairs collide"
                  />
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
