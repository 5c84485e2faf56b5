import { Trans, useLingui } from '@lingui/react/macro';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { Inspected } from '../../../ui/inspector.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import type { Criterion } from './choice-draft.ts';
import { SelectionCard, Unknown } from './choice-notes.tsx';
import { useChoice } from './choice-context.ts';
import { useChoiceWords } from './choice-words.ts';

/** What a criterion counts among all, opened to the levels on its way. */
export function Weight({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useLingui();
  const said = useChoiceWords();
  const { choice, reading } = useChoice();
  const { key, name } = criterion;
  const weight = reading?.weights.find((each) => each.key === key)?.weight;
  if (weight === undefined) return <Unknown>{t`unknown`}</Unknown>;
  const by = { judgements: t`pairwise judgements`, weights: t`weights entered`, equal: t`none given: equal` };
  const levels = (reading?.levels ?? []).flatMap((level) => {
    const own = level.weights.find((each) => each.key === key || each.key === criterion.group);
    return own === undefined ? [] : [{ level, own }];
  });
  const id = `selection.weight.${key}`;
  return (
    <>
      <InspectButton id={id}>{said.figure(weight)}</InspectButton>
      <Inspected id={id} title={t`Weight of ${name}`}>
        <RuleBody
          rule={
            <Trans>
              On each level siblings weigh against each other, by pairwise judgements, by weights that were entered, or
              equally; a criterion weighs the product on its way from the top.
            </Trans>
          }
          inputs={[
            ...levels.map(({ level, own }) => ({
              label: said.nameIn([...choice.groups, ...choice.criteria], own.key),
              value: `${said.figure(own.weight)} (${by[level.by]})`,
            })),
            { label: t`Weight of all`, value: said.figure(weight) },
            ...levels.flatMap(({ level }) =>
              level.judged === null
                ? []
                : [{ label: t`Consistency ratio`, value: said.figure(level.judged.consistencyRatio) }],
            ),
          ]}
          links={[<SelectionCard key="card" />]}
        />
      </Inspected>
    </>
  );
}
