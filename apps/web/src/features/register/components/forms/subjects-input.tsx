import type { SubjectKind } from '@entente/core/kernel';
import { useLingui } from '@lingui/react/macro';
import { Pill } from '@mantine/core';
import type { Ref } from 'react';
import classes from './forms.module.css';
import type { Picked } from './form-values.ts';
import { RecordSelect } from './record-select.tsx';

type Props = {
  readonly label: string;
  readonly kinds: readonly SubjectKind[];
  readonly value: readonly Picked[];
  readonly onChange: (picked: readonly Picked[]) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
};

const isSame = (one: Picked, other: Picked): boolean =>
  one.kind === other.kind && one.reference === other.reference && one.name === other.name;

/** Several records: those chosen, each with a way to take it off, and a field to choose one more. */
export function SubjectsInput({ value, onChange, label, ...rest }: Props) {
  const { t } = useLingui();
  const add = (picked: Picked | null): void => {
    if (picked && !value.some((one) => isSame(one, picked))) onChange([...value, picked]);
  };
  return (
    <div>
      <RecordSelect key={value.length} {...rest} label={label} value={null} onChange={add} />
      {value.length > 0 && (
        <ul className={classes.chosen} aria-label={label}>
          {value.map((picked) => (
            <li key={`${picked.kind} ${picked.reference ?? picked.name}`}>
              <Pill
                withRemoveButton
                onRemove={() => onChange(value.filter((one) => !isSame(one, picked)))}
                removeButtonProps={{ 'aria-label': t`Take off ${picked.name}`, 'aria-hidden': false, tabIndex: 0 }}
              >
                {picked.reference === null ? t`${picked.name} (new)` : picked.name}
              </Pill>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
