import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';
import { useQuantityWords } from '../../../../lib/quantity-words.ts';
import { understoodMeasured } from './measured-text.ts';

type Props = {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A quantity as people write it; below it stands how it is read, multiplied out, or which of several figures is meant. */
export function MeasuredInput({
  label,
  description,
  value,
  onChange,
  onBlur,
  error,
  required = false,
  inputRef,
}: Props) {
  const { t } = useLingui();
  const read = understoodMeasured(value);
  const choices = useId();
  return (
    <div>
      <TextInput
        ref={inputRef ?? null}
        label={label}
        required={required}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        error={read.kind === 'choices' ? undefined : error}
        description={
          <span aria-live="polite">
            <Understood text={value} hint={description} />
          </span>
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {read.kind === 'choices' && (
        <Group gap={4} mt={4} role="group" aria-labelledby={choices}>
          <span id={choices} hidden>{t`Which figure is meant?`}</span>
          {read.choices.map((choice) => (
            <Button key={choice} size="compact-xs" variant="default" onClick={() => onChange(choice)}>
              {choice}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}

function Understood({ text, hint }: { readonly text: string; readonly hint: string | undefined }): ReactNode {
  const quantityWords = useQuantityWords();
  const read = understoodMeasured(text);
  if (read.kind === 'choices') return <Trans>Which figure is meant?</Trans>;
  if (read.kind === 'refused' || read.measured.value === null) return hint;
  const { bound, value, unit } = read.measured;
  const said = quantityWords({ bound, value, unit });
  return <Trans>Read as: {said}</Trans>;
}
