import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Choice, choicesQuery } from '../api/register-choices.ts';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly collection: 'alliances' | 'organisations';
  /** Choices that stand first, before anything is typed. */
  readonly near?: readonly Choice[];
  readonly value: Choice | null;
  readonly onChange: (choice: Choice | null) => void;
  readonly required?: boolean;
  readonly clearable?: boolean;
};

const TYPING_MS = 150;

/** An alliance or an organisation of the register, found by any of its names. */
export function RecordChoice(props: Props) {
  const { label, description, collection, near = [], value, onChange, required = false, clearable = false } = props;
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [typed, setTyped] = useState('');
  const isUntouched = typed === '' || typed === value?.name;
  const [q] = useDebouncedValue(isUntouched ? '' : typed.trim(), TYPING_MS);
  const { data = [], isFetching } = useQuery(choicesQuery(workspace, collection, q));
  const choices = new Map((isUntouched ? [...near, ...data] : data).map((choice) => [choice.id, choice]));
  if (value !== null) choices.set(value.id, value);
  return (
    <Select
      label={label}
      description={description}
      placeholder={t`Type a name`}
      data={[...choices.values()].map(({ id, name }) => ({ value: id, label: name }))}
      // What the server found by an alias or a reading need not hold the letters typed.
      filter={({ options }) => options}
      searchable
      required={required}
      clearable={clearable}
      allowDeselect={false}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange(choices.get(id ?? '') ?? null)}
      nothingFoundMessage={isFetching ? t`Searching …` : t`Nothing of that name`}
      maxDropdownHeight={260}
    />
  );
}
