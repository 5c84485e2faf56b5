import type { CriterionState } from '@entente/core/lifecycle';
import { Trans } from '@lingui/react/macro';
import { useLifecycleWords } from '../lifecycle-words.ts';
import classes from './course.module.css';

type Props = {
  readonly stage: string;
  readonly criteria: readonly { readonly key: string; readonly state: CriterionState }[];
  readonly approvers: readonly {
    readonly name: string;
    readonly state: 'approved' | 'refused' | 'awaited';
    readonly hasLeft: boolean;
  }[];
};

/** What keeps a gate shut, one line each: criteria, then people. */
export function GateReasons({ stage, criteria, approvers }: Props) {
  const said = useLifecycleWords();
  const missing = criteria.filter(({ state }) => state !== 'met' && state !== 'waived');
  const people = approvers.filter(({ state }) => state !== 'approved');
  return (
    <ul className={classes.reasons}>
      {missing.map(({ key, state }) => (
        <li key={key}>
          {said.item(stage, key)}: {said.criterionState(state)}
        </li>
      ))}
      {people.map(({ name, state, hasLeft }) => (
        <li key={name}>
          {hasLeft ? (
            <Trans>{name} has left the workspace: name somebody in their place</Trans>
          ) : (
            <>
              {name}: {said.approverState(state)}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
