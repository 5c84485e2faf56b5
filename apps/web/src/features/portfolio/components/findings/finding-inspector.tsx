import { Trans, useLingui } from '@lingui/react/macro';
import type { Finding } from '@entente/core/portfolio';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { FactList, FactSources } from './finding-facts.tsx';
import classes from './findings.module.css';
import { useFindingWords } from './use-finding-words.ts';
import { VerdictMark } from './verdict-mark.tsx';

export const findingId = (code: Finding['code']): string => `finding.${code}`;

/** How a finding came about: the rule, what it read with values and what it asked, every fact, every source. */
export function InspectedFinding({ finding }: { readonly finding: Finding }) {
  const words = useFindingWords();
  return (
    <Inspected id={findingId(finding.code)} title={words.title(finding.code)}>
      <FindingBody finding={finding} />
    </Inspected>
  );
}

function FindingBody({ finding }: { readonly finding: Finding }) {
  const { t } = useLingui();
  const words = useFindingWords();
  const { code, inputs } = finding;
  const evidence = new Map(
    inputs
      .flatMap(({ facts }) => facts.flatMap((fact) => fact.evidence))
      .map((each) => [`${each.source} ${each.place}`, each]),
  );
  return (
    <>
      <p className={classes.verdictLine}>
        <VerdictMark finding={finding} /> <span className={classes.reason}>{words.reason(finding.reason)}</span>
      </p>
      <p>{words.says(code)}</p>
      <RuleBody
        rule={words.rule(code)}
        inputs={inputs.map((input) => {
          const asked = words.asked(input);
          return {
            label: words.input(input.name),
            value: (
              <>
                {words.value(input)}
                {asked !== null && <span className={classes.asked}> {t`(asked: ${asked})`}</span>}
              </>
            ),
          };
        })}
        sources={[...evidence.values()].map((each) => (
          <FactSources key={`${each.source} ${each.place}`} evidence={[each]} />
        ))}
        links={[
          <a key="card" href="/docs/methods/portfolio#propositions" target="_blank" rel="noreferrer">
            <Trans>Method card: propositions</Trans>
          </a>,
        ]}
      >
        {inputs
          .filter(({ facts }) => facts.length > 0)
          .map((input) => (
            <section key={input.name}>
              <h3 className={classes.heading}>{words.input(input.name)}</h3>
              <FactList facts={input.facts} />
            </section>
          ))}
        <p className={classes.advice}>{words.advice(finding.advice)}</p>
      </RuleBody>
    </>
  );
}
