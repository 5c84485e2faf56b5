import type { ReviewAnswer } from '@entente/contract/portfolio';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useToldMutation } from '../../../../lib/use-told-mutation.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/section.tsx';
import { decideReview, signReview } from '../../api/review-requests.ts';
import { areSameStakes, type KeptProposal, useKeptTitle } from './kept-proposals.tsx';
import { useProposalWords } from './proposal-words.ts';
import type { OfferedProposal } from './review-proposals.ts';
import classes from './reviews.module.css';

type Props = { readonly review: ReviewAnswer; readonly offered: readonly OfferedProposal[] };

/** What was decided, by whom, and who signed it; or the form to decide. */
export function DecisionSection({ review, offered }: Props) {
  const { abilities, decision } = review;
  if (decision === null && !abilities.decide) return null;
  return (
    <Section id="decision" title={<Trans>Decision</Trans>}>
      {decision === null ? <DecisionForm review={review} offered={offered} /> : <Decided review={review} />}
    </Section>
  );
}

const STAY = 'stay';

type Choice = {
  readonly value: string;
  readonly label: string;
  readonly shares: KeptProposal['shares'];
  /** It did not lie on the table when the review was handed in. */
  readonly isNew: boolean;
};

/** What can be decided on: what was handed in, and what is reckoned now with other stakes. */
function choicesOf(
  { proposals }: ReviewAnswer,
  offered: readonly OfferedProposal[],
  titleOf: (kept: KeptProposal) => string,
  titleOfKind: (kind: OfferedProposal['kind']) => string,
): readonly Choice[] {
  const kept = proposals.map(
    (proposal, at): Choice => ({
      value: `kept ${at}`,
      label: titleOf(proposal),
      shares: proposal.shares,
      isNew: false,
    }),
  );
  const others = offered.flatMap(({ kind, outcome }): Choice[] => {
    if (!outcome.ok) return [];
    const shares = outcome.value.shares.map(({ member, share }) => ({ member, share }));
    if (kept.some((each) => areSameStakes(each.shares, shares))) return [];
    return [{ value: kind, label: titleOfKind(kind), shares, isNew: proposals.length > 0 }];
  });
  return [...kept, ...others];
}

function DecisionForm({ review, offered }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const titles = useProposalWords();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>(STAY);
  const titleOf = useKeptTitle();
  const choices = choicesOf(review, offered, titleOf, (kind) => titles.title(kind));
  const decide = useToldMutation(() =>
    decideReview(
      { workspace, review: review.id, version: review.version },
      { text: text.trim(), shares: choices.find(({ value }) => value === chosen)?.shares ?? null },
    ),
  );
  return (
    <form
      data-screen-only
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate(undefined);
      }}
    >
      <Stack gap="sm" maw={640}>
        <Radio.Group label={t`What becomes of the stakes`} value={chosen} onChange={setChosen}>
          <Stack gap={6} mt={6}>
            <Radio value={STAY} label={t`They stay as they are`} />
            {choices.map(({ value, label, isNew }) => (
              <Radio
                key={value}
                value={value}
                label={label}
                {...(isNew && { description: t`As reckoned above now; it was not handed in.` })}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t`Decision in words`}
          required
          maxLength={4000}
          autosize
          minRows={3}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" size="xs" loading={decide.isPending}>
            <Trans>Decide</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Decided({ review }: { readonly review: ReviewAnswer }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { decision, digest, signatures, abilities } = review;
  const sign = useToldMutation(() =>
    signReview({ workspace, review: review.id, version: review.version }, digest ?? ''),
  );
  if (decision === null) return null;
  const nameOf = (key: string): string => review.members.find((member) => member.key === key)?.name ?? key;
  const stakes = decision.shares?.map(({ member, share }) => `${nameOf(member)} ${words.percent(share)}`);
  return (
    <>
      <p className={classes.words}>{decision.text}</p>
      <p>
        {stakes ? (
          <Trans>Stakes from now on: {words.listed(stakes)}</Trans>
        ) : (
          <Trans>The stakes stay as they are.</Trans>
        )}
      </p>
      <p>
        <Trans>
          Decided by {decision.by.name}, <Moment at={decision.at} />
        </Trans>
      </p>
      <h3>
        <Trans>Signatures</Trans>
      </h3>
      {signatures.length === 0 && (
        <p>
          <Trans>Nobody has signed yet. Two people may.</Trans>
        </p>
      )}
      <ul>
        {signatures.map(({ person, signedAt }) => (
          <li key={person.id}>
            {person.name}, <Moment at={signedAt} />
          </li>
        ))}
      </ul>
      <p className={classes.digest}>
        <Trans>What is signed: SHA-256 {digest}</Trans>
      </p>
      {abilities.sign && (
        <div className={classes.actions} data-screen-only>
          <Button size="xs" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
            <Trans>Sign</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
