import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import type { BodyReading, Part, VotingReading } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Term } from '../../../../ui/term.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { useVoterNames } from './use-voter-names.ts';

type BodyPaper = PaperAnswer & { readonly content: PaperOf<'body'> };

/** Whether the body can meet, and who prevents it by staying away. */
export function QuorumFigure({ paper, reading }: { readonly paper: BodyPaper; readonly reading: BodyReading }) {
  const { t } = useLingui();
  const words = useWords();
  const { content, id: paperId } = paper;
  const voterName = useVoterNames(content);
  const id = `design.quorum.${paperId}`;
  const { quorumSeats, isQuorumPossible, quorumBlockers } = reading;
  const asked = content.quorum;
  const each = words.listed(asked.withEach.map(voterName));
  const blockers = words.listed(quorumBlockers.map(voterName));
  const { length: seats } = content.seats;
  const { name } = content;
  return (
    <>
      <Term id="quorum">
        <Trans>Quorum</Trans>
      </Term>
      {': '}
      <InspectButton id={id}>
        {isQuorumPossible ? (
          <Trans>
            {quorumSeats} of {seats} seats
          </Trans>
        ) : (
          <span className={classes.caution}>
            <span aria-hidden="true">▲ </span>
            <Trans>impossible with these seats</Trans>
          </span>
        )}
      </InspectButton>
      {asked.withEach.length > 0 && (
        <>
          {' · '}
          <Trans>with somebody of each of: {each}</Trans>
        </>
      )}
      {quorumBlockers.length > 0 && (
        <>
          {' · '}
          <Trans>{blockers} can prevent it by staying away</Trans>
        </>
      )}
      <Inspected id={id} title={t`Quorum: ${name}`}>
        <RuleBody
          rule={
            <Trans>
              So many seats must be present: the number asked, or the share of all seats rounded up, whichever is more,
              and at least one. A side whose absence leaves fewer, or that must itself be there, can prevent a meeting.
            </Trans>
          }
          inputs={[
            { label: t`Seats`, value: words.count(seats) },
            { label: t`Number asked`, value: asked.seats === null ? t`none` : words.count(asked.seats) },
            { label: t`Share asked`, value: asked.percent === null ? t`none` : words.percent(String(asked.percent)) },
            { label: t`Who must be there`, value: each === '' ? t`nobody in particular` : each },
            { label: t`Seats that must be present`, value: words.count(quorumSeats) },
            { label: t`Who can prevent it alone`, value: blockers === '' ? t`nobody` : blockers },
          ]}
          links={[<DesignMethodLink key="card" part="bodies" />]}
        />
      </Inspected>
    </>
  );
}

const fraction = ({ over, under }: Part): string => (under === 1 ? String(over) : `${over}/${under}`);

type VotingProps = {
  readonly paper: BodyPaper;
  readonly matter: string;
  readonly title: string;
  readonly voting: VotingReading;
};

/** Who can block a matter alone; behind it, who decides, the smallest groups, and the power of each. */
export function VotingFigure({ paper, matter, title, voting }: VotingProps) {
  const { t } = useLingui();
  const words = useWords();
  const voterName = useVoterNames(paper.content);
  const id = `design.votes.${paper.id}.${matter}`;
  const named = (voters: readonly string[]): string =>
    voters.length === 0 ? t`nobody` : words.listed(voters.map(voterName));
  const index = (of: VotingReading['power']): string =>
    of === null ? t`not told` : words.listed([...of].map(([voter, part]) => `${voterName(voter)} ${fraction(part)}`));
  const { canPass, blockAlone, decideAlone, votesNeeded, smallestGroups, standoffs, power, swings } = voting;
  const { name } = paper.content;
  return (
    <>
      <InspectButton id={id}>
        {canPass ? (
          named(blockAlone)
        ) : (
          <span className={classes.caution}>
            <span aria-hidden="true">▲ </span>
            <Trans>nothing carries it</Trans>
          </span>
        )}
      </InspectButton>
      {decideAlone.length > 0 && (
        <div className={classes.quiet}>
          <Trans>{named(decideAlone)} decides alone</Trans>
        </div>
      )}
      <Inspected id={id} title={`${name}: ${title}`}>
        <RuleBody
          rule={
            <Trans>
              Each organisation votes with all its seats as one, and every seat is taken. Power is the share of all
              orders in which the voters could come together in which one of them turns the matter (Shapley and Shubik
              1954), and the share of all groups that it turns (Banzhaf 1965).
            </Trans>
          }
          inputs={[
            { label: t`Seats`, value: words.count(paper.content.seats.length) },
            { label: t`Votes that carry it`, value: words.count(votesNeeded) },
            { label: t`Decides alone`, value: named(decideAlone) },
            { label: t`Can block alone`, value: canPass ? named(blockAlone) : t`nothing carries it` },
            {
              label: t`Smallest groups that carry it`,
              value:
                smallestGroups === null
                  ? t`not told`
                  : smallestGroups.length === 0
                    ? t`none`
                    : smallestGroups.map((group) => <div key={group.join()}>{group.map(voterName).join(' + ')}</div>),
            },
            {
              label: t`Ways to part into two sides of which neither carries it`,
              value: standoffs === null ? t`not told` : words.count(standoffs),
            },
            { label: t`Shapley-Shubik index`, value: index(power) },
            { label: t`Banzhaf index`, value: index(swings) },
          ]}
          links={[<DesignMethodLink key="card" part="bodies" />]}
        />
      </Inspected>
    </>
  );
}
