import type { SubjectKind } from '@entente/core/kernel';
import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { Editing } from '../../../../ui/grid/grid-model.ts';
import { PanelEditor } from '../../../../ui/grid/panel-editor.tsx';
import { choicesQuery } from '../../api/record-queries.ts';
import type { TableRow } from '../../api/table-queries.ts';
import { SearchWords } from './search-words.tsx';
import { SUBJECTS } from './subjects-text.ts';
import { isMention, type TableField, valueIn } from './table-fields.ts';
import type { Named } from './use-cell-writes.tsx';
import { usePanelWords } from './use-panel-words.tsx';

/** A chosen record: `kind:slug` and what it is called. */
export type ChosenSubject = { readonly key: string; readonly name: string };

type ChooserProps = {
  readonly label: string;
  readonly value: readonly ChosenSubject[];
  readonly onChange: (chosen: readonly ChosenSubject[]) => void;
  /** What was typed to begin. */
  readonly typed?: string;
  readonly error?: string | null;
};

/** Several records found by any of their names; Backspace takes the last one off. */
export function SubjectsChooser({ label, value, onChange, typed = '', error = null }: ChooserProps) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const [search, setSearch] = useState(typed);
  const [wanted] = useDebouncedValue(search, 120);
  const { data, isPlaceholderData } = useQuery(choicesQuery(workspace, SUBJECTS, wanted));
  // What an earlier word found must not be taken for the one that stands there now.
  const isComing = search.trim() !== '' && (wanted !== search || isPlaceholderData || data === undefined);
  const found = (isComing || wanted.trim() === '' ? [] : (data ?? [])).flatMap(({ kind, reference, name }) =>
    reference === null ? [] : [{ key: `${kind}:${reference}`, name, kind }],
  );
  const labelOf = (kind: SubjectKind, name: string): string => `${name} (${words.term('subjects', kind)})`;
  const chosen = new Set(value.map(({ key }) => key));
  const offered = found.filter(({ key }) => !chosen.has(key));
  const take = (next: readonly ChosenSubject[]): void => {
    onChange(next.map(({ key, name }) => ({ key, name })));
    setSearch('');
  };
  // What is found comes after the list has opened, when nothing in it is marked yet.
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const [first] = offered;
    const isMarked = event.currentTarget.hasAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isMarked || first === undefined) return;
    event.preventDefault();
    take([...value, first]);
  };
  return (
    <MultiSelect
      data-autofocus
      label={label}
      error={error}
      placeholder={t`Type a name`}
      searchable
      hidePickedOptions
      // Only while it has something to offer, so that the buttons below are not covered.
      dropdownOpened={search.trim() !== ''}
      comboboxProps={{ withinPortal: false }}
      selectFirstOptionOnChange
      data={[
        ...value.map(({ key, name }) => ({ value: key, label: name })),
        ...offered.map(({ key, kind, name }) => ({ value: key, label: labelOf(kind, name) })),
      ]}
      filter={({ options }) => options}
      nothingFoundMessage={<SearchWords search={search} isComing={isComing} />}
      value={value.map(({ key }) => key)}
      searchValue={search}
      onSearchChange={setSearch}
      onKeyDown={onKeyDown}
      onChange={(keys) => {
        const known = new Map([...value, ...found].map((one) => [one.key, one]));
        take(keys.flatMap((key) => known.get(key) ?? []));
      }}
      clearButtonProps={{ 'aria-label': t`Clear` }}
    />
  );
}

type Props = Editing<TableRow> & { readonly field: TableField; readonly onName: Named };

/** The records that a row is about, chosen below its cell. */
export function SubjectsEditor({ field, row, typed, onName, onCommit, onGiveUp }: Props) {
  const words = usePanelWords();
  const held = valueIn(row, field.name);
  const [chosen, setChosen] = useState<readonly ChosenSubject[]>(
    (Array.isArray(held) ? held : []).filter(isMention).map(({ kind, slug, id, name }) => {
      const reference = slug ?? id;
      return { key: `${kind}:${reference}`, name: name ?? reference };
    }),
  );
  const save = (): void => {
    for (const { key, name } of chosen) {
      const reference = key.slice(key.indexOf(':') + 1);
      onName({ id: reference, slug: reference, name });
    }
    onCommit(chosen.length === 0 ? null : chosen.map(({ key }) => key).join('; '), 'stay');
  };
  return (
    <PanelEditor
      label={field.label}
      shown={chosen.map(({ name }) => name).join('; ')}
      words={words}
      onSave={save}
      onGiveUp={onGiveUp}
    >
      <SubjectsChooser label={field.label} value={chosen} onChange={setChosen} typed={typed ?? ''} />
    </PanelEditor>
  );
}
