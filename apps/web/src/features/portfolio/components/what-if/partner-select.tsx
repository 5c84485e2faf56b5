import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { partnersQuery } from '../../api/what-if-queries.ts';
import type { PlannedMove } from './move-address.ts';

type Partner = PlannedMove['partner'];
type Props = {
  readonly workspace: string;
  readonly value: Partner | null;
  readonly onChange: (partner: Partner | null) => void;
};

const keyOf = ({ kind, text }: Partner): string => `${kind} ${text}`;

/** A partner by any of its names, a house, or somebody whom the register does not hold. */
export function PartnerSelect({ workspace, value, onChange }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 150);
  const { data } = useQuery(partnersQuery(workspace, wanted));
  const words = typed.trim();
  const options = new Map<string, { readonly partner: Partner; readonly label: string }>();
  for (const { kind, slug, name } of words === '' ? [] : (data ?? [])) {
    const partner = { kind, text: slug };
    options.set(keyOf(partner), { partner, label: kind === 'house' ? t`${name} (house)` : name });
  }
  if (words !== '') {
    const partner = { kind: 'name', text: words } as const;
    options.set(keyOf(partner), { partner, label: t`“${words}”, who is not in the register` });
  }
  if (value && !options.has(keyOf(value))) options.set(keyOf(value), { partner: value, label: value.text });
  return (
    <Select
      label={t`Partner`}
      placeholder={t`Type a name`}
      searchable
      withAsterisk
      data={[...options].map(([key, { label }]) => ({ value: key, label }))}
      value={value ? keyOf(value) : null}
      onChange={(key) => onChange(key === null ? null : (options.get(key)?.partner ?? null))}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={<Trans>Type a name</Trans>}
    />
  );
}
