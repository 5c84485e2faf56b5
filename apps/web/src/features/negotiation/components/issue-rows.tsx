import { ISSUE_TOPICS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import paper from '../../../dossier/paper.module.css';
import type { PaperDraft } from '../../../dossier/paper-section.tsx';
import { type NegotiationIssue, useNegotiationWords } from './negotiation-words.ts';
import classes from './negotiation.module.css';
import { OptionAims } from './option-aims.tsx';
import { AmountInput, newKey, Rows } from './rows.tsx';

const NOTHING = { wants: null, target: null, reservation: null, weight: null } as const;
const NO_OPTION = { target: null, reservation: null, weight: null } as const;

const blankIssue = (
  head: Pick<NegotiationIssue, 'key' | 'name' | 'topic'>,
  scale: NegotiationIssue['scale'],
): NegotiationIssue =>
  scale === 'number'
    ? { ...head, scale, unit: null, ours: NOTHING, theirs: { ...NOTHING, ground: null } }
    : {
        ...head,
        scale,
        options: [],
        ours: { ...NO_OPTION, points: [] },
        theirs: { ...NO_OPTION, points: [], ground: null },
      };

/** What is to be agreed on, with what each side wants of it. */
export function IssueRows({ draft: { issues }, change }: PaperDraft<'negotiation'>) {
  return (
    <Rows
      legend={<Trans>Issues</Trans>}
      rows={issues}
      rowKey={({ key }) => key}
      add={<Trans>Add an issue</Trans>}
      onAdd={() =>
        change({ issues: [...issues, blankIssue({ key: newKey(), name: '', topic: 'contributions' }, 'number')] })
      }
      onRemove={(at) => change({ issues: issues.toSpliced(at, 1) })}
      fields={(issue, at) => (
        <IssueFields issue={issue} onChange={(next) => change({ issues: issues.with(at, next) })} />
      )}
    />
  );
}

type FieldsProps = { readonly issue: NegotiationIssue; readonly onChange: (issue: NegotiationIssue) => void };

function IssueFields({ issue, onChange }: FieldsProps) {
  const { t } = useLingui();
  const said = useNegotiationWords();
  const { key, name, topic, scale } = issue;
  return (
    <>
      <div className={paper.row}>
        <TextInput
          className={classes.grow ?? ''}
          label={t`Issue`}
          required
          maxLength={500}
          value={name}
          onChange={(event) => onChange({ ...issue, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t`Topic`}
          value={topic}
          data={ISSUE_TOPICS.map((each) => ({ value: each, label: said.topic(each) }))}
          onChange={(event) => onChange({ ...issue, topic: event.currentTarget.value as typeof topic })}
        />
        <NativeSelect
          label={t`Scale`}
          value={scale}
          data={[
            { value: 'number', label: t`a number` },
            { value: 'options', label: t`options` },
          ]}
          onChange={(event) => onChange(blankIssue({ key, name, topic }, event.currentTarget.value as typeof scale))}
        />
        {issue.scale === 'number' && (
          <TextInput
            className={classes.narrow ?? ''}
            label={t`Unit`}
            value={issue.unit ?? ''}
            onChange={(event) =>
              onChange({ ...issue, unit: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
          />
        )}
      </div>
      {issue.scale === 'options' ? (
        <OptionAims issue={issue} onChange={onChange} />
      ) : (
        <>
          <NumberAim side="ours" issue={issue} onChange={onChange} />
          <NumberAim side="theirs" issue={issue} onChange={onChange} />
        </>
      )}
      <Textarea
        label={t`What the estimate of their side rests on`}
        description={t`Needed as soon as anything is estimated of them.`}
        autosize
        minRows={1}
        value={issue.theirs.ground ?? ''}
        onChange={(event) => {
          const ground = event.currentTarget.value === '' ? null : event.currentTarget.value;
          onChange({ ...issue, theirs: { ...issue.theirs, ground } } as NegotiationIssue);
        }}
      />
    </>
  );
}

type NumberIssue = Extract<NegotiationIssue, { scale: 'number' }>;
type AimProps = {
  readonly side: 'ours' | 'theirs';
  readonly issue: NumberIssue;
  readonly onChange: (issue: NegotiationIssue) => void;
};

function NumberAim({ side, issue, onChange }: AimProps) {
  const { t } = useLingui();
  const aim = issue[side];
  const set = (part: Partial<typeof aim>): void => onChange({ ...issue, [side]: { ...aim, ...part } });
  return (
    <fieldset className={classes.aim}>
      <legend>{side === 'ours' ? <Trans>Our side</Trans> : <Trans>Their side, as we estimate</Trans>}</legend>
      <div className={paper.row}>
        <NativeSelect
          label={t`Wants`}
          value={aim.wants ?? ''}
          data={[
            { value: '', label: t`as target and reservation say` },
            { value: 'more', label: t`more of it` },
            { value: 'less', label: t`less of it` },
          ]}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            set({ wants: wanted === 'more' || wanted === 'less' ? wanted : null });
          }}
        />
        <AmountInput label={t`Target`} value={aim.target} onChange={(target) => set({ target })} />
        <AmountInput label={t`Reservation`} value={aim.reservation} onChange={(reservation) => set({ reservation })} />
        <AmountInput label={t`Weight`} min={0} value={aim.weight} onChange={(weight) => set({ weight })} />
      </div>
    </fieldset>
  );
}
