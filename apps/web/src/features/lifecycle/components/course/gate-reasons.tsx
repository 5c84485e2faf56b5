import type { CriterionState } from '@entente/core/lifecycle';
import { Trans } from '@lingui/react/macro';
import { useLifecycleWords } from '../lifecycle-words.ts';
import classes from './course.module.css';

type Props = {
  readonly stage: string;
  readonly criteria: readonly { readonly key: string; readonly state: CriterionState }[];
  readonly approvers: readonly {
    readonly name: string;
    readonly organisation?: string | null;
    readonly state: 'approved' | 'refused' | 'awaited';
    readonly hasLeft: boolean;
  }[];
};

/** A person, with the partner that they approve for. */
export const approverName = ({
  name,
  organisation = null,
}: Pick<Props['approvers'][number], 'name' | 'organisation'>) =>
  organisation === null ? name : `${name} (${organisation})`;

/** A criterion or a person, and how it stands with them. */
export function Stated({ name, state }: { readonly name: string; readonly state: string }) {
  return (
    <Trans>
      {name}: {state}
    </Trans>
  );
}

/** An approver who has not approved, and what to do where they cannot. */
function Person({ person }: { readonly person: Props['approvers'][number] }) {
  const said = useLifecycleWords();
  const name = approverName(person);
  if (!person.hasLeft) return <Stated name={name} state={said.approverState(person.state)} />;
  return (person.organisation ?? null) === null ? (
    <Trans>{name} has left the workspace: name somebody in their place</Trans>
  ) : (
    <Trans>No room of the alliance is open to {name} any more: open one, or name somebody in their place</Trans>
  );
}

/** What keeps a gate shut, one line each: criteria, then people. */
export function GateReasons({ stage, criteria, approvers }: Props) {
  const said = useLifecycleWords();
  const missing = criteria.filter(({ state }) => state !== 'met' && state !== 'waived');
  const people = approvers.filter(({ state }) => state !== 'approved');
  return (
    <ul className={classes.reasons}>
      {missing.map(({ key, state }) => (
        <li key={key}>
          <Stated name={said.item(stage, key)} state={said.criterionState(state)} />
        </li>
      ))}
      {people.map((person) => (
        <li key={approverName(person)}>
          <Person person={person} />
        </li>
      ))}
    </ul>
  );
}
