import { useLingui } from '@lingui/react/macro';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { endWords } from '../../../../ui/date-text.tsx';
import { choicesQuery } from '../../api/record-queries.ts';
import { readDate } from '../forms/read-date.ts';
import { useTermChoices } from './cell-editor.tsx';
import { kindsNamed } from './paste-plan.ts';
import { type ChosenSubject, SubjectsChooser } from './subjects-editor.tsx';
import type { TableField } from './table-fields.ts';

type Props = {
  readonly field: TableField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | null;
};

/** The value that several records are to have, by the shape of its field; left empty it is taken away. */
export function SetValueInput({ field, value, onChange, error }: Props) {
  const { t, i18n } = useLingui();
  const terms = useTermChoices(field);
  const { as } = field.shape;
  const shared = { label: field.label, error };
  if (as === 'subjects') return <SubjectsInput field={field} onChange={onChange} error={error} />;
  if (kindsNamed(field).length > 0)
    return <RecordInput field={field} value={value} onChange={onChange} error={error} />;
  if (field.choices !== null || as === 'term' || as === 'country' || as === 'language') {
    return (
      <Select
        {...shared}
        searchable={terms.length > 6}
        clearable={!field.isRequired}
        placeholder={field.isRequired ? t`Choose` : t`not stated`}
        clearButtonProps={{ 'aria-label': t`Clear` }}
        nothingFoundMessage={t`Nothing of this name`}
        data={[...terms]}
        value={value === '' ? null : value}
        onChange={(term) => onChange(term ?? '')}
      />
    );
  }
  if (as === 'note' || as === 'details') {
    return <Textarea {...shared} rows={3} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  const read = (as === 'date' || as === 'end') && value.trim() !== '' ? readDate(field.name, value) : null;
  const words = read?.kind === 'date' ? endWords(read.edtf, i18n) : null;
  return (
    <TextInput
      {...shared}
      autoComplete="off"
      description={words !== null && words !== value ? t`Read as: ${words}` : null}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function SubjectsInput({ field, onChange, error }: Omit<Props, 'value'>) {
  const [chosen, setChosen] = useState<readonly ChosenSubject[]>([]);
  return (
    <SubjectsChooser
      label={field.label}
      error={error}
      value={chosen}
      onChange={(next) => {
        setChosen(next);
        onChange(next.map(({ key }) => key).join('; '));
      }}
    />
  );
}

function RecordInput({ field, value, onChange, error }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [search, setSearch] = useState('');
  const [kept, setKept] = useState<string | null>(null);
  const [wanted] = useDebouncedValue(search, 150);
  const { data } = useQuery(choicesQuery(workspace, kindsNamed(field), wanted));
  const isSubject = field.shape.as === 'subject';
  const found = (wanted.trim() === '' ? [] : (data ?? [])).flatMap(({ kind, reference, name }) =>
    reference === null ? [] : [{ value: isSubject ? `${kind}:${reference}` : reference, label: name }],
  );
  const chosen = kept === null || found.some((choice) => choice.value === value) ? [] : [{ value, label: kept }];
  return (
    <Select
      label={field.label}
      error={error}
      placeholder={t`Type a name`}
      searchable
      clearable={!field.isRequired}
      clearButtonProps={{ 'aria-label': t`Clear` }}
      data={[...chosen, ...found]}
      filter={({ options }) => options}
      nothingFoundMessage={search.trim() === '' ? t`Type a name` : t`Nothing of this name`}
      value={value === '' ? null : value}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(next, option) => {
        setKept(option?.label ?? null);
        onChange(next ?? '');
      }}
    />
  );
}
