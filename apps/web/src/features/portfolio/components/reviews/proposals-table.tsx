import type { ReviewAnswer } from '@entente/contract/portfolio';
import { type Proposal, toldMisalignment } from '@entente/core/portfolio';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureText } from './proposal-words.ts';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { useWords } from '../../../../lib/use-words.ts';
import { Inspectable } from '../inspectable.tsx';
import { ReviewMethodLink } from './review-links.tsx';
import type { Bounds, OfferedProposal } from './review-proposals.ts';
import { useProposalWords } from './proposal-words.ts';
import { useReviewWords } from './review-words.ts';
import classes from './reviews.module.css';

type Props = {
  readonly review: ReviewAnswer;
  readonly offered: readonly OfferedProposal[];
  readonly bounds: Bounds;
  readonly onBounds: (bounds: Bounds) => void;
};

/** Proposals side by side: the stakes as they are and as they could be, and what that does. */
export function ProposalsTable({ review, offered, bounds, onBounds }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const titles = useProposalWords();
  return (
    <>
      <div className={classes.parameters} data-screen-only>
        <TextInput
          size="xs"
          label={t`Most points a year`}
          inputMode="decimal"
          value={bounds.step}
          onChange={(event) => onBounds({ ...bounds, step: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t`Cap on foreign members together, in percent`}
          description={t`Empty: none. Foreign: from another country than the venture’s.`}
          inputMode="decimal"
          value={bounds.cap}
          onChange={(event) => onBounds({ ...bounds, cap: event.currentTarget.value })}
        />
      </div>
      <div className={classes.scroll}>
        <table className={classes.grid} aria-label={t`Proposals`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Member</Trans>
              </th>
              <th scope="col">
                <Trans>Today</Trans>
              </th>
              {offered.map(({ kind }) => (
                <th key={kind} scope="col">
                  {titles.title(kind)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {review.members.map(({ key, name, equity }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{equity === null ? t`unknown` : words.percent(equity)}</td>
                {offered.map(({ kind, outcome }) => (
                  <td key={kind}>
                    {outcome.ok ? (
                      <Inspectable id={`review.proposal.${kind}`}>
                        {words.percent(outcome.value.shares.find(({ member }) => member === key)?.share ?? '0')}
                      </Inspectable>
                    ) : (
                      '–'
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <Effects offered={offered} review={review} />
        </table>
      </div>
      {offered.map(({ kind, outcome }) => (
        <Inspected key={kind} id={`review.proposal.${kind}`} title={titles.title(kind)}>
          <RuleBody
            rule={titles.rule(kind, bounds)}
            inputs={
              outcome.ok
                ? outcome.value.shares.map(({ member, share, change }) => ({
                    label: review.members.find(({ key }) => key === member)?.name ?? member,
                    value: `${words.percent(share)} (${change.startsWith('-') ? '' : '+'}${words.number(change)})`,
                  }))
                : []
            }
            links={[<ReviewMethodLink key="card" />]}
          />
        </Inspected>
      ))}
    </>
  );
}

function Effects({ review, offered }: Pick<Props, 'review' | 'offered'>) {
  const said = useReviewWords();
  const titles = useProposalWords();
  const row = (title: ReactNode, cell: (proposal: Proposal) => ReactNode) => (
    <tr>
      <th scope="row">{title}</th>
      <td />
      {offered.map(({ kind, outcome }) => (
        <td key={kind}>{outcome.ok ? cell(outcome.value) : '–'}</td>
      ))}
    </tr>
  );
  return (
    <tfoot className={classes.effects}>
      {row(<Trans>Misalignment after</Trans>, ({ misalignment }) => said.misalignment(toldMisalignment(misalignment)))}
      {row(<Trans>Changes hands</Trans>, ({ moved }) => said.points(moved))}
      {row(<Trans>Control</Trans>, ({ control }) =>
        control.length === 0 ? (
          <Trans>as today</Trans>
        ) : (
          control.map((each) => (
            <div key={`${each.member} ${each.threshold}`}>
              {titles.control(each, review.members.find(({ key }) => key === each.member)?.name ?? each.member)}
            </div>
          ))
        ),
      )}
      {row(<Trans>Years</Trans>, ({ years }) =>
        years === null ? <Trans>at once</Trans> : <Plural value={years} one="# year" other="# years" />,
      )}
      {offered.some(({ outcome }) => !outcome.ok) && (
        <tr>
          <th scope="row">
            <Trans>Why not</Trans>
          </th>
          <td />
          {offered.map(({ kind, outcome }) => (
            <td key={kind}>{outcome.ok ? '' : <WhyNot code={outcome.problems[0]?.code ?? ''} />}</td>
          ))}
        </tr>
      )}
    </tfoot>
  );
}

function WhyNot({ code }: { readonly code: string }) {
  const { i18n } = useLingui();
  return <>{failureText(code, i18n)}</>;
}
