import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { useTemplate } from '../template-context.ts';
import { StepForm } from './step-form.tsx';

const MOST = 4000;

type Done = { readonly onDone: () => void };
type From = Done & { readonly from: string };

const useStageOptions = () => {
  const said = useLifecycleWords();
  const { template } = useTemplate();
  return template.stages.map(({ key }) => ({ value: key, label: said.stage(key) }));
};

/** Moves on to the next stage, or to a later one where those between were waived. */
export function AdvanceForm({ from, onDone }: From) {
  const { t } = useLingui();
  const stages = useStageOptions();
  const later = stages.slice(stages.findIndex(({ value }) => value === from) + 1);
  const [stage, setStage] = useState(later[0]?.value ?? '');
  return (
    <StepForm bodyOf={(on) => ({ kind: 'advanced', on, stage })} submit={<Trans>Advance</Trans>} onDone={onDone}>
      <NativeSelect
        label={t`Stage that is entered`}
        data={later}
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
        data-autofocus
      />
    </StepForm>
  );
}

/** Goes back to an earlier stage; the loop stays in the record. */
export function RevisitForm({ from, onDone }: From) {
  const { t } = useLingui();
  const stages = useStageOptions();
  const earlier = stages.slice(
    0,
    stages.findIndex(({ value }) => value === from),
  );
  const [stage, setStage] = useState(earlier.at(-1)?.value ?? '');
  const [reason, setReason] = useState('');
  return (
    <StepForm
      bodyOf={(on) => (reason.trim() === '' ? null : { kind: 'revisited', on, stage, reason: reason.trim() })}
      submit={<Trans>Go back</Trans>}
      onDone={onDone}
    >
      <NativeSelect
        label={t`Stage that is gone back to`}
        data={earlier}
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
      />
      <ReasonInput isRequired value={reason} onChange={setReason} />
    </StepForm>
  );
}

type ReasonProps = {
  readonly isRequired: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

function ReasonInput({ isRequired, value, onChange }: ReasonProps) {
  const { t } = useLingui();
  return (
    <Textarea
      label={isRequired ? t`Reason` : t`Reason (optional)`}
      required={isRequired}
      maxLength={MOST}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus
    />
  );
}

/** Ends the lifecycle in its last stage. */
export function EndForm({ onDone }: Done) {
  const [reason, setReason] = useState('');
  return (
    <StepForm
      bodyOf={(on) => ({ kind: 'ended', on, reason: reason.trim() === '' ? null : reason.trim() })}
      submit={<Trans>End</Trans>}
      color="red"
      onDone={onDone}
    >
      <p>
        <Trans>Nothing more is said of a lifecycle that has ended. Its record stays.</Trans>
      </p>
      <ReasonInput isRequired={false} value={reason} onChange={setReason} />
    </StepForm>
  );
}

/** Gives an alliance up that nobody has signed. */
export function GiveUpForm({ onDone }: Done) {
  const [reason, setReason] = useState('');
  return (
    <StepForm
      bodyOf={(on) => (reason.trim() === '' ? null : { kind: 'given-up', on, reason: reason.trim() })}
      submit={<Trans>Give up</Trans>}
      color="red"
      onDone={onDone}
    >
      <p>
        <Trans>The partners have not signed: the alliance is given up, not terminated. Its record stays.</Trans>
      </p>
      <ReasonInput isRequired value={reason} onChange={setReason} />
    </StepForm>
  );
}

/** Begins the lifecycle in the stage in which the alliance is. */
export function BeginForm({ onDone }: Done) {
  const { t } = useLingui();
  const stages = useStageOptions();
  const [stage, setStage] = useState(stages[0]?.value ?? '');
  const [earlier, setEarlier] = useState<'unknown' | 'skipped'>('unknown');
  const [reason, setReason] = useState('');
  const isFirst = stage === stages[0]?.value;
  return (
    <StepForm
      bodyOf={(on) => ({
        kind: 'begun',
        on,
        stage,
        earlier: isFirst ? 'unknown' : earlier,
        reason: reason.trim() === '' ? null : reason.trim(),
      })}
      submit={<Trans>Begin</Trans>}
      onDone={onDone}
    >
      <NativeSelect
        label={t`Stage in which the alliance is`}
        data={stages}
        value={stage}
        onChange={(event) => setStage(event.currentTarget.value)}
        data-autofocus
      />
      {!isFirst && (
        <Radio.Group
          label={t`The stages before`}
          value={earlier}
          onChange={(value) => setEarlier(value === 'skipped' ? 'skipped' : 'unknown')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="unknown" label={t`nothing is recorded of them`} />
            <Radio value="skipped" label={t`they were skipped`} />
          </Stack>
        </Radio.Group>
      )}
      <ReasonInput isRequired={false} value={reason} onChange={setReason} />
    </StepForm>
  );
}
