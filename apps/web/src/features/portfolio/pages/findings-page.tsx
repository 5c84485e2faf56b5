import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { FindingsAnswer } from '@entente/contract/portfolio';
import { useAsOf } from '../../../lib/as-of.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { findingsQuery } from '../api/findings-queries.ts';
import { FindingsContext } from '../components/findings/findings-context.ts';
import { InspectedFinding } from '../components/findings/finding-inspector.tsx';
import { FindingsTable } from '../components/findings/findings-table.tsx';
import classes from '../components/findings/findings.module.css';
import { isProposition } from '../components/findings/use-finding-words.ts';
import { byWeight } from '../components/findings/verdict-mark.tsx';
import { parametersFrom, searchOf } from '../components/parameters/parameters.ts';
import { PortfolioSections } from '../components/portfolio-sections.tsx';
import { PortfolioTitle } from '../components/portfolio-title.tsx';
import { usePortfolioWords } from '../components/words.ts';

const ROUTE = '/w/$workspace/organisations/$slug/portfolio/findings';

/** What the propositions on alliance portfolios find of a firm, with what decides and what to do. */
export function FindingsPage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const search = searchOf(parametersFrom(useSearch({ from: ROUTE })));
  const asOf = useAsOf();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    findingsQuery({ workspace, firm: slug, search, asOf: asOf.text ?? asOf.day }),
  );
  const firm = data?.focal.name;
  usePageTitle(firm && t`Findings: ${firm}`);
  if (data === undefined && error) return <FailureState error={error} onRetry={() => void refetch()} />;
  return (
    <div aria-busy={isPlaceholderData}>
      <header className={classes.head}>
        <PortfolioTitle firm={firm} />
        <PortfolioSections workspace={workspace} slug={slug} />
        {data && <Counted answer={data} asOf={asOf.text ?? asOf.day} />}
      </header>
      {data === undefined ? <LoadingState /> : <Findings workspace={workspace} answer={data} />}
    </div>
  );
}

function Counted({ answer, asOf }: { readonly answer: FindingsAnswer; readonly asOf: string }) {
  const words = usePortfolioWords();
  const population = words.population(answer.population);
  return (
    <p className={classes.asOf}>
      <Trans>
        As of <DateText value={asOf} />, over {population}. Verdicts say what the record shows of this firm; they do not
        test the theory.
      </Trans>
    </p>
  );
}

function Findings({ workspace, answer }: { readonly workspace: string; readonly answer: FindingsAnswer }) {
  const { t } = useLingui();
  const { findings, sources } = answer;
  const propositions = findings.filter(({ code }) => isProposition(code));
  const beside = findings.filter(({ code }) => !isProposition(code)).sort(byWeight);
  return (
    <FindingsContext value={{ workspace, sources }}>
      <Section id="beside" title={<Trans>Findings</Trans>}>
        <FindingsTable caption={t`Findings`} findings={beside} />
      </Section>
      <Section id="propositions" title={<Trans>Propositions</Trans>}>
        <FindingsTable caption={t`Propositions`} findings={propositions} />
      </Section>
      {findings.map((finding) => (
        <InspectedFinding key={finding.code} finding={finding} />
      ))}
    </FindingsContext>
  );
}
