import type { SubjectKind } from '@entente/core/kernel';
import { useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import { type Ref, useMemo } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { TypedDateInput } from '../../../../ui/typed-date-input.tsx';
import { useFieldHelp } from './field-help.ts';
import type { FormField, FormValue, Picked } from './form-values.ts';
import { MeasuredInput } from './measured-input.tsx';
import { countryChoices, languageChoices } from './place-choices.ts';
import { readDate } from './read-date.ts';
import { RecordSelect } from './record-select.tsx';
import { SubjectsInput } from './subjects-input.tsx';

/** What an event can be about, as far as it is found by words. */
const SUBJECTS: readonly SubjectKind[] = ['alliance', 'organisation', 'person', 'house'];

type Props = {
  readonly field: FormField;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLElement>;
};

/** A field's name as the label of an input. */
export function useFieldLabel(): (name: string) => string {
  const words = useWords();
  return (name) => {
    const said = words.field(name);
    return said.charAt(0).toLocaleUpperCase() + said.slice(1);
  };
}

const textOf = (value: FormValue): string => (typeof value === 'string' ? value : '');
const oneOf = (value: FormValue): Picked | null =>
  typeof value === 'object' && value !== null && 'kind' in value ? value : null;
const manyOf = (value: FormValue): readonly Picked[] => (Array.isArray(value) ? (value as readonly Picked[]) : []);

/** The input that a field's shape asks for. */
export function FieldInput({ field, value, onChange, onBlur, error, inputRef }: Props) {
  const labelOf = useFieldLabel();
  const help = useFieldHelp()(field);
  const shared = {
    label: labelOf(field.name),
    error,
    ...(onBlur ? { onBlur } : {}),
    ...(help === null ? {} : { description: help }),
  };
  const box = inputRef as Ref<HTMLInputElement>;
  const text = { ...shared, required: field.required, value: textOf(value) };
  switch (field.as) {
    case 'note':
    case 'lines':
    case 'details':
      return (
        <Textarea
          {...text}
          ref={inputRef as Ref<HTMLTextAreaElement>}
          rows={field.as === 'note' ? 2 : 3}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'date':
    case 'end':
      return (
        <TypedDateInput
          {...text}
          inputRef={box}
          onChange={onChange}
          read={(typed) => readDate(field.name, typed)}
          empty={help ?? ''}
        />
      );
    case 'measured':
      return <MeasuredInput {...text} inputRef={box} onChange={onChange} />;
    case 'term':
    case 'country':
    case 'language':
      return <ChoiceInput field={field} {...text} inputRef={box} onChange={onChange} />;
    case 'reference':
    case 'subject':
      return (
        <RecordSelect
          {...shared}
          required={field.required}
          inputRef={box}
          kinds={field.as === 'subject' ? field.to : [field.to]}
          value={oneOf(value)}
          onChange={onChange}
        />
      );
    case 'subjects':
      return <SubjectsInput {...shared} inputRef={box} kinds={SUBJECTS} value={manyOf(value)} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...text}
          ref={box}
          autoComplete="off"
          {...(field.as === 'share' || field.as === 'decimal' || field.as === 'whole'
            ? { inputMode: 'decimal' as const }
            : {})}
          {...(field.as === 'share' ? { rightSection: '%' } : {})}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

type ChoiceProps = {
  readonly field: FormField;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly inputRef: Ref<HTMLInputElement>;
};

/** One of the field's terms, or of all countries or languages, in the reader's words. */
function ChoiceInput({ field, value, required, onChange, inputRef, ...rest }: ChoiceProps) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const choices = useMemo(() => {
    if (field.as === 'country') return countryChoices(i18n.locale);
    if (field.as === 'language') return languageChoices(i18n.locale, value);
    if (field.as !== 'term') return [];
    return field.terms.map((term) => ({ value: term, label: words.term(field.list, term) }));
  }, [field, i18n.locale, value, words]);
  return (
    <Select
      {...rest}
      ref={inputRef}
      withAsterisk={required}
      aria-required={required}
      data={choices}
      value={value === '' ? null : value}
      onChange={(term) => onChange(term ?? '')}
      searchable={field.as !== 'term' || field.terms.length > 6}
      clearable={!required}
      placeholder={required ? t`Choose` : t`not stated`}
      nothingFoundMessage={t`Nothing of this name`}
      clearButtonProps={{ 'aria-label': t`Clear` }}
    />
  );
}
