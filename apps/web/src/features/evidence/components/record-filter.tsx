import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { recordsQuery } from '../api/history-queries.ts';

type Props = {
  /** `kind:record`, or null for all records. */
  readonly value: string | null;
  /** What the chosen record is called, once that is known. */
  readonly name: string | null;
  readonly onChange: (record: string | null) => void;
};

/** Chooses one record by its name, in any script. */
export function RecordFilter({ value, name, onChange }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 150);
  const { data = [] } = useQuery(recordsQuery(workspace, asked));
  const found = data.map((record) => ({
    value: `${record.kind}:${record.slug}`,
    label: `${record.name ?? record.slug} · ${words.term('subjects', record.kind)}`,
  }));
  const chosen = value === null ? null : { value, label: name ?? value.slice(value.indexOf(':') + 1) };
  const options = chosen === null || found.some((option) => option.value === value) ? found : [chosen, ...found];
  return (
    <Select
      size="xs"
      label={t`Record`}
      placeholder={t`All; type a name`}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`All records` }}
      nothingFoundMessage={typed.trim() === '' ? t`Type a name` : t`No record has this name`}
      data={options}
      filter={({ options: all }) => all}
      value={value}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
