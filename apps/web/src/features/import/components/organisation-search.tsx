import { collectionNamed } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../../../lib/client.ts';
import { useWorkspace } from '../../../lib/workspace.ts';

export type Organisation = { readonly id: string; readonly name: string };

const LISTED = 20;
const TYPING_MS = 150;

type Props = { readonly label: string; readonly onChoose: (organisation: Organisation) => void };

/** Finds an organisation of the register by what people call it. */
export function OrganisationSearch({ label, onChoose }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data = [], isFetching } = useQuery({
    queryKey: ['workspace', workspace, 'import-organisations', q],
    queryFn: async ({ signal }) => {
      const { answer } = collectionNamed('organisations').routes.list;
      const query = { q, sort: 'name', limit: LISTED };
      const path = `/workspaces/${encodeURIComponent(workspace)}/organisations`;
      const { items } = await read(path, { answer, query, signal });
      return items.map(({ id, slug, name }) => ({ value: id, label: name ?? slug }));
    },
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      size="xs"
      mt={6}
      maw={320}
      aria-label={label}
      placeholder={t`Name, other name or reading`}
      data={data}
      // What the server found by an alias or a reading need not hold the letters typed.
      filter={({ options }) => options}
      searchable
      autoFocus
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const found = data.find(({ value }) => value === id);
        if (found) onChoose({ id: found.value, name: found.label });
      }}
      nothingFoundMessage={isFetching ? t`Searching …` : t`No such organisation`}
    />
  );
}
