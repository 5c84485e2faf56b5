import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { lastDays } from './standing.ts';

type Props = { readonly value: string; readonly onChange: (day: string) => void; readonly label?: string };

/** The last day on which a room is open. */
export function UntilInput({ value, onChange, label }: Props) {
  const { t } = useLingui();
  const { first, last } = lastDays(new Date());
  return (
    <TextInput
      type="date"
      label={label ?? t`Last day`}
      description={t`Until the end of this day in UTC; at most two years ahead.`}
      required
      min={first}
      max={last}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maw="14rem"
    />
  );
}
