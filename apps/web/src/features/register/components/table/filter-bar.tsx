import { COLLECTIONS, KIND_OF } from '@entente/contract/register';
import { type ListFilter, readListFilter, writeListFilter } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Popover, ScrollArea, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { FilterEditor } from './filter-editor.tsx';
import { filterValueWords, OPERATOR_WORDS } from './filter-words.ts';
import classes from './table.module.css';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';
import { useReferenceNames } from './use-reference-names.ts';
import type { TableState } from './use-table-state.ts';

type Props = {
  readonly workspace: string;
  readonly table: TableName;
  readonly fields: readonly TableField[];
  readonly state: TableState;
};

/** What records are about is looked for by the relation to it, which finds records by their names. */
const BY_RELATION: readonly TableField['shape']['as'][] = ['subject', 'subjects'];

/** Words that narrow the table, and one chip for each condition; what they say stands in the address. */
export function FilterBar({ workspace, table, fields, state }: Props) {
  const { definition, change } = state;
  const filters = definition.filters.map((text) => {
    const read = readListFilter(KIND_OF[table], text);
    return read.ok ? read.value : null;
  });
  const names = useReferenceNames(workspace, fields, filters);
  const replace = (at: number, filter: ListFilter | null): void => {
    const text = filter === null ? [] : [writeListFilter(filter)];
    change({ filters: [...definition.filters.slice(0, at), ...text, ...definition.filters.slice(at + 1)] });
  };
  return (
    <div className={classes.bar}>
      {COLLECTIONS[table].searched && <QuickText key={state.view?.id ?? ''} state={state} />}
      {filters.map((filter, at) => {
        const field = fields.find(({ name }) => name === filter?.field);
        if (filter === null || field === undefined) {
          const text = definition.filters[at] ?? '';
          return <BrokenChip key={text} text={text} onRemove={() => replace(at, null)} />;
        }
        return (
          <Chip
            table={table}
            key={definition.filters[at]}
            field={field}
            filter={filter}
            names={names}
            onChange={(next) => replace(at, next)}
          />
        );
      })}
      <AddFilter
        table={table}
        fields={fields.filter(({ shape }) => !BY_RELATION.includes(shape.as))}
        names={names}
        onAdd={(filter) => change({ filters: [...definition.filters, writeListFilter(filter)] })}
      />
      {definition.filters.length + (definition.q === null ? 0 : 1) > 1 && (
        <Button size="compact-sm" variant="subtle" onClick={() => change({ filters: [], q: null })}>
          <Trans>Clear all</Trans>
        </Button>
      )}
    </div>
  );
}

/** The box keeps what is typed; the address follows a moment later. */
function QuickText({ state }: { readonly state: TableState }) {
  const { t } = useLingui();
  const held = state.definition.q ?? '';
  const [text, setText] = useState(held);
  const [known, setKnown] = useState(held);
  // Going back, or a link, changes what the box holds; typing does not meet itself.
  if (known !== held) {
    setKnown(held);
    setText(held);
  }
  const keep = useDebouncedCallback((q: string) => {
    setKnown(q);
    state.change({ q: q === '' ? null : q });
  }, 150);
  return (
    <TextInput
      size="xs"
      type="search"
      className={classes.quick}
      aria-label={t`Find by name, alias or reading`}
      placeholder={t`Find by name, alias or reading`}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        keep(event.currentTarget.value);
      }}
    />
  );
}

type Names = ReturnType<typeof useReferenceNames>;

type ChipProps = {
  readonly table: TableName;
  readonly field: TableField;
  readonly filter: ListFilter;
  readonly names: Names;
  readonly onChange: (filter: ListFilter | null) => void;
};

function Chip({ table, field, filter, names, onChange }: ChipProps) {
  const { i18n, t } = useLingui();
  const words = useWords();
  const [opened, setOpened] = useState(false);
  const value = filterValueWords(field, filter, names.nameOf, words, i18n);
  return (
    <span className={classes.chip}>
      <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" withinPortal>
        <Popover.Target>
          <UnstyledButton
            className={classes.chipWords}
            title={`${field.label} ${i18n._(OPERATOR_WORDS[filter.operator])} ${value}`}
            onClick={() => setOpened(!opened)}
          >
            {field.label} <span className={classes.quiet}>{i18n._(OPERATOR_WORDS[filter.operator])}</span>
            {value !== '' && <> {value}</>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterEditor
            table={table}
            field={field}
            filter={filter}
            nameOf={names.nameOf}
            onName={names.keep}
            onDone={(next) => {
              setOpened(false);
              onChange(next);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <CloseButton size="sm" aria-label={t`Remove the filter on ${field.label}`} onClick={() => onChange(null)} />
    </span>
  );
}

/** A condition of the address that this table does not know. */
function BrokenChip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <span className={classes.chip} data-broken>
      <span className={classes.chipWords}>{text}</span>
      <CloseButton size="sm" aria-label={t`Remove the filter on ${text}`} onClick={onRemove} />
    </span>
  );
}

type AddProps = {
  readonly table: TableName;
  readonly fields: readonly TableField[];
  readonly names: Names;
  readonly onAdd: (filter: ListFilter) => void;
};

/** First the field, then how it is filtered, in one place. */
function AddFilter({ table, fields, names, onAdd }: AddProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const [field, setField] = useState<TableField | null>(null);
  const toggle = (open: boolean): void => {
    setOpened(open);
    if (open) setField(null);
  };
  return (
    <Popover opened={opened} onChange={toggle} trapFocus position="bottom-start" withinPortal>
      <Popover.Target>
        <Button size="compact-sm" variant="default" onClick={() => toggle(!opened)}>
          <Trans>Add filter</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={field === null ? 4 : 'sm'} aria-label={t`Add filter`}>
        {field === null ? (
          <ScrollArea.Autosize mah={320} type="auto">
            <div className={classes.choices}>
              {fields.map((each) => (
                <UnstyledButton key={each.name} className={classes.choice} onClick={() => setField(each)}>
                  {each.label}
                </UnstyledButton>
              ))}
            </div>
          </ScrollArea.Autosize>
        ) : (
          <>
            <p className={classes.popoverHead}>{field.label}</p>
            <FilterEditor
              table={table}
              field={field}
              filter={null}
              nameOf={names.nameOf}
              onName={names.keep}
              onDone={(filter) => {
                setOpened(false);
                if (filter !== null) onAdd(filter);
              }}
            />
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
