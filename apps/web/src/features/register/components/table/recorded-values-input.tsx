import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { summaryQuery } from '../../api/table-queries.ts';
import { cellWords } from './cell-words.ts';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

type Props = {
  readonly table: TableName;
  readonly field: TableField;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

const ALL = { filters: [], q: null, sort: [] } as const;

/** Several of the values that the table holds in a field, found by the words in which the reader sees them. */
export function RecordedValuesInput({ table, field, values, onChange }: Props) {
  const { i18n, t } = useLingui();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(summaryQuery(useWorkspace(), table, ALL, field.name, null));
  const recorded = (data?.groups ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const said = [...new Set([...values, ...recorded])].map((value) => ({
    value,
    label: cellWords(field, value, words, i18n),
  }));
  const isAlone = (label: string): boolean => said.filter((each) => each.label === label).length === 1;
  const choices = said
    .map(({ value, label }) => ({ value, label: isAlone(label) ? label : `${label} (${value})` }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.locale));
  return (
    <MultiSelect
      size="xs"
      data-autofocus
      aria-label={field.label}
      placeholder={t`Type a name`}
      data={choices}
      value={[...values]}
      searchable
      hidePickedOptions
      maxDropdownHeight={220}
      nothingFoundMessage={t`Nothing of this name`}
      comboboxProps={{ withinPortal: false }}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      // It would cover the button that applies what was chosen.
      onChange={(next) => {
        setOpen(false);
        onChange(next);
      }}
    />
  );
}
