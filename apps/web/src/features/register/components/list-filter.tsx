import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** The words that narrow a list, as the address holds them. */
export const useListFilter = (): string => useSearch({ strict: false, select: (search) => search.q }) ?? '';

/** A box whose words go into the address; the server looks for them in names, aliases and readings. */
export function ListFilter() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [words, setWords] = useState(useListFilter());
  const keep = useDebouncedCallback((q: string) => {
    void navigate({
      to: '.',
      search: (before) => ({ ...before, q: q === '' ? undefined : q }),
      replace: true,
      resetScroll: false,
    });
  }, 200);
  return (
    <TextInput
      size="xs"
      type="search"
      maw={320}
      label={t`Find by name, alias or reading`}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        keep(event.currentTarget.value);
      }}
    />
  );
}
