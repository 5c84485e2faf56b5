import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import { LifecycleMethodLink } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import type { OpenLifecycle } from '../steps/course.ts';
import { stageSource } from '../template-sources.tsx';
import { useTemplate } from '../template-context.ts';
import classes from './course.module.css';

const SHORT: Readonly<Record<string, string>> = { asap: 'ASAP', 'iso-44001': 'ISO 44001', sdc: 'SDC' };

/** The present stage in the words of an association, a standard and a database; those words are as published, in English. */
export function Reported({ lifecycle: { reported, standing } }: { readonly lifecycle: OpenLifecycle }) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLifecycleWords();
  const told = useTemplate();
  return (
    <Section id="reported" title={<Trans>Reported as</Trans>}>
      <dl className={classes.reported}>
        {reported.map(({ vocabulary, stages }) => {
          const known = told.vocabularies.find(({ key }) => key === vocabulary);
          const id = `lifecycle.reported.${vocabulary}`;
          const names = words.listed(stages.map(({ key, name }) => `${key} ${name}`));
          const plain = words.listed(stages.map(({ name }) => name));
          return (
            <div key={vocabulary}>
              <dt>{SHORT[vocabulary] ?? vocabulary}</dt>
              <dd>
                <InspectButton id={id} unknown={stages.length === 0}>
                  {stages.length === 0 ? (
                    <Trans>no word for it</Trans>
                  ) : (
                    <span lang="en">{vocabulary === 'asap' ? plain : names}</span>
                  )}
                </InspectButton>
              </dd>
              <Inspected id={id} title={known?.name ?? vocabulary}>
                <RuleBody
                  rule={
                    <Trans>
                      The stage by the <Term id="cross-walk">cross-walk</Term>: a reading of ours, by what each says is
                      done in a stage. Where a vocabulary divides what ours does not, all its stages are told.
                    </Trans>
                  }
                  inputs={[
                    { label: t`Stage`, value: said.stage(standing.stage) },
                    { label: t`Reported as`, value: stages.length === 0 ? '–' : <span lang="en">{plain}</span> },
                  ]}
                  sources={[
                    stageSource(told, standing.stage),
                    <span key="published" lang="en">
                      {known?.publishedIn}
                    </span>,
                  ]}
                  links={[<LifecycleMethodLink key="card" />]}
                />
              </Inspected>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
