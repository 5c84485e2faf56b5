import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../../lib/papers.ts';
import type { PaperWithVersionsAnswer } from '../../lib/use-paper.ts';
import { useWorkspace } from '../../lib/workspace.ts';

type Props = {
  readonly label: string;
  readonly value: string | null;
  /** People whom the paper names already, who may have left since. */
  readonly named: PaperWithVersionsAnswer['people'];
  readonly onChange: (person: string | null) => void;
};

/** Chooses a member of the workspace, or nobody. */
export function MemberSelect({ label, value, named, onChange }: Props) {
  const { t } = useLingui();
  const { data } = useQuery(membersQuery(useWorkspace()));
  const present = data?.items.filter(({ endedAt }) => endedAt === null).map(({ person }) => person) ?? [];
  const left = named.filter(({ id }) => id === value && present.every((person) => person.id !== id));
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[
        { value: '', label: t`nobody` },
        ...present.map(({ id, name }) => ({ value: id, label: name })),
        ...left.map(({ id, name }) => ({ value: id, label: t`${name} (has left)` })),
      ]}
    />
  );
}

/** A member whom a paper names, by name; who has left is said to have. */
export function MemberName({
  id,
  named,
}: {
  readonly id: string | null;
  readonly named: PaperWithVersionsAnswer['people'];
}) {
  const { t } = useLingui();
  const person = named.find((each) => each.id === id);
  if (id === null || person === undefined) return <>{t`nobody`}</>;
  return <>{person.hasLeft ? t`${person.name} (has left)` : person.name}</>;
}
