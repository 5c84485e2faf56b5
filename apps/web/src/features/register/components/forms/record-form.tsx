import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { type Control, Controller } from 'react-hook-form';
import { customFieldsQuery } from '../../../../lib/custom-fields.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { FailureState, LoadingState } from '../../../../ui/states.tsx';
import { calledOf } from '../../api/record-queries.ts';
import { askedFields, type OwnField, ownName } from './custom-values.ts';
import { FieldInput } from './field-input.tsx';
import classes from './forms.module.css';
import { type FormField, formFields, type FormValues } from './form-values.ts';
import { LeaveWarning } from './leave-warning.tsx';
import { MergeScreen } from './merge-screen.tsx';
import { OwnFieldInput } from './own-field-input.tsx';
import { SourcePart } from './source-part.tsx';
import { SubjectsInput } from './subjects-input.tsx';
import { type FormTask, useRecordForm } from './use-record-form.tsx';
import { BESIDE } from './write-plan.ts';

type Props = FormTask & {
  /** The fields that are asked for; all of them when left out. */
  readonly only?: readonly string[];
  /** What the form asks beside the fields. */
  readonly children?: ReactNode;
};

/**
 * One form for every kind of record, made of the record's fields. What the contract or the server refuses stands at its field
 * with the mend; when somebody saved meanwhile, both versions are laid side by side.
 */
export function RecordForm(props: Props) {
  const own = useQuery(customFieldsQuery(useWorkspace()));
  if (own.isPending) return <LoadingState lines={6} />;
  const ofKind = (own.data ?? []).filter(({ kind }) => kind === props.kind);
  const asked = props.only === undefined ? askedFields(ofKind, props.record) : [];
  return <LoadedForm {...props} own={asked} />;
}

function LoadedForm({ only, children, own, ...task }: Props & { readonly own: readonly OwnField[] }) {
  const { kind, guard } = task;
  const state = useRecordForm(task, own);
  const { form, meeting, errorOf, failure } = state;
  const { control, formState, handleSubmit } = form;
  if (meeting) {
    return (
      <MergeScreen
        title={calledOf(meeting.theirs)}
        shapes={formFields(kind)}
        own={own}
        fields={meeting.fields}
        isSaving={state.isPending}
        onSave={state.settle}
        onKeepTheirs={state.keepTheirs}
        onBack={state.backToForm}
      />
    );
  }
  const shapes = formFields(kind).filter(({ name }) => only?.includes(name) ?? true);
  return (
    <form onSubmit={(event) => void handleSubmit((values) => state.submit(values))(event)} noValidate>
      {state.isGone && <GoneNotice onAddAgain={state.addAgain} />}
      <div className={classes.fields}>
        <RecordInputs shapes={shapes} control={control} errorOf={errorOf} />
        <OwnInputs own={own} control={control} errorOf={errorOf} />
        {kind === 'alliance' && state.isNew && <MembersInput control={control} errorOf={errorOf} />}
      </div>
      {children}
      {kind !== 'source' && <SourcePart control={control} errors={formState.errors} />}
      <ReasonInput control={control} errorOf={errorOf} />
      <div className={classes.foot}>
        {failure !== null && (
          <div className={classes.told}>
            <FailureState error={failure} inline />
          </div>
        )}
        {errorOf('root') !== undefined && (
          <p className={classes.told} role="alert">
            {errorOf('root')}
          </p>
        )}
        {guard.isAsking && (
          <div className={classes.told}>
            <LeaveWarning guard={guard} />
          </div>
        )}
        <Button variant="default" onClick={guard.request}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={state.isPending} onMouseDown={keepFocus}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}

/** A field that is judged as it is left may grow by its refusal and move the button away under the pointer: focus stays. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

const WIDE: readonly FormField['as'][] = ['note', 'subjects', 'lines', 'details'];
const isWide = ({ as, name }: FormField): boolean => WIDE.includes(as) || name === 'name' || name === 'title';

type InputsProps = {
  readonly control: Control<FormValues>;
  readonly errorOf: (name: string) => string | undefined;
};

function RecordInputs({ shapes, control, errorOf }: InputsProps & { readonly shapes: readonly FormField[] }) {
  return shapes.map((shape) => (
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
  ));
}

/** Inputs of the fields that the workspace added to this kind. */
function OwnInputs({ own, control, errorOf }: InputsProps & { readonly own: readonly OwnField[] }) {
  return own.map((shape) => (
    <div key={shape.key} className={shape.as === 'note' ? classes.wide : undefined}>
      <Controller
        control={control}
        name={ownName(shape)}
        render={({ field }) => (
          <OwnFieldInput
            field={shape}
            value={typeof field.value === 'string' ? field.value : ''}
            onChange={field.onChange}
            onBlur={field.onBlur}
            inputRef={field.ref}
            error={errorOf(ownName(shape))}
          />
        )}
      />
    </div>
  ));
}

/** Who takes part in a new alliance; each becomes a membership of it. */
function MembersInput({ control, errorOf }: InputsProps) {
  const { t } = useLingui();
  return (
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
  );
}

function ReasonInput({ control, errorOf }: InputsProps) {
  const { t } = useLingui();
  return (
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
