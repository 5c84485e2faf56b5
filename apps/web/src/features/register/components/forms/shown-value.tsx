import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText, EndText } from '../../../../ui/date-text.tsx';
import { OwnValue } from '../own-value.tsx';
import type { OwnField } from './custom-values.ts';
import type { FormField, FormValue } from './form-values.ts';
import { readDate } from './read-date.ts';

type Props = { readonly field: FormField; readonly value: FormValue };

/** The value of a form's field, as a reader sees it. */
export function ShownValue({ field, value }: Props): ReactNode {
  const words = useWords();
  if (typeof value !== 'string') {
    const picked = value === null ? [] : 'kind' in value ? [value] : value;
    return picked.length === 0 ? <Trans>none</Trans> : picked.map(({ name }) => name).join(', ');
  }
  const text = value.trim();
  if (field.as === 'end' && text === '') return <EndText value=".." />;
  if (text === '') return <Trans>unknown</Trans>;
  switch (field.as) {
    case 'date':
    case 'end': {
      const read = readDate(field.name, text);
      if (read.kind !== 'date') return text;
      return field.as === 'end' ? <EndText value={read.edtf} /> : <DateText value={read.edtf} />;
    }
    case 'term':
      return words.term(field.list, text);
    case 'country':
      return words.country(text);
    case 'share':
      return /^\d+(?:\.\d+)?$/.test(text) ? words.percent(text) : text;
    default:
      return text;
  }
}

/** The value of a workspace's own field, as a reader sees it. */
export function ShownOwnValue({ field, value }: { readonly field: OwnField; readonly value: FormValue }): ReactNode {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return <Trans>unknown</Trans>;
  if (field.as !== 'date') return <OwnValue field={field} value={text} />;
  const read = readDate(field.key, text);
  return read.kind === 'date' ? <DateText value={read.edtf} /> : text;
}
