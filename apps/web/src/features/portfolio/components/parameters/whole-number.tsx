import { NumberInput } from '@mantine/core';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
};

/** A whole number from 1; what is no such number changes nothing. */
export function WholeNumber({ label, description, value, most, onChange }: Props) {
  return (
    <NumberInput
      size="xs"
      maw="12rem"
      label={label}
      description={description}
      value={value}
      min={1}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      onChange={(next) => {
        if (typeof next === 'number' && next >= 1 && next <= most) onChange(next);
      }}
    />
  );
}
