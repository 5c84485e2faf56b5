import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SourceFields } from '../../../../ui/source-fields.tsx';
import classes from '../course/course.module.css';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { StepForm } from './step-form.tsx';

const MOST = 4000;
const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

type Done = { readonly onDone: () => void };

type RecordProps = Done & { readonly stage: string; readonly item: string; readonly text: string };

/** What was decided, or what the deliverable is and where it lies. */
export function RecordForm({ stage, item, text: former, onDone }: RecordProps) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const [text, setText] = useState(former);
  return (
    <StepForm
      bodyOf={(on) => (text.trim() === '' ? null : { kind: 'recorded', on, stage, item, text: text.trim() })}
      submit={<Trans>Record</Trans>}
      onDone={onDone}
    >
      <p className={classes.asked}>{said.item(stage, item)}</p>
      <Textarea
        label={t`What was decided or made`}
        description={t`In words; name the document where there is one.`}
        required
        maxLength={MOST}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </StepForm>
  );
}

type JudgeProps = Done & { readonly stage: string; readonly criterion: string };

/** Whether an exit criterion is met, and by what it is seen. */
export function JudgeForm({ stage, criterion, onDone }: JudgeProps) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const [verdict, setVerdict] = useState<'met' | 'unmet'>('met');
  const [evidence, setEvidence] = useState('');
  const [source, setSource] = useState('');
  const [place, setPlace] = useState('');
  return (
    <StepForm
      bodyOf={(on) =>
        evidence.trim() === ''
          ? null
          : {
              kind: 'judged',
              on,
              stage,
              criterion,
              verdict,
              evidence: evidence.trim(),
              source: textOrNull(source),
              place: textOrNull(place),
            }
      }
      submit={<Trans>Judge</Trans>}
      onDone={onDone}
    >
      <p className={classes.asked}>{said.item(stage, criterion)}</p>
      <Radio.Group
        label={t`Verdict`}
        value={verdict}
        onChange={(value) => setVerdict(value === 'unmet' ? 'unmet' : 'met')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="met" label={t`met`} />
          <Radio value="unmet" label={t`not met`} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t`Evidence`}
        description={t`By what it is seen.`}
        required
        maxLength={MOST}
        autosize
        minRows={2}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        data-autofocus
      />
      <SourceFields source={source} onSource={setSource} place={place} onPlace={setPlace} />
    </StepForm>
  );
}

type WaiveProps = Done & {
  readonly stage: string;
  /** Null: the whole stage. */
  readonly criterion: string | null;
};

/** Lets a criterion, or a whole stage, go by until a day. */
export function WaiveForm({ stage, criterion, onDone }: WaiveProps) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  return (
    <StepForm
      bodyOf={(on) =>
        reason.trim() === '' || until === ''
          ? null
          : { kind: 'waived', on, stage, criterion, reason: reason.trim(), until }
      }
      submit={<Trans>Waive</Trans>}
      onDone={onDone}
    >
      {criterion === null ? (
        <p>
          <Trans>
            Every exit criterion of the stage is let go by until the day below. A stage that the alliance does not go
            through counts as skipped, waiver or not: alliances often fail when firms skip stages.
          </Trans>
        </p>
      ) : (
        <p className={classes.asked}>{said.item(stage, criterion)}</p>
      )}
      <Textarea
        label={t`Reason`}
        required
        maxLength={MOST}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t`Waived until`}
        description={t`The last day on which the waiver holds; then it lapses.`}
        required
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </StepForm>
  );
}

type PlanProps = Done & { readonly stage: string; readonly due: string | null };

/** By when the gate of a stage is to be passed. */
export function PlanForm({ stage, due: former, onDone }: PlanProps) {
  const { t } = useLingui();
  const [due, setDue] = useState(former ?? '');
  return (
    <StepForm
      bodyOf={(on) =>
        due === '' && former === null ? null : { kind: 'planned', on, stage, due: due === '' ? null : due }
      }
      submit={<Trans>Set the day</Trans>}
      onDone={onDone}
    >
      <TextInput
        type="date"
        label={t`Gate due`}
        description={t`Empty: no day is set.`}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
        data-autofocus
      />
    </StepForm>
  );
}
