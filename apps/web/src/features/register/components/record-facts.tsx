import type { MeasureAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { fieldOf } from '@entente/core/register';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { calledOf, type SourcedRecord } from '../api/record-queries.ts';
import { Fact } from './fact.tsx';
import { useFieldLabel } from './forms/field-input.tsx';
import { type FormField, formFields, type FormValue, type Picked, valuesOf } from './forms/form-values.ts';
import { ShownValue } from './forms/shown-value.tsx';
import { OwnFacts } from './own-facts.tsx';
import { useQuantityWords } from '../../../lib/quantity-words.ts';
import { RecordLink } from './record-links.tsx';
import { RemarkFacts } from './remark-facts.tsx';
import classes from './rows/rows.module.css';

type Props = { readonly kind: SubjectKind; readonly record: SourcedRecord };

const picksOf = (value: FormValue): readonly Picked[] =>
  typeof value === 'string' || value === null ? [] : 'kind' in value ? [value] : value;

/** Every field of a record with its value; each opens to what its sources say. */
export function RecordFacts({ kind, record }: Props) {
  const labelOf = useFieldLabel();
  const words = useWords();
  const quantityWords = useQuantityWords();
  const values = valuesOf(kind, record);
  const name = calledOf(record);
  const shown = (field: FormField): ReactNode => {
    const value = values[field.name] ?? '';
    const picks = picksOf(value);
    if (picks.length > 0) return <Picks picks={picks} />;
    const isNone = value === '' || (Array.isArray(value) && value.length === 0);
    const text = isNone && field.as !== 'end' ? null : ' ';
    const given = (isNone ? null : measuredShown(field)) ?? <ShownValue field={field} value={value} />;
    if (fieldOf(kind, field.name) === null) return text === null ? null : given;
    return <Fact kind={kind} id={record.id} field={field.name} of={name} value={text} shown={given} />;
  };
  /** What a measure is of and comes to, in the reader's words. */
  function measuredShown({ name: field }: FormField): string | null {
    const { quantity, value, bound, unit } = record as Partial<MeasureAnswer>;
    if (kind !== 'measure') return null;
    if (field === 'quantity') return words.quantity(quantity ?? '');
    if (field !== 'value' || typeof value !== 'string') return null;
    return quantityWords({ bound: bound ?? null, value, unit: unit ?? null });
  }
  const fields = formFields(kind).map((field) => ({ field, cell: shown(field) }));
  return (
    <dl className={classes.facts}>
      {fields
        .filter(({ cell }) => cell !== null)
        .map(({ field, cell }) => (
          <Fragment key={field.name}>
            <dt>{labelOf(field.name)}</dt>
            <dd>{cell}</dd>
          </Fragment>
        ))}
      <OwnFacts kind={kind} id={record.id} of={name} custom={record.custom ?? {}} />
      <RemarkFacts kind={kind} id={record.id} of={name} claims={record.claims} />
    </dl>
  );
}

function Picks({ picks }: { readonly picks: readonly Picked[] }) {
  return picks.map((picked, at) => (
    <Fragment key={`${picked.kind} ${picked.reference ?? ''}`}>
      {at > 0 && ', '}
      <RecordLink
        kind={picked.kind}
        record={{ id: picked.reference ?? '', slug: picked.reference, name: picked.name }}
      />
    </Fragment>
  ));
}
