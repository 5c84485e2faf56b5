import type { ReleaseAnswer } from '@entente/contract/clean-team';
import { P_PERCENT } from '@entente/core/accounts';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../lib/use-words.ts';
import { Moment } from '../../../ui/moment.tsx';
import { RuleBody, type RuleInput } from '../../../ui/rule-body.tsx';
import { AggregateValue } from './aggregate-value.tsx';
import { STATISTIC_MEANINGS, STATISTIC_WORDS } from './aggregate-words.ts';

/** What was asked of an aggregate before it could leave the team, in words. */
function Asked({ release }: { readonly release: ReleaseAnswer }) {
  const { threshold, largestPercent } = release.rule;
  const isTotal = ['sum', 'mean', 'share'].includes(release.statistic);
  return (
    <>
      <Trans>
        At least {threshold} organisations stand behind it, and no figure of fewer can be derived from it together with
        what was released before.
      </Trans>
      {isTotal && (
        <>
          {' '}
          <Trans>
            Nobody has more than {largestPercent} % of it, and whoever knows the second largest figure comes no closer
            to the largest than {P_PERCENT} %.
          </Trans>
        </>
      )}
    </>
  );
}

/** How an aggregate came about: its rule, its numbers, and who released it. What entered it stays with the clean team. */
export function ReleaseFacts({ release }: { readonly release: ReleaseAnswer }) {
  const { i18n, t } = useLingui();
  const words = useWords();
  const { quantity, proposedBy, proposedAt, decidedBy, decidedAt, withdrawnBy, withdrawnAt, reason, state } = release;
  const inputs: RuleInput[] = [
    { label: i18n._(STATISTIC_WORDS[release.statistic]), value: <AggregateValue told={release} /> },
    ...(quantity === null ? [] : [{ label: t`Quantity`, value: words.quantity(quantity) }]),
    { label: t`Purpose`, value: release.purpose },
    { label: t`Records`, value: words.count(release.records) },
    { label: t`Organisations`, value: words.count(release.contributors) },
    { label: t`Unknown figures, left out`, value: words.count(release.unknown) },
    { label: t`Proposed by`, value: <By name={proposedBy.name} at={proposedAt} /> },
    ...(decidedBy === null || decidedAt === null
      ? []
      : [
          {
            label: state === 'refused' ? t`Refused by` : t`Released by`,
            value: <By name={decidedBy.name} at={decidedAt} />,
          },
        ]),
    ...(withdrawnBy === null || withdrawnAt === null
      ? []
      : [{ label: t`Withdrawn by`, value: <By name={withdrawnBy.name} at={withdrawnAt} /> }]),
    ...(reason === null ? [] : [{ label: t`Reason`, value: reason }]),
  ];
  return (
    <RuleBody rule={i18n._(STATISTIC_MEANINGS[release.statistic])} inputs={inputs}>
      <p>
        <Asked release={release} />
      </p>
    </RuleBody>
  );
}

const By = ({ name, at }: { readonly name: string; readonly at: string }) => (
  <>
    {name}, <Moment at={at} />
  </>
);

/** How many organisations stand behind an aggregate, and what was left out of it. */
export function Behind({ told }: { readonly told: Pick<ReleaseAnswer, 'contributors' | 'unknown'> }) {
  return (
    <>
      <Plural value={told.contributors} one="# organisation" other="# organisations" />
      {told.unknown > 0 && (
        <>
          {'; '}
          <Plural value={told.unknown} one="# figure unknown" other="# figures unknown" />
        </>
      )}
    </>
  );
}
