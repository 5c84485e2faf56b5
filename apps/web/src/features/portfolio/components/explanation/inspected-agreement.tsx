import { Trans, useLingui } from '@lingui/react/macro';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import type { YearReading } from '../configuration/reading.ts';
import { usePortfolioView } from '../portfolio-context.ts';
import { MethodCardLink } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';

/** How robust the label is against other ways of counting. */
export function InspectedAgreement({ standing }: { readonly standing: YearReading }) {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { entry, explanation } = standing;
  const same = Math.round(entry.agreement * explanation.parameterSets);
  return (
    <RuleBody
      rule={
        answer.report.window === 'all' ? (
          <Trans>
            The share of parameter sets that give the same label: thresholds 2 to 5 on each axis, partners counted as
            houses and one by one. Under 60 % the label is contested. It is a share of ways to count, not a probability.
          </Trans>
        ) : (
          <Trans>
            The share of parameter sets that give the same label: thresholds 2 to 5 on each axis, partners counted as
            houses and one by one, windows of 3 to 15 years. Under 60 % the label is contested. It is a share of ways to
            count, not a probability.
          </Trans>
        )
      }
      inputs={[
        { label: t`Parameter sets`, value: words.count(explanation.parameterSets) },
        { label: t`Same label`, value: t`${words.count(same)}, ${words.share(entry.agreement)}` },
        { label: t`Contested`, value: entry.contested ? t`yes` : t`no` },
        ...(explanation.reasons.length > 0
          ? [{ label: t`Close calls`, value: words.reasons(explanation.reasons) }]
          : []),
      ]}
      links={[<MethodCardLink key="card" part="configuration" />]}
    />
  );
}
