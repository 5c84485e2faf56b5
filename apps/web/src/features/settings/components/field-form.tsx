import type { CustomFieldAnswer } from '@entente/contract/register';
import { SUBJECT_KINDS } from '@entente/core/kernel';
import { CUSTOM_SHAPES } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { LANGUAGE_NAMES } from '../../../lib/languages.ts';
import { RequestFailure } from '../../../lib/problem.ts';
import { problemWords } from '../../../lib/problem-words.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState } from '../../../ui/states.tsx';
import { changeField, createField } from '../api/custom-field-writes.ts';
import {
  EMPTY_FIELD,
  emptyTerm,
  fieldBodyOf,
  type FieldFormValues,
  formValuesOf,
  LABEL_LANGUAGES,
} from './field-form-values.ts';
import { useShapeWords } from './shape-words.ts';
import classes from './field-form.module.css';

type Props = {
  /** The field to change; null adds one. */
  readonly field: CustomFieldAnswer | null;
  readonly onDone: () => void;
};

/** Adds a field to a kind of record, or changes its words and terms. What values rest on (kind, key, shape) stays. */
export function FieldForm({ field, onDone }: Props) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const shapes = useShapeWords();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const form = useForm<FieldFormValues>({ defaultValues: field === null ? EMPTY_FIELD : formValuesOf(field) });
  const { register, control, watch, setValue, handleSubmit, setError, formState } = form;
  const terms = useFieldArray({ control: control as never, name: 'terms' as never });
  const save = useMutation({
    mutationFn: (values: FieldFormValues) => {
      const body = fieldBodyOf(values);
      return field === null
        ? createField(workspace, body, key.current)
        : changeField(workspace, field, { labels: body.labels, terms: body.terms }, key.current);
    },
    onSuccess: async () => {
      // Tables, forms and imports under way take the field up as well.
      await client.invalidateQueries({ queryKey: ['workspace', workspace] });
      onDone();
    },
    onError: (error) => {
      key.current = crypto.randomUUID();
      if (!(error instanceof RequestFailure)) return;
      for (const problem of error.document?.errors ?? []) {
        const { message, fix } = problemWords(problem, i18n);
        const name = problem.pointer?.slice(1).replaceAll('/', '.') ?? '';
        setError((name === 'labels' ? 'labels.en' : name) as 'key', {
          message: fix === null ? message : `${message} ${fix}`,
        });
      }
    },
  });
  const [kind, as] = [watch('kind'), watch('as')];
  const { errors } = formState;
  const placed = Object.keys(errors).length > 0;
  return (
    <form onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)} noValidate>
      <Stack gap="sm">
        <Select
          label={t`Kind of record`}
          data={SUBJECT_KINDS.map((each) => ({ value: each, label: words.term('subjects', each) }))}
          value={kind}
          onChange={(value) => value !== null && setValue('kind', value)}
          allowDeselect={false}
          disabled={field !== null}
        />
        <Select
          label={t`What it holds`}
          data={CUSTOM_SHAPES.map((each) => ({ value: each, label: shapes[each] }))}
          value={as}
          onChange={(value) => value !== null && setValue('as', value)}
          allowDeselect={false}
          disabled={field !== null}
        />
        <Fieldset legend={t`Name of the field`}>
          <div className={classes.languages}>
            {LABEL_LANGUAGES.map((language) => (
              <TextInput
                key={language}
                label={LANGUAGE_NAMES[language]}
                lang={language}
                error={errors.labels?.[language]?.message}
                {...register(`labels.${language}`)}
              />
            ))}
          </div>
        </Fieldset>
        {as === 'term' && (
          <Fieldset legend={t`What may be chosen`}>
            <Stack gap="xs">
              {terms.fields.map(({ id }, index) => (
                <div key={id} className={classes.term}>
                  {LABEL_LANGUAGES.map((language) => (
                    <TextInput
                      key={language}
                      aria-label={`${index + 1}. ${LANGUAGE_NAMES[language]}`}
                      placeholder={LANGUAGE_NAMES[language]}
                      lang={language}
                      error={errors.terms?.[index]?.labels?.[language]?.message}
                      {...register(`terms.${index}.labels.${language}`)}
                    />
                  ))}
                  <Button variant="subtle" size="compact-sm" onClick={() => terms.remove(index)}>
                    <Trans>Remove</Trans>
                  </Button>
                </div>
              ))}
              {typeof errors.terms?.message === 'string' && <p role="alert">{errors.terms.message}</p>}
              <Group>
                <Button variant="default" size="xs" onClick={() => terms.append(emptyTerm(terms.fields.length))}>
                  <Trans>Add a term</Trans>
                </Button>
              </Group>
            </Stack>
          </Fieldset>
        )}
        <TextInput
          label={t`Key`}
          description={t`How files and the API name the field; made from the English name when left empty.`}
          error={errors.key?.message}
          disabled={field !== null}
          {...register('key')}
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
