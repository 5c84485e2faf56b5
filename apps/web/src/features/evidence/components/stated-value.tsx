import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS, isCustomField, recordField, type TermList } from '@entente/core/register';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCustomWords, useOwnField } from '../../../lib/custom-fields.ts';
import { useWords, type Words } from '../../../lib/use-words.ts';
import { DateText, EndText } from '../../../ui/date-text.tsx';
import { type Named, RecordLink } from './record-name.tsx';

type Props = { readonly kind: SubjectKind; readonly field: string; readonly value: unknown };

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && 'slug' in value;

/** Fields of rows that forms do not offer, by the list that their terms stand in. */
const MORE_TERMS: Readonly<Record<string, TermList>> = { class: 'classes', rank: 'ranks' };

function textOf(kind: SubjectKind, field: string, value: string, words: Words): ReactNode {
  const shape = recordField(kind, field);
  const list = MORE_TERMS[field];
  if (shape === null) return list === undefined ? value : words.term(list, value);
  switch (shape.as) {
    case 'date':
      return <DateText value={value} />;
    case 'end':
      return <EndText value={value} />;
    case 'share':
      return words.percent(value);
    case 'decimal':
      return words.number(value);
    case 'country':
      return words.country(value);
    case 'term':
      return words.term(shape.list, value);
    default:
      return value;
  }
}

const details = (value: object): string =>
  Object.entries(value)
    .map(([name, text]) => `${name}: ${String(text)}`)
    .join('; ');

/** The value of a field as it is read: a date, a share, a term, a record by its name, or the words themselves. */
export function StatedValue({ kind, field, value }: Props): ReactNode {
  const words = useWords();
  if (value === null || value === undefined || value === '') return <Trans>unknown</Trans>;
  if (field === EXISTS) {
    return value === true || value === 'true' ? <Trans>stated</Trans> : <Trans>denied or left out</Trans>;
  }
  if (isNamed(value)) return <RecordLink record={value} />;
  if (Array.isArray(value)) return value.map(String).join('; ');
  if (typeof value === 'object') return details(value);
  if (isCustomField(field) && typeof value === 'string')
    return <OwnStatedValue kind={kind} field={field} value={value} />;
  if (typeof value === 'string') return textOf(kind, field, value, words);
  return typeof value === 'number' ? words.count(value) : null;
}

/** The value of a field that the workspace added, as its definition says that it is read. */
function OwnStatedValue({ kind, field, value }: Omit<Props, 'value'> & { readonly value: string }): ReactNode {
  const words = useWords();
  const ownWords = useCustomWords();
  const own = useOwnField()(kind, field);
  if (own === null) return value;
  switch (own.as) {
    case 'date':
      return <DateText value={value} />;
    case 'flag':
      return value === 'true' ? <Trans>yes</Trans> : <Trans>no</Trans>;
    case 'decimal':
    case 'whole':
      return words.number(value);
    default:
      return ownWords.value(own, value);
  }
}
