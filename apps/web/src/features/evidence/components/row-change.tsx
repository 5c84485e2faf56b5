import type { RowChangeAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFieldName } from '../../../lib/custom-fields.ts';
import { isEntrySource } from '../../../lib/source-name.ts';
import { type FieldChange, fieldChangesOf } from './field-changes.ts';
import classes from './history.module.css';
import { RecordLink } from './record-name.tsx';
import { StatedValue } from './stated-value.tsx';

/** Of a claim, what its heading says already. */
const IN_HEADING = ['subject', 'field', 'source'];
/** What every new record has, and nobody entered. */
const USUAL: Readonly<Record<string, unknown>> = {
  class: 'INTERNAL',
  [EXISTS]: true,
  rank: 'normal',
  to: '..',
  end: '..',
};

const sourceOf = ({ claim }: RowChangeAnswer): { readonly slug: string | null } => claim?.source ?? { slug: null };

function shownFields(change: RowChangeAnswer): readonly FieldChange[] {
  const { fields, row, action } = change;
  const told =
    row === 'claim'
      ? fields.filter(
          ({ field }) => !IN_HEADING.includes(field) && !(field === 'place' && isEntrySource(sourceOf(change))),
        )
      : fieldChangesOf(fields);
  if (action === 'changed') return told;
  return told.filter(({ field, before, after }) => {
    const value = before ?? after;
    return value !== USUAL[field] && !(Array.isArray(value) && value.length === 0) && !isEmpty(value);
  });
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** What was done to one row: the record itself, one of the claims on it, or what an event is about. */
export function RowChange({ change }: { readonly change: RowChangeAnswer }) {
  const { action, subject, row } = change;
  const fields = shownFields(change);
  if (action === 'changed' && fields.length === 0) return null;
  return (
    <li className={classes.row}>
      <p className={classes.line}>
        <RowHeading change={change} />
      </p>
      <dl className={classes.fields}>
        {fields.map((field) => (
          <FieldLine key={field.field} field={field} action={action} kind={kindOf(row, subject.kind)} change={change} />
        ))}
      </dl>
    </li>
  );
}

const kindOf = (row: string, subject: SubjectKind): SubjectKind => (row === 'source' ? 'source' : subject);

function RowHeading({ change: { action, claim, row, subject } }: { readonly change: RowChangeAnswer }): ReactNode {
  const nameOf = useFieldName();
  if (claim !== null) {
    const source = <RecordLink record={{ kind: 'source', ...claim.source }} />;
    const field = nameOf(subject.kind, claim.field);
    if (action === 'added')
      return (
        <Trans>
          Claim of {source} on “{field}” added
        </Trans>
      );
    if (action === 'removed')
      return (
        <Trans>
          Claim of {source} on “{field}” removed
        </Trans>
      );
    return (
      <Trans>
        Claim of {source} on “{field}” changed
      </Trans>
    );
  }
  if (row === 'event-subject') {
    return action === 'removed' ? <Trans>Is no longer about</Trans> : <Trans>Is about</Trans>;
  }
  if (action === 'added') return <Trans>Record added</Trans>;
  return action === 'removed' ? <Trans>Record removed</Trans> : <Trans>Record changed</Trans>;
}

type LineProps = {
  readonly field: FieldChange;
  readonly action: RowChangeAnswer['action'];
  readonly kind: SubjectKind;
  readonly change: RowChangeAnswer;
};

/** A field with its value, or with the value before and after. */
function FieldLine({ field: { field, before, after }, action, kind, change: { claim, row } }: LineProps) {
  const { t } = useLingui();
  const nameOf = useFieldName();
  // The value of a claim reads as the field that the claim is about.
  const read = row === 'claim' && field === 'value' && claim !== null ? claim.field : field;
  const value = (of: unknown) => <StatedValue kind={kind} field={read} value={of} />;
  return (
    <>
      <dt>{row === 'claim' && field === 'place' ? t`Place in the source` : nameOf(kind, field)}</dt>
      <dd>
        {action === 'changed' ? (
          <>
            <del className={classes.before}>{value(before)}</del> <span aria-hidden="true">→</span>{' '}
            <ins className={classes.after}>{value(after)}</ins>
          </>
        ) : (
          value(before ?? after)
        )}
      </dd>
    </>
  );
}
