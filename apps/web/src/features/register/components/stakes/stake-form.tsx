import { stakeChange, stakeCreation, type StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { Controller, type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import { RequestFailure } from '../../../../lib/problem.ts';
import { problemWords } from '../../../../lib/problem-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { FailureState } from '../../../../ui/states.tsx';
import type { AllianceRecord } from '../../api/answers.ts';
import { currentStake } from '../../api/stake-writes.ts';
import { DateInput } from './date-input.tsx';
import { HolderSelect } from './holder-select.tsx';
import { StakeConflict } from './stake-conflict.tsx';
import { changedFields, EMPTY_STAKE, formValuesOf, stakeFieldsOf, type StakeFormValues } from './stake-form-values.ts';
import { type FormProblem, isReversed, problemsIn } from './stake-problems.ts';
import { stakeWith, useStakeSave } from './use-stake-save.tsx';

type Props = {
  readonly record: AllianceRecord;
  /** The stake to change; null records a new one. */
  readonly stake: StakeAnswer | null;
  readonly onDone: () => void;
};

const FIELDS: readonly string[] = ['holder', 'holders', 'holderCount', 'share', 'votingShare', 'from', 'to', 'reason'];
const isField = (name: string | null): name is keyof StakeFormValues => name !== null && FIELDS.includes(name);

function useProblemText(): (problem: Omit<FormProblem, 'field'>) => string {
  const { i18n } = useLingui();
  return (problem) => {
    const { message, fix } = problemWords(problem, i18n);
    return fix === null ? message : `${message.replace(/[.。]?$/, i18n.locale === 'en' ? '.' : '。')} ${fix}`;
  };
}

function problemsOf(values: StakeFormValues, stake: StakeAnswer | null): readonly FormProblem[] {
  const fields = stake === null ? stakeFieldsOf(values) : changedFields(stake, values);
  const whole = stakeFieldsOf(values);
  const given = values.named ? whole.holder : whole.holders;
  const missing = {
    code: 'field-required',
    message: 'A stake has a holder',
    fix: 'Choose a holder, or describe unnamed ones.',
  };
  const reversed = {
    code: 'period-reversed',
    message: 'The period ends before it begins',
    fix: 'Give an end that is later than the beginning.',
  };
  return [
    ...problemsIn(stake === null ? stakeCreation : stakeChange, fields),
    ...(given === null ? [{ field: values.named ? 'holder' : 'holders', ...missing }] : []),
    ...(isReversed(whole.from, whole.to) ? [{ field: 'to', ...reversed }] : []),
  ];
}

/** Records or changes a stake; what the server refuses stands at the field it is about, with its mend. */
export function StakeForm({ record, stake, onDone }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const problemText = useProblemText();
  const save = useStakeSave(record.alliance.slug);
  const [conflict, setConflict] = useState<StakeAnswer | null>(null);
  // One key for all attempts with the same content, so that a lost answer does not make a second stake.
  const attempt = useRef({ content: '', key: '' });

  const resolver: Resolver<StakeFormValues> = (values) => {
    const problems = problemsOf(values, stake);
    const errors = Object.fromEntries(
      problems.flatMap((problem) =>
        isField(problem.field) ? [[problem.field, { type: problem.code, message: problemText(problem) }]] : [],
      ),
    ) as FieldErrors<StakeFormValues>;
    return problems.length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
  const form = useForm<StakeFormValues>({
    resolver,
    mode: 'onTouched',
    defaultValues: stake === null ? EMPTY_STAKE : formValuesOf(stake),
  });
  const { register, control, formState, handleSubmit, setError, watch } = form;
  const { errors } = formState;

  const refused = async (error: unknown): Promise<void> => {
    if (!(error instanceof RequestFailure)) return;
    if (error.code === 'version-stale' && stake) return setConflict(await currentStake(workspace, stake.id));
    for (const { pointer, code, message, fix } of error.document?.errors ?? []) {
      const name = pointer?.slice(1) ?? null;
      if (isField(name))
        setError(name, { type: code, message: problemText({ code, message, fix }) }, { shouldFocus: true });
    }
  };
  const submit = async (values: StakeFormValues, version = stake?.version ?? 0): Promise<void> => {
    const fields = stake === null ? stakeFieldsOf(values) : changedFields(stake, values);
    if (stake !== null && Object.keys(fields).length === 0) return onDone();
    const reason = values.reason.trim() === '' ? null : values.reason.trim();
    const content = JSON.stringify({ fields, reason, version });
    if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
    const write = {
      workspace,
      alliance: record.alliance.slug,
      stake,
      version,
      fields,
      reason,
      idempotencyKey: attempt.current.key,
    };
    await save.mutateAsync(write).then(onDone, refused);
  };

  if (conflict && stake) {
    return (
      <StakeConflict
        mine={stakeWith(record, stake, changedFields(stake, form.getValues()))}
        theirs={conflict}
        onKeepTheirs={onDone}
        onSaveMine={() => {
          setConflict(null);
          void submit(form.getValues(), conflict.version);
        }}
      />
    );
  }
  const named = watch('named');
  const serverProblem = save.error instanceof RequestFailure ? save.error : null;
  const placed = serverProblem?.document?.errors.some(({ pointer }) => isField(pointer?.slice(1) ?? null)) ?? false;
  return (
    <form onSubmit={(event) => void handleSubmit((values) => submit(values))(event)} noValidate>
      <Stack gap="sm">
        <Controller
          control={control}
          name="named"
          render={({ field }) => (
            <SegmentedControl
              aria-label={t`Who holds the stake`}
              value={field.value ? 'named' : 'unnamed'}
              onChange={(value) => field.onChange(value === 'named')}
              data={[
                { value: 'named', label: t`A named holder` },
                { value: 'unnamed', label: t`Unnamed holders` },
              ]}
            />
          )}
        />
        {named ? (
          <Controller
            control={control}
            name="holder"
            render={({ field }) => (
              <HolderSelect
                record={record}
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors.holder?.message}
              />
            )}
          />
        ) : (
          <>
            <TextInput
              label={t`In the source's words`}
              placeholder={t`two other Japanese companies`}
              {...register('holders')}
              error={errors.holders?.message}
            />
            <TextInput
              label={t`How many, if stated`}
              inputMode="numeric"
              {...register('holderCount')}
              error={errors.holderCount?.message}
            />
          </>
        )}
        <TextInput
          label={t`Share`}
          description={t`In percent. Left empty, it is unknown, not zero.`}
          inputMode="decimal"
          rightSection="%"
          {...register('share')}
          error={errors.share?.message}
        />
        <TextInput
          label={t`Share of votes, where it differs`}
          inputMode="decimal"
          rightSection="%"
          {...register('votingShare')}
          error={errors.votingShare?.message}
        />
        <DateInput
          label={t`From`}
          value={watch('from')}
          input={register('from')}
          error={errors.from?.message}
          empty={t`Left empty, the beginning is unknown.`}
        />
        <DateInput
          label={t`Until`}
          value={watch('to')}
          input={register('to')}
          error={errors.to?.message}
          empty={t`Left empty, no end is stated. Write “unknown” if it ended and nobody says when.`}
        />
        <TextInput
          label={t`Reason`}
          description={t`Kept with the change.`}
          {...register('reason')}
          error={errors.reason?.message}
        />
        {save.error && !placed && <FailureState error={save.error} inline />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={save.isPending}>
            <Trans>Save</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
