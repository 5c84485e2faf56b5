import { isAmount } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly value: string | null;
  readonly onChange: (amount: string | null) => void;
};

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);
const MOST_FIGURES = 30;

/** An exact amount; empty is unknown or without bound. Separators of thousands are left out as they are typed. */
export function AmountField({ label, description, value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <TextInput
      inputMode="decimal"
      label={label}
      {...(description !== undefined && { description })}
      maxLength={MOST_FIGURES}
      value={value ?? ''}
      error={value !== null && !isAmount(value) ? t`Figures, with a point for decimals` : null}
      onChange={(event) => {
        const text = event.currentTarget.value.replaceAll(/[,\s]/g, '');
        onChange(text === '' ? null : text);
      }}
    />
  );
}

/** A currency by its three letters. */
export function CurrencyField({ description, value, onChange }: Omit<Props, 'label'>) {
  const { t } = useLingui();
  return (
    <TextInput
      label={t`Currency`}
      description={description ?? t`Three letters, for example TWD.`}
      maxLength={3}
      value={value ?? ''}
      error={value !== null && !isCurrency(value) ? t`Three letters, for example TWD.` : null}
      onChange={(event) => {
        const text = event.currentTarget.value.trim().toUpperCase();
        onChange(text === '' ? null : text);
      }}
    />
  );
}
