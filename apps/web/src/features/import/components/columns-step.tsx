import type { ImportColumn } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { useMemo } from 'react';
import { columnLetter, fieldChoices, LEFT_OUT } from './field-choices.ts';
import { useImportWords } from './import-words.ts';
import classes from './import.module.css';
import { MappingMenu } from './mapping-menu.tsx';
import { StepSection } from './step-section.tsx';
import { stepTitle } from './step-rail.tsx';
import { missingFields } from './steps.ts';
import type { StepProps } from './use-draft.ts';

/** What each column of the table is read as. */
export function ColumnsStep({ draft, onChange }: StepProps) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const own = useImportWords();
  const missing = missingFields(draft);
  const names = missing.map(({ field }) => own.field(draft, field)).join(', ');
  const used = draft.mappingUsed?.name ?? '';
  const leftOut = listedHeadings(draft.columns, i18n.locale);
  const columns: Column<ImportColumn>[] = [
    {
      id: 'heading',
      header: t`Column of the table`,
      value: ({ index }) => index,
      cell: (column) => <Heading column={column} />,
    },
    {
      id: 'samples',
      header: t`For example`,
      value: ({ samples }) => samples[0] ?? null,
      cell: ({ samples }) => (
        <ul className={classes.samples}>
          {samples.slice(0, 3).map((sample) => (
            <li key={sample}>{sample}</li>
          ))}
        </ul>
      ),
    },
    {
      id: 'field',
      header: t`Read as`,
      value: ({ mapping }) => mapping,
      cell: (column) => <FieldChoice draft={draft} column={column} onChange={onChange} />,
    },
  ];
  return (
    <StepSection
      step="columns"
      title={stepTitle('columns')}
      open={missing.length}
      action={<MappingMenu draft={draft} onChange={onChange} />}
    >
      {missing.length > 0 && (
        <p className={classes.caution} role="status">
          <Trans>No column gives: {names}. Choose one, or another meaning of the rows above.</Trans>
        </p>
      )}
      {draft.mappingUsed !== null && (
        <p className={classes.quiet}>
          <Trans>Read by the saved mapping “{used}”, because its headings fit.</Trans>
        </p>
      )}
      {leftOut.length > 0 && (
        <p className={classes.quiet}>
          <Trans>
            Left out: {leftOut}. What no field holds is kept in a field of your own: add it under{' '}
            <Link to="/w/$workspace/settings/fields" params={{ workspace }}>
              Own fields
            </Link>
            , then choose it here; this import waits.
          </Trans>
        </p>
      )}
      <DataTable
        caption={t`Columns`}
        columns={columns}
        rows={draft.columns}
        rowKey={({ index }) => String(index)}
        setBack={({ mapping }) => (mapping === null ? t`left out` : null)}
      />
    </StepSection>
  );
}

/** Headings of the columns that hold something and are read as nothing. */
function listedHeadings(columns: readonly ImportColumn[], locale: string): string {
  const names = columns
    .filter(({ mapping, heading, samples }) => mapping === null && heading !== '' && samples.length > 0)
    .map(({ heading }) => heading);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

function Heading({ column: { heading, index } }: { readonly column: ImportColumn }) {
  const letter = columnLetter(index);
  return (
    <>
      {heading === '' ? <Trans>Column {letter}, without a heading</Trans> : heading}{' '}
      {heading !== '' && <span className={classes.quiet}>{letter}</span>}
    </>
  );
}

type ChoiceProps = StepProps & { readonly column: ImportColumn };

function FieldChoice({ draft, column, onChange }: ChoiceProps) {
  const { t } = useLingui();
  const own = useImportWords();
  const { index, mapping, suggestions } = column;
  const name = column.heading === '' ? columnLetter(index) : column.heading;
  const choices = useMemo(
    () =>
      fieldChoices({ fields: draft.fields }, mapping, {
        field: (field) => own.field(draft, field),
        leaveOut: t`Leave out`,
        needed: t`Needed`,
        alliance: t`Alliance`,
        partner: (number) => (number === null ? t`Partner` : t`Partner ${number}`),
        own: t`Own fields`,
        others: t`May be given`,
      }),
    // The words of a draft's fields change with its layout alone.
    [draft.fields, draft.layout, mapping, own, t],
  );
  const map = (field: string | null): void => onChange({ mapping: { [String(index)]: field } });
  const suggested = suggestions.find(({ field }) => field === mapping);
  const [best] = suggestions;
  const other = best !== undefined && best.field !== mapping ? best : null;
  return (
    <div className={classes.fieldChoice}>
      <Select
        size="xs"
        aria-label={t`Column “${name}” is read as`}
        data={choices}
        value={mapping ?? LEFT_OUT}
        onChange={(value) => value !== null && map(value === LEFT_OUT ? null : value)}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t`No such field`}
        maxDropdownHeight={320}
      />
      {suggested !== undefined && (
        <span className={classes.why}>
          {[own.confidence(suggested.confidence), own.why(suggested.reason)]
            .filter((words) => words !== null)
            .join(' · ')}
        </span>
      )}
      {other !== null && (
        <Button size="compact-xs" variant="subtle" onClick={() => map(other.field)} title={own.why(other.reason) ?? ''}>
          <Trans>
            Suggested: {own.field(draft, other.field)} ({own.confidence(other.confidence)})
          </Trans>
        </Button>
      )}
    </div>
  );
}
