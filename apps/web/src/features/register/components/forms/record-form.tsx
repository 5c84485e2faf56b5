import type { BatchAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { Controller, type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import { RequestFailure } from '../../../../lib/problem.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import { FailureState } from '../../../../ui/states.tsx';
import { calledOf, currentRecord } from '../../api/record-queries.ts';
import { useEvidence } from '../evidence-context.ts';
import { FieldInput } from './field-input.tsx';
import classes from './forms.module.css';
import {
  type AnyRecord,
  emptyValues,
  type FormField,
  formFields,
  type FormValue,
  type FormValues,
  valuesOf,
} from './form-values.ts';
import { LeaveWarning } from './leave-warning.tsx';
import { MergeScreen } from './merge-screen.tsx';
import { useProblemText } from './problem-text.ts';
import { readValues } from './record-body.ts';
import { SourcePart } from './source-part.tsx';
import { SubjectsInput } from './subjects-input.tsx';
import { type MergeField, mergeFields } from './three-way-merge.ts';
import type { LeaveGuard } from './use-leave-guard.ts';
import { useSave } from './use-save.tsx';
import { BESIDE, fieldAt, reasonIn, type WritePlan, writePlan } from './write-plan.ts';

type Props = {
  readonly kind: SubjectKind;
  /** The record to change; null adds one. */
  readonly record: AnyRecord | null;
  /** What a new record begins with. */
  readonly given?: FormValues;
  readonly guard: LeaveGuard;
  readonly onSaved: (answer: BatchAnswer | null) => void;
  /** The fields that are asked for; all of them when left out. */
  readonly only?: readonly string[];
  /** What is written with it, as one change. */
  readonly also?: (values: FormValues) => readonly RecordWrite[];
  /** What the form asks beside the fields. */
  readonly children?: ReactNode;
};

/** What the form began from; it moves on when somebody else saved meanwhile. */
type Begun = { readonly record: AnyRecord | null; readonly before: FormValues };

const WIDE: readonly FormField['as'][] = ['note', 'subjects', 'lines', 'details'];
const isWide = ({ as, name }: FormField): boolean => WIDE.includes(as) || name === 'name' || name === 'title';

const begunFrom = (kind: SubjectKind, record: AnyRecord | null, given: FormValues): Begun => ({
  record,
  before: record === null ? emptyValues(kind, given) : valuesOf(kind, record),
});

/** Whether two values of a form's field come to the same in the register. */
function sameValue(kind: SubjectKind, name: string, one: FormValue, other: FormValue): boolean {
  const bodyOf = (value: FormValue) => readValues(kind, { ...emptyValues(kind), [name]: value });
  const [first, second] = [bodyOf(one), bodyOf(other)];
  const isRead = !first.problems
    .concat(second.problems)
    .some(({ field, code }) => field === name && code !== 'field-required');
  return isRead
    ? JSON.stringify(first.body) === JSON.stringify(second.body)
    : JSON.stringify(one) === JSON.stringify(other);
}

/**
 * One form for every kind of record, made of the record's fields. What the contract or the server refuses stands at its field
 * with the mend; when somebody saved meanwhile, both versions are laid side by side.
 */
export function RecordForm({ kind, record, given = {}, guard, onSaved, only, also, children }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const words = useWords();
  const problemText = useProblemText();
  const evidence = useEvidence();
  const { save, error, isPending } = useSave();
  const [begun, setBegun] = useState(() => begunFrom(kind, record, given));
  const [merge, setMerge] = useState<{
    readonly theirs: AnyRecord;
    readonly fields: readonly MergeField<FormValue>[];
  } | null>(null);
  const [isGone, setGone] = useState(false);

  const planFor = ({ record: from, before }: Begun, values: FormValues): WritePlan => {
    const claimsOn = (field: string) => (from === null ? [] : evidence.on(kind, from.id, field).claims);
    return writePlan({ kind, record: from, before, values, claimsOn });
  };
  const resolver: Resolver<FormValues> = (values) => {
    const { problems } = planFor(begun, values);
    const errors = Object.fromEntries(
      problems.map((problem) => [problem.field ?? 'root', { type: problem.code, message: problemText(problem) }]),
    ) as FieldErrors<FormValues>;
    return problems.length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
  const form = useForm<FormValues>({
    resolver,
    mode: 'onTouched',
    defaultValues: {
      ...begun.before,
      [BESIDE.reason]: '',
      [BESIDE.source]: given[BESIDE.source] ?? null,
      [BESIDE.place]: '',
      [BESIDE.quote]: '',
      [BESIDE.members]: given[BESIDE.members] ?? [],
    },
  });
  const { control, formState, handleSubmit, setError, getValues, reset } = form;
  const { errors, isDirty } = formState;
  const errorOf = (name: string): string | undefined => errors[name]?.message as string | undefined;
  const { mark } = guard;
  useEffect(() => {
    mark(isDirty);
    return () => mark(false);
  }, [mark, isDirty]);

  const meetTheirs = async (from: AnyRecord, before: FormValues): Promise<void> => {
    const theirs = await currentRecord(workspace, kind, from.id);
    const versions = { base: before, mine: getValues(), theirs: valuesOf(kind, theirs) };
    const names = formFields(kind).map(({ name }) => name);
    setMerge({ theirs, fields: mergeFields(names, versions, (name, one, other) => sameValue(kind, name, one, other)) });
  };
  const refused = async (failure: unknown, from: Begun, plan: WritePlan): Promise<void> => {
    if (!(failure instanceof RequestFailure)) return;
    if (failure.code === 'version-stale' && from.record) return meetTheirs(from.record, from.before);
    if (failure.code === 'record-not-found' && from.record) return setGone(true);
    for (const { pointer, code, message, fix } of failure.document?.errors ?? []) {
      const name = fieldAt(plan, pointer);
      if (name !== null)
        setError(name, { type: code, message: problemText({ code, message, fix }) }, { shouldFocus: true });
    }
  };
  const submit = async (values: FormValues, from: Begun = begun): Promise<void> => {
    const plan = planFor(from, values);
    const changes = [...plan.writes, ...(also?.(values) ?? [])];
    if (changes.length === 0) return leave(null);
    const told =
      from.record === null ? (
        <Trans>Added: {words.term('subjects', kind)}.</Trans>
      ) : (
        <Trans>The change is saved.</Trans>
      );
    await save({ changes, reason: reasonIn(values), told }).then(leave, (failure: unknown) =>
      refused(failure, from, plan),
    );
  };
  const leave = (answer: BatchAnswer | null): void => {
    mark(false);
    onSaved(answer);
  };

  if (merge && begun.record) {
    const moved = { record: merge.theirs, before: valuesOf(kind, merge.theirs) };
    const goOn = (values: FormValues): void => {
      setBegun(moved);
      setMerge(null);
      reset({ ...getValues(), ...values }, { keepDefaultValues: true });
    };
    return (
      <MergeScreen
        title={calledOf(merge.theirs)}
        shapes={formFields(kind)}
        fields={merge.fields}
        isSaving={isPending}
        onSave={(values) => {
          goOn(values);
          void submit({ ...getValues(), ...values }, moved);
        }}
        onKeepTheirs={() => leave(null)}
        onBack={() => setMerge(null)}
      />
    );
  }
  const shown = formFields(kind).filter(({ name }) => only?.includes(name) ?? true);
  const refusal = error instanceof RequestFailure ? error : null;
  const isPlaced = Object.keys(errors).length > 0 || refusal?.code === 'version-stale' || isGone;
  return (
    <form onSubmit={(event) => void handleSubmit((values) => submit(values))(event)} noValidate>
      {isGone && (
        <GoneNotice
          onAddAgain={() => {
            setBegun({ record: null, before: emptyValues(kind) });
            setGone(false);
          }}
        />
      )}
      <div className={classes.fields}>
        {shown.map((shape) => (
          <div key={shape.name} className={isWide(shape) ? classes.wide : undefined}>
            <Controller
              control={control}
              name={shape.name}
              render={({ field }) => (
                <FieldInput
                  field={shape}
                  value={field.value ?? ''}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                  inputRef={field.ref}
                  error={errorOf(shape.name)}
                />
              )}
            />
          </div>
        ))}
        {kind === 'alliance' && begun.record === null && (
          <div className={classes.wide}>
            <Controller
              control={control}
              name={BESIDE.members}
              render={({ field }) => (
                <SubjectsInput
                  label={t`Members`}
                  kinds={['organisation']}
                  value={Array.isArray(field.value) ? field.value : []}
                  onChange={field.onChange}
                  error={errorOf(BESIDE.members)}
                />
              )}
            />
          </div>
        )}
      </div>
      {children}
      {kind !== 'source' && <SourcePart control={control} errors={errors} />}
      <div className={classes.part}>
        <Controller
          control={control}
          name={BESIDE.reason}
          render={({ field }) => (
            <TextInput
              label={t`Reason`}
              description={t`Kept with the change.`}
              value={typeof field.value === 'string' ? field.value : ''}
              onChange={field.onChange}
              onBlur={field.onBlur}
              ref={field.ref}
              error={errorOf(BESIDE.reason)}
            />
          )}
        />
      </div>
      {error !== null && !isPlaced && <FailureState error={error} inline />}
      {errorOf('root') !== undefined && <p role="alert">{errorOf('root')}</p>}
      {guard.isAsking && <LeaveWarning guard={guard} />}
      <div className={classes.foot}>
        <span className={classes.push} />
        <Button variant="default" onClick={guard.request}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={isPending}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}

function GoneNotice({ onAddAgain }: { readonly onAddAgain: () => void }) {
  return (
    <div className={classes.asked} role="alert">
      <p>
        <Trans>Somebody removed this record while you had it open. What you typed is still here.</Trans>
      </p>
      <Button size="xs" variant="default" onClick={onAddAgain}>
        <Trans>Add it again with what I typed</Trans>
      </Button>
    </div>
  );
}
