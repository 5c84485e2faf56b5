import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { AllianceRecord } from '../../api/answers.ts';
import { jumpQuery } from '../../api/register-queries.ts';

type Props = {
  readonly record: AllianceRecord;
  readonly value: string;
  readonly onChange: (slug: string) => void;
  readonly onBlur: () => void;
  readonly error: string | undefined;
};

type Choice = { readonly value: string; readonly label: string };

/** A holder: members of the alliance first, then any organisation of the workspace by name. */
export function HolderSelect({ record, value, onChange, onBlur, error }: Props) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [words, setWords] = useState('');
  const [wanted] = useDebouncedValue(words, 150);
  const { data } = useQuery(jumpQuery(workspace, wanted));
  const near = [
    ...record.members.map(({ organisation }) => organisation),
    ...record.stakes.flatMap(({ holder }) => holder ?? []),
  ];
  const members = new Map<string, Choice>();
  for (const { slug, name } of near) if (slug !== null) members.set(slug, { value: slug, label: name ?? slug });
  const others = (data?.organisations ?? [])
    .filter(({ slug }) => !members.has(slug))
    .map(({ slug, name }) => ({ value: slug, label: name ?? slug }));
  const choices = [
    { group: t`In this alliance`, items: [...members.values()] },
    { group: t`Other organisations`, items: wanted.trim() === '' ? [] : others },
  ];
  return (
    <Select
      label={t`Holder`}
      placeholder={t`Type a name`}
      searchable
      data={choices.filter(({ items }) => items.length > 0)}
      value={value === '' ? null : value}
      onChange={(slug) => onChange(slug ?? '')}
      onBlur={onBlur}
      onSearchChange={setWords}
      nothingFoundMessage={t`Nothing of this name`}
      error={error}
    />
  );
}
