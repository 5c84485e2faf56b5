import { MultiSelect } from '@mantine/core';
import { partiesNamed, useDossier } from './dossier-context.ts';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly value: readonly string[];
  readonly onChange: (organisations: readonly string[]) => void;
};

/** Organisations of the alliance, several or none. */
export function PartiesField({ label, description, required = false, value, onChange }: Props) {
  const dossier = useDossier();
  return (
    <MultiSelect
      label={label}
      {...(description !== undefined && { description })}
      required={required}
      data={partiesNamed(dossier).map(({ id, name }) => ({ value: id, label: name }))}
      value={[...value]}
      onChange={onChange}
      hidePickedOptions
      clearable
    />
  );
}
