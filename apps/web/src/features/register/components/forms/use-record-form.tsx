import type { BatchAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import { RequestFailure } from '../../../../lib/problem.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { currentRecord } from '../../api/record-queries.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import { useEvidence } from '../evidence-context.ts';
import { isSameOwnValue, type OwnField, ownName, ownValues } from './custom-values.ts';
import { type AnyRecord, emptyValues, formFields, type FormValue, type FormValues, valuesOf } from './form-values.ts';
import { useProblemText } from './problem-text.ts';
import { isSameValue } from './same-value.ts';
import { type MergeField, mergeFields } from './three-way-merge.ts';
import type { LeaveGuard } from './use-leave-guard.ts';
import { useSave } from './use-save.tsx';
import { BESIDE, fieldAt, reasonIn, type WritePlan, writePlan } from './write-plan.ts';

/** What a form is asked to do. */
export type FormTask = {
  readonly kind: SubjectKind;
  /** The record to change; null adds one. */
  readonly record: AnyRecord | null;
  /** What a new record begins with. */
  readonly given?: FormValues;
  readonly guard: LeaveGuard;
  readonly onSaved: (answer: BatchAnswer | null) => void;
  /** What is written with it, as one change. */
  readonly also?: (values: FormValues) => readonly RecordWrite[];
};

/** What the form began from; it moves on when somebody else saved meanwhile. */
type Begun = { readonly record: AnyRecord | null; readonly before: FormValues };
/** What somebody else saved meanwhile, beside what was typed. */
type Meeting = { readonly theirs: AnyRecord; readonly fields: readonly MergeField<FormValue>[] };

/** The state of a record's form: what was typed, what is refused where, and what somebody else saved meanwhile. */
export function useRecordForm({ kind, record, given = {}, guard, onSaved, also }: FormTask, own: readonly OwnField[]) {
  const workspace = useWorkspace();
  const words = useWords();
  const problemText = useProblemText();
  const evidence = useEvidence();
  const { save, error, isPending, refresh } = useSave();
  const [begun, setBegun] = useState<Begun>(() => ({
    record,
    before: record === null ? emptyValues(kind, given) : valuesOf(kind, record),
  }));
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [isGone, setGone] = useState(false);

  const planFor = ({ record: from, before }: Begun, values: FormValues): WritePlan => {
    const claimsOn = (field: string) => (from === null ? [] : evidence.on(kind, from.id, field).claims);
    return writePlan({ kind, record: from, before, values, claimsOn, own });
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
      ...ownValues(own, record),
      [BESIDE.reason]: '',
      [BESIDE.source]: null,
      [BESIDE.place]: '',
      [BESIDE.quote]: '',
      [BESIDE.members]: [],
    },
  });
  const { formState, setError, getValues, reset } = form;
  const { errors, isDirty } = formState;
  const { mark } = guard;
  useEffect(() => {
    mark(isDirty);
    return () => mark(false);
  }, [mark, isDirty]);

  const leave = (answer: BatchAnswer | null): void => {
    mark(false);
    onSaved(answer);
  };
  const meet = async (from: AnyRecord, before: FormValues): Promise<void> => {
    const theirs = await currentRecord(workspace, kind, from.id);
    // What is chosen then takes the place of the statements that stand now.
    void refresh();
    const versions = {
      base: { ...before, ...ownValues(own, from) },
      mine: getValues(),
      theirs: { ...valuesOf(kind, theirs), ...ownValues(own, theirs) },
    };
    const names = [...formFields(kind), ...own.map((field) => ({ name: ownName(field) }))].map(({ name }) => name);
    const same = (name: string, one: FormValue, other: FormValue): boolean => {
      const field = own.find((each) => ownName(each) === name);
      return field ? isSameOwnValue(field, one, other) : isSameValue(kind, name, one, other);
    };
    setMeeting({ theirs, fields: mergeFields(names, versions, same) });
  };
  const refused = async (failure: unknown, from: Begun, plan: WritePlan): Promise<void> => {
    if (!(failure instanceof RequestFailure)) return;
    if (failure.code === 'version-stale' && from.record) return meet(from.record, from.before);
    if (failure.code === 'record-not-found' && from.record) return setGone(true);
    for (const { pointer, code, message, fix } of failure.document?.errors ?? []) {
      const name = fieldAt(plan, pointer);
      const told = { type: code, message: problemText({ code, message, fix }) };
      if (name !== null) setError(name, told, { shouldFocus: true });
    }
  };
  const submit = async (values: FormValues, from: Begun = begun): Promise<void> => {
    const plan = planFor(from, values);
    const changes = [...plan.writes, ...(also?.(values) ?? [])];
    if (changes.length === 0) return leave(null);
    const what = words.term('subjects', kind);
    const told = from.record === null ? <Trans>Added: {what}.</Trans> : <Trans>The change is saved.</Trans>;
    const onFailure = (failure: unknown): Promise<void> => refused(failure, from, plan);
    await save({ changes, reason: reasonIn(values), told }).then(leave, onFailure);
  };
  /** Goes on from what the other person saved, with the values chosen from both. */
  const settle = (values: FormValues): void => {
    if (!meeting) return;
    const moved = { record: meeting.theirs, before: valuesOf(kind, meeting.theirs) };
    const merged = { ...getValues(), ...values };
    setBegun(moved);
    setMeeting(null);
    reset(merged, { keepDefaultValues: true });
    void submit(merged, moved);
  };
  return {
    form,
    isNew: begun.record === null,
    errorOf: (name: string): string | undefined => errors[name]?.message,
    submit,
    isPending,
    /** What failed and stands at no field. */
    failure: Object.keys(errors).length > 0 || isGone || meeting ? null : error,
    meeting,
    settle,
    keepTheirs: () => leave(null),
    backToForm: () => setMeeting(null),
    isGone,
    addAgain: () => {
      setBegun({ record: null, before: emptyValues(kind) });
      setGone(false);
    },
  };
}
