import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { calledOf } from '../../api/record-queries.ts';
import formClasses from '../forms/forms.module.css';
import { formFields } from '../forms/form-values.ts';
import { MergeRow, MergeTable } from '../forms/merge-screen.tsx';
import type { Choice } from '../forms/three-way-merge.ts';
import { type Decision, isOpen, type Meetings, openDecision, type StakeMeeting, theirsOf } from './stake-meetings.ts';
import classes from './venture-stakes.module.css';

type Props = {
  readonly merge: Meetings;
  readonly onTake: (decisions: ReadonlyMap<string, Decision>) => void;
  /** Goes back to the table with everything that was typed. */
  readonly onBack: () => void;
};

const SHAPES = formFields('stake');

const nameOf = (meeting: StakeMeeting): string =>
  meeting.as === 'removed-there'
    ? meeting.row.record === null
      ? ''
      : calledOf(meeting.row.record)
    : calledOf(meeting.theirs);

/** All rows of a table that two people changed, on one screen: for each field the versions, and whose is taken. */
export function StakeMergeScreen({ merge, onTake, onBack }: Props) {
  const { meetings } = merge;
  const [chosen, setChosen] = useState<ReadonlyMap<string, Decision>>(new Map());
  const decisionOn = (meeting: StakeMeeting): Decision => chosen.get(meeting.row.key) ?? openDecision(meeting);
  const decide = (meeting: StakeMeeting, decision: Decision): void =>
    setChosen(new Map([...chosen, [meeting.row.key, decision]]));
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    head.current?.scrollIntoView({ block: 'center' });
    head.current?.focus({ preventScroll: true });
  }, []);
  const open = meetings.filter((meeting) => isOpen(decisionOn(meeting))).length;
  const count = meetings.length;
  return (
    <div>
      <p role="alert" ref={head} tabIndex={-1}>
        <Plural
          value={count}
          one="# stake was changed by somebody else while you edited it."
          other="# stakes were changed by somebody else while you edited them."
        />{' '}
        <Trans>Nothing of yours is saved yet, and nothing is lost: choose below.</Trans>
      </p>
      <MergeTable>
        {meetings.map((meeting) => (
          <MetStake
            key={meeting.row.key}
            meeting={meeting}
            decision={decisionOn(meeting)}
            onDecide={(decision) => decide(meeting, decision)}
          />
        ))}
      </MergeTable>
      {open > 0 && (
        <p className={formClasses.both}>
          <Plural value={open} one="# stake is undecided." other="# stakes are undecided." />
        </p>
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onBack}>
          <Trans>Back to the table</Trans>
        </Button>
        <Button variant="default" onClick={() => onTake(theirsOf(merge))}>
          <Trans>Keep all that was saved</Trans>
        </Button>
        <Button
          disabled={open > 0}
          onClick={() => onTake(new Map(meetings.map((each) => [each.row.key, decisionOn(each)])))}
        >
          <Trans>Take the choice into the table</Trans>
        </Button>
      </Group>
    </div>
  );
}

type MetProps = {
  readonly meeting: StakeMeeting;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
};

function MetStake({ meeting, decision, onDecide }: MetProps) {
  const name = nameOf(meeting);
  const fields = decision.of === 'fields' ? decision.fields : meeting.as === 'removed-here' ? meeting.fields : [];
  const choose = (field: string, choice: Choice): void => {
    if (decision.of !== 'fields') return;
    const next = decision.fields.map((each) => (each.name === field ? { ...each, choice } : each));
    onDecide({ of: 'fields', fields: next });
  };
  return (
    <tbody>
      <tr className={classes.met}>
        <th scope="rowgroup" colSpan={5}>
          {name}
        </th>
      </tr>
      {fields
        .filter(({ changed }) => changed !== 'nobody')
        .map((field) => (
          <MergeRow
            key={field.name}
            of={name}
            field={field}
            shape={SHAPES.find((shape) => shape.name === field.name)}
            {...(decision.of === 'fields' ? { onChoose: (choice: Choice) => choose(field.name, choice) } : {})}
          />
        ))}
      {decision.of === 'row' && <WholeRow name={name} meeting={meeting} decision={decision} onDecide={onDecide} />}
    </tbody>
  );
}

/** A stake that one side removed: whether it is there at all. */
function WholeRow({ name, meeting, decision, onDecide }: MetProps & { readonly name: string }) {
  const { t } = useLingui();
  const isGone = meeting.as === 'removed-there';
  return (
    <tr>
      <td colSpan={4}>
        {isGone ? (
          <Trans>Somebody removed this stake, and you changed it.</Trans>
        ) : (
          <Trans>You took this stake out, and somebody changed it.</Trans>
        )}
      </td>
      <td data-label={t`Take`}>
        <Radio.Group
          label={<VisuallyHidden>{t`${name}: what becomes of it`}</VisuallyHidden>}
          value={decision.of === 'row' ? (decision.choice ?? '') : ''}
          onChange={(choice) => onDecide({ of: 'row', choice: choice === 'mine' ? 'mine' : 'theirs' })}
        >
          <Radio size="xs" value="mine" label={isGone ? t`Add it anew as I have it` : t`Take it out`} />
          <Radio size="xs" mt={4} value="theirs" label={isGone ? t`Leave it removed` : t`Keep it as it was saved`} />
        </Radio.Group>
      </td>
    </tr>
  );
}
