import type { SubjectKind } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { choicesQuery } from '../../api/record-queries.ts';
import type { Picked } from './form-values.ts';
import { useNearRecords } from './near-records.ts';

/** Kinds whose lists are searched by words. */
const SEARCHED: readonly SubjectKind[] = ['organisation', 'alliance', 'person', 'house', 'event', 'source'];
/** Kinds that need no more than a name to begin with. */
const MADE_BY_NAME: readonly SubjectKind[] = ['organisation', 'alliance', 'person', 'house', 'source'];

type Props = {
  readonly label: string;
  /** Without a label on screen, as in the cells of a table. */
  readonly bare?: boolean;
  readonly kinds: readonly SubjectKind[];
  readonly value: Picked | null;
  readonly onChange: (picked: Picked | null) => void;
  readonly onBlur?: () => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly description?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly disabled?: boolean;
};

const FRESH = '+';
const keyOf = ({ kind, reference, name }: Picked): string =>
  reference === null ? `${FRESH}${kind} ${name}` : `${kind} ${reference}`;

/** A record by any of its names: those of the page first, then what the server finds, then adding a new one. */
export function RecordSelect(props: Props) {
  const {
    label,
    bare = false,
    kinds,
    value,
    onChange,
    onBlur,
    error,
    required = false,
    description,
    inputRef,
    disabled = false,
  } = props;
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const near = useNearRecords(kinds);
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 150);
  const searched = kinds.filter((kind) => SEARCHED.includes(kind));
  const isUntouched = typed.trim() === '' || typed === value?.name;
  const { data } = useQuery(choicesQuery(workspace, searched, isUntouched ? '' : wanted));

  const found = isUntouched ? [] : (data ?? []);
  const fits = ({ name }: Picked): boolean => isUntouched || name.toLowerCase().includes(typed.trim().toLowerCase());
  const known = new Map([...near.filter(fits), ...found].map((picked) => [keyOf(picked), picked]));
  const makes = isUntouched ? [] : kinds.filter((kind) => MADE_BY_NAME.includes(kind));
  const fresh = makes.map((kind): Picked => ({ kind, reference: null, name: typed.trim() }));
  const all = new Map([...known, ...fresh.map((picked) => [keyOf(picked), picked] as const)]);
  if (value) all.set(keyOf(value), value);

  const kindBeside = (subject: string, kind: string): string => t`${subject} (${kind})`;
  const labelOf = (picked: Picked): string =>
    picked.reference === null && picked.name !== value?.name
      ? t`Add “${picked.name}” as a new record: ${words.term('subjects', picked.kind)}`
      : kinds.length > 1
        ? kindBeside(picked.name, words.term('subjects', picked.kind))
        : picked.name;
  return (
    <Select
      {...(bare ? { 'aria-label': label } : { label })}
      ref={inputRef ?? null}
      size={bare ? 'xs' : 'sm'}
      description={value?.reference === null ? t`Will be added with this form.` : description}
      placeholder={t`Type a name`}
      searchable
      disabled={disabled}
      clearable={!required}
      withAsterisk={required}
      aria-required={required}
      data={[...all].map(([key, picked]) => ({ value: key, label: labelOf(picked) }))}
      value={value ? keyOf(value) : null}
      onChange={(key) => onChange(key === null ? null : (all.get(key) ?? null))}
      onBlur={onBlur}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={isUntouched ? <Trans>Type a name</Trans> : <Trans>Nothing of this name</Trans>}
      error={error}
      clearButtonProps={{ 'aria-label': t`Clear` }}
    />
  );
}
