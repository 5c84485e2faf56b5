import { EdtfDate } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { dateWords } from '../../../../ui/date-text.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly input: UseFormRegisterReturn;
  readonly error: string | undefined;
  /** What leaving it empty means. */
  readonly empty: string;
};

/** A date as its source gives it; below it stands how the text is read. */
export function DateInput({ label, value, input, error, empty }: Props) {
  const { i18n } = useLingui();
  const text = value.trim().normalize('NFKC');
  const read = text === '' ? null : EdtfDate.parse(text);
  const shown = read?.ok ? dateWords(text, i18n) : null;
  const description: ReactNode =
    text === '' ? (
      empty
    ) : shown === null ? (
      <Trans>1995 · 2003-04 · 2003-04-22 · 1995~ (about) · 197X · 2010/2015 (between)</Trans>
    ) : (
      <Trans>Read as: {shown}</Trans>
    );
  return <TextInput label={label} description={description} autoComplete="off" {...input} error={error} />;
}
