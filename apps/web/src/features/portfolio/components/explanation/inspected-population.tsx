import { Trans, useLingui } from '@lingui/react/macro';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { MethodCardLink, SourcePlace } from '../record-links.tsx';
import { usePortfolioWords } from '../words.ts';
import { moveRows } from '../moves/move-rows.ts';

/** Which alliances make up the portfolio, and by which sources. */
export function InspectedPopulation() {
  const { t } = useLingui();
  const { answer } = usePortfolioView();
  const words = usePortfolioWords();
  const { report, milestones, sources } = answer;
  const drawn = new Set(milestones.lanes.flatMap(({ bars }) => bars.map(({ alliance }) => alliance))).size;
  return (
    <RuleBody
      rule={
        <Trans>
          All alliances, equity alliances (joint ventures and minority stakes), or joint ventures of the firm and of its
          own house. The reading is limited to the chosen sources: what none of them states is absent.
        </Trans>
      }
      inputs={[
        { label: t`Population`, value: words.population(report.population) },
        { label: t`Alliances`, value: words.count(drawn) },
        { label: t`Moves`, value: words.count(moveRows(report).length) },
      ]}
      sources={sources
        .filter(({ key }) => report.sources.includes(key))
        .map(({ key, title, claims }) => (
          <>
            <SourcePlace source={key} place="" />
            {title}, {t`${words.count(claims)} claims`}
          </>
        ))}
      links={[<MethodCardLink key="card" part="configuration" />]}
    />
  );
}
