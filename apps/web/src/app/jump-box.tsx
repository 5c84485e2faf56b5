import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { jumpQuery } from '../features/register/api/register-queries.ts';

type Props = { readonly workspace: string; readonly focal: string | null; readonly onGo?: () => void };

/** Goes to an alliance or organisation by any of its names, in any script. */
export function JumpBox({ workspace, focal, onGo }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [wanted] = useDebouncedValue(words, 150);
  const { data, isFetching } = useQuery(jumpQuery(workspace, wanted));
  useHotkeys([['mod+K', () => box.current?.focus()]], []);

  const choices =
    wanted.trim() === '' || !data
      ? []
      : [
          {
            group: t`Alliances`,
            items: data.alliances.map(({ slug, name }) => ({ value: `alliances:${slug}`, label: name ?? slug })),
          },
          {
            group: t`Organisations`,
            items: data.organisations.map(({ slug, name }) => ({ value: `partners:${slug}`, label: name ?? slug })),
          },
        ].filter(({ items }) => items.length > 0);
  const go = (value: string | null): void => {
    const [room, slug] = value?.split(':') ?? [];
    if (slug === undefined) return;
    setWords('');
    box.current?.blur();
    onGo?.();
    const to = room === 'alliances' ? '/w/$workspace/alliances/$slug' : '/w/$workspace/partners/$slug';
    void navigate({ to, params: { workspace, slug }, search: { focal: focal ?? undefined } });
  };
  return (
    <Select
      ref={box}
      size="xs"
      aria-label={t`Go to an alliance or organisation`}
      placeholder={t`Go to… (Ctrl K)`}
      searchable
      data={choices}
      value={null}
      searchValue={words}
      onSearchChange={setWords}
      onChange={go}
      filter={({ options }) => options}
      rightSection={<span />}
      nothingFoundMessage={
        wanted.trim() === '' ? (
          <Trans>Type a name</Trans>
        ) : isFetching ? (
          <Trans>Looking…</Trans>
        ) : (
          <Trans>Nothing of this name</Trans>
        )
      }
      comboboxProps={{ width: 320, position: 'bottom-end' }}
    />
  );
}
