import { readTypedDate } from '@entente/core/kernel';
import { useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { useCustomWords } from '../../../../lib/custom-fields.ts';
import { TypedDateInput } from '../../../../ui/typed-date-input.tsx';
import type { OwnField } from './custom-values.ts';

type Props = {
  readonly field: OwnField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLElement>;
};

/** The input of a workspace's own field. */
export function OwnFieldInput({ field, value, onChange, onBlur, error, inputRef }: Props) {
  const { t } = useLingui();
  const words = useCustomWords();
  const shared = { label: words.label(field), value, error, ...(onBlur ? { onBlur } : {}) };
  const box = inputRef as Ref<HTMLInputElement>;
  const typed = (event: { readonly currentTarget: { readonly value: string } }): void =>
    onChange(event.currentTarget.value);
  switch (field.as) {
    case 'note':
      return <Textarea {...shared} rows={2} ref={inputRef as Ref<HTMLTextAreaElement>} onChange={typed} />;
    case 'date':
      return <TypedDateInput {...shared} inputRef={box} onChange={onChange} read={(text) => readTypedDate(text)} />;
    case 'flag':
    case 'term': {
      const terms =
        field.as === 'flag'
          ? [
              { value: 'true', label: t`yes` },
              { value: 'false', label: t`no` },
            ]
          : field.terms.map(({ term }) => ({ value: term, label: words.value(field, term) }));
      return (
        <Select
          {...shared}
          ref={box}
          data={terms}
          value={value === '' ? null : value}
          onChange={(term) => onChange(term ?? '')}
          clearable
          placeholder={t`not stated`}
          clearButtonProps={{ 'aria-label': t`Clear` }}
        />
      );
    }
    default:
      return (
        <TextInput
          {...shared}
          ref={box}
          autoComplete="off"
          {...(field.as === 'line' ? {} : { inputMode: 'decimal' as const })}
          onChange={typed}
        />
      );
  }
}
