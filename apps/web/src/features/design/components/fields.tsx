import type { PaperAnswer } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { membersQuery } from '../../../lib/papers.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import type { Party } from '../api/design-requests.ts';
import classes from './design.module.css';

const MOST_NOTE = 4000;
const MOST_LINE = 600;

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
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
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
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly required?: boolean;
};

export function DayField({ label, value, onChange, required = false }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      required={required}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
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
        { value: '', label: nobody ?? t`nobody yet` },
        ...[...known].map(([id, name]) => ({ value: id, label: name })),
        ...(former ? [{ value: former.id, label: t`${former.name} (has left)` }] : []),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
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
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}

type PartsProps<P extends { readonly key: string }> = {
  readonly legend: string;
  readonly parts: readonly P[];
  readonly onChange: (parts: readonly P[]) => void;
  /** A new part with this key. */
  readonly fresh: (key: string) => P;
  readonly add: ReactNode;
  /** What a part is called by those who hear the button that takes it away. */
  readonly nameOf: (part: P, nth: number) => string;
  readonly fields: (part: P, change: (next: P) => void, nth: number) => ReactNode;
  readonly children?: ReactNode;
};

/** The parts of a paper, each with its fields; they keep their keys. */
export function PartsField<P extends { readonly key: string }>(props: PartsProps<P>) {
  const { legend, parts, onChange, fresh, add, nameOf, fields, children } = props;
  const { t } = useLingui();
  const put = (nth: number, next: P): void => onChange(parts.map((part, at) => (at === nth ? next : part)));
  return (
    <fieldset className={classes.parts}>
      <legend>{legend}</legend>
      {parts.map((part, nth) => {
        const name = nameOf(part, nth);
        return (
          <div key={part.key} className={classes.part}>
            <div className={classes.fields}>{fields(part, (next) => put(nth, next), nth)}</div>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={t`Leave out: ${name}`}
              onClick={() => onChange(parts.filter((_, at) => at !== nth))}
            >
              <Trans>Leave out</Trans>
            </Button>
          </div>
        );
      })}
      {children}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => onChange([...parts, fresh(crypto.randomUUID())])}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
