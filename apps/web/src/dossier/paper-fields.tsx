import type { PaperAnswer } from '@entente/contract/dossier';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { membersQuery } from '../lib/papers.ts';
import { useWorkspace } from '../lib/workspace.ts';
import type { Party } from '../lib/parties.ts';

const MOST_NOTE = 4000;
const MOST_LINE = 600;
const emptyAsNull = (text: string): string | null => (text === '' ? null : text);

type TextProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (text: string | null) => void;
  readonly required?: boolean;
  readonly description?: string;
  readonly isFirst?: boolean;
};

/** A line of text; empty is nothing. */
export function LineField({ label, value, onChange, required = false, description, isFirst = false }: TextProps) {
  return (
    <TextInput
      label={label}
      {...(description !== undefined && { description })}
      required={required}
      maxLength={MOST_LINE}
      value={value ?? ''}
      onChange={(event) => onChange(emptyAsNull(event.currentTarget.value))}
      {...(isFirst && { 'data-autofocus': true })}
    />
  );
}

/** Text of several lines; empty is nothing. */
export function NoteField({ label, value, onChange, required = false, description }: TextProps) {
  return (
    <Textarea
      label={label}
      {...(description !== undefined && { description })}
      required={required}
      maxLength={MOST_NOTE}
      autosize
      minRows={2}
      value={value ?? ''}
      onChange={(event) => onChange(emptyAsNull(event.currentTarget.value))}
    />
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly required?: boolean;
};

/** A day of the calendar, or none. */
export function DayField({ label, value, onChange, required = false }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      required={required}
      value={value ?? ''}
      onChange={(event) => onChange(emptyAsNull(event.currentTarget.value))}
    />
  );
}

type NumberProps = {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly required?: boolean;
  readonly description?: string;
  /** Whole numbers from 1 alone. */
  readonly isCount?: boolean;
};

/** A number as it is typed; empty or unfinished is nothing. */
export function NumberField({ label, value, onChange, required = false, description, isCount = false }: NumberProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  return (
    <TextInput
      type="number"
      step={isCount ? 1 : 'any'}
      {...(isCount && { min: 1, max: 3660 })}
      label={label}
      {...(description !== undefined && { description })}
      required={required}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        onChange(typed === '' || !Number.isFinite(Number(typed)) ? null : Number(typed));
      }}
    />
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

/** One of a few. */
export function ChoiceField<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <NativeSelect
      label={label}
      data={[...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
    />
  );
}

type PersonProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (member: string | null) => void;
  /** People whom the paper names already; who has left since stays named. */
  readonly named: PaperAnswer['people'];
  /** What nobody means. */
  readonly nobody?: string;
};

/** A member of the workspace, or nobody. */
export function PersonField({ label, value, onChange, named, nobody }: PersonProps) {
  const { t } = useLingui();
  const { data } = useQuery(membersQuery(useWorkspace()));
  const present = (data?.items ?? []).filter(({ endedAt }) => endedAt === null);
  const known = new Map(present.map(({ person, you }) => [person.id, you ? t`${person.name} (you)` : person.name]));
  const former = named.find(({ id }) => id === value && !known.has(id));
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: nobody ?? t`nobody` },
        ...[...known].map(([id, name]) => ({ value: id, label: name })),
        ...(former ? [{ value: former.id, label: t`${former.name} (has left)` }] : []),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(emptyAsNull(event.currentTarget.value))}
    />
  );
}

type PartyProps = {
  readonly label: string;
  readonly value: string | null;
  readonly parties: readonly Party[];
  readonly onChange: (organisation: string | null) => void;
  /** What no organisation means. */
  readonly unsaid?: string;
};

/** An organisation that takes part in the alliance, or none. */
export function PartyField({ label, value, parties, onChange, unsaid }: PartyProps) {
  const { t } = useLingui();
  const isElsewhere = value !== null && !parties.some(({ id }) => id === value);
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: unsaid ?? t`not said` },
        ...parties.map(({ id, name }) => ({ value: id, label: name })),
        ...(isElsewhere ? [{ value, label: t`an organisation outside the alliance` }] : []),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(emptyAsNull(event.currentTarget.value))}
    />
  );
}
