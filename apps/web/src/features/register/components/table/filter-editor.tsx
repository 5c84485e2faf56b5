import type { FilterOperator, ListFilter } from '@entente/core/register';
import { Trans, useLingui } from '@lingui/react/macro';
import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  ScrollArea,
  SegmentedControl,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, type ReactNode, useState } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { endWords } from '../../../../ui/date-text.tsx';
import { choicesQuery } from '../../api/record-queries.ts';
import { readDate } from '../forms/read-date.ts';
import { useTermChoices } from './cell-editor.tsx';
import { figureIn } from './cell-input.ts';
import { isChosen, operatorsOf } from './filter-operators.ts';
import { ALONE, OPERATOR_WORDS } from './filter-words.ts';
import { RecordedValuesInput } from './recorded-values-input.tsx';
import type { TableField } from './table-fields.ts';
import type { TableName } from './table-kinds.ts';

type Props = {
  readonly table: TableName;
  readonly field: TableField;
  readonly filter: ListFilter | null;
  readonly nameOf: (reference: string) => string;
  readonly onName: (reference: string, name: string) => void;
  readonly onDone: (filter: ListFilter | null) => void;
};

/** Chooses how a field is filtered: by terms to tick, records to find, dates and figures to type. */
export function FilterEditor({ table, field, filter, nameOf, onName, onDone }: Props) {
  const { i18n, t } = useLingui();
  const operators = operatorsOf(field, filter);
  const [operator, setOperator] = useState<FilterOperator>(filter?.operator ?? operators[0] ?? 'is');
  const [values, setValues] = useState<readonly string[]>(filter?.values ?? []);
  const [problem, setProblem] = useState<string | null>(null);
  const data = operators.map((value) => ({ value, label: i18n._(OPERATOR_WORDS[value]) }));

  const apply = (event?: SyntheticEvent): void => {
    event?.preventDefault();
    if (ALONE.includes(operator)) return onDone({ field: field.name, operator, values: [] });
    const read = values.map((value) => wireValue(field, operator, value)).filter((value) => value !== '');
    if (read.some((value) => value === null)) return setProblem(t`This cannot be read. Write it more plainly.`);
    const told = read.filter((value): value is string => value !== null);
    onDone(told.length === 0 ? null : { field: field.name, operator, values: told });
  };
  const choose = (next: string): void => {
    // Words to look for are no recorded value, nor the other way round.
    if (isChosen(field, next as FilterOperator) !== isChosen(field, operator)) setValues([]);
    setOperator(next as FilterOperator);
    setProblem(null);
  };
  return (
    <form onSubmit={apply}>
      <Stack gap="xs" w={280}>
        {operators.length > 4 ? (
          <Select
            size="xs"
            aria-label={t`How ${field.label} is compared`}
            data={data}
            value={operator}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(next) => next !== null && choose(next)}
          />
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={t`How ${field.label} is compared`}
            data={data}
            value={operator}
            onChange={choose}
          />
        )}
        {!ALONE.includes(operator) && (
          <ValueInput
            table={table}
            field={field}
            operator={operator}
            values={values}
            onChange={(next) => {
              setValues(next);
              setProblem(null);
            }}
            nameOf={nameOf}
            onName={onName}
            problem={problem}
          />
        )}
        <Group gap="xs" justify="flex-end">
          <Button size="xs" type="submit">
            <Trans>Apply</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A typed value as filters carry it; null where it cannot be read. */
function wireValue({ shape }: TableField, operator: FilterOperator, text: string): string | null {
  const plain = text.trim();
  if (operator === 'has' || operator === 'lacks' || plain === '') return plain;
  if (shape.as === 'date' || shape.as === 'end' || shape.as === 'moment') {
    const read = readDate('date', plain);
    return read.kind === 'date' ? read.edtf : null;
  }
  if (shape.as === 'share' || shape.as === 'decimal' || shape.as === 'whole') {
    const figure = figureIn(plain);
    return /^-?\d+(?:\.\d+)?$/.test(figure) ? figure : null;
  }
  return plain;
}

type ValueProps = Omit<Props, 'filter' | 'onDone'> & {
  readonly operator: FilterOperator;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly problem: string | null;
};

function ValueInput(props: ValueProps): ReactNode {
  const { field, operator, values, onChange, problem } = props;
  const { as } = field.shape;
  if (isChosen(field, operator)) return <RecordedValuesInput {...props} />;
  if (as === 'reference') return <RecordsInput {...props} />;
  if (as === 'country' || as === 'language') return <ManyTerms {...props} />;
  if (as === 'term' || field.choices !== null) return <TermTicks {...props} />;
  return <PlainInput key={operator} field={field} values={values} onChange={onChange} problem={problem} />;
}

function TermTicks({ field, values, onChange }: ValueProps) {
  const choices = useTermChoices(field);
  return (
    <ScrollArea.Autosize mah={260} type="auto">
      <Checkbox.Group aria-label={field.label} value={[...values]} onChange={onChange}>
        <Stack gap={6} py={2}>
          {choices.map(({ value, label }) => (
            <Checkbox key={value} size="xs" value={value} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    </ScrollArea.Autosize>
  );
}

function ManyTerms({ field, values, onChange }: ValueProps) {
  return (
    <MultiSelect
      size="xs"
      aria-label={field.label}
      data={useTermChoices(field)}
      value={[...values]}
      onChange={onChange}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function RecordsInput({ field, values, onChange, nameOf, onName }: ValueProps) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 150);
  const { shape } = field;
  const kinds = shape.as === 'reference' ? [shape.to] : [];
  const { data } = useQuery(choicesQuery(workspace, kinds, wanted));
  const found = wanted.trim() === '' ? [] : (data ?? []);
  const chosen = values.map((value) => ({ value, label: nameOf(value) }));
  const more = found.flatMap(({ reference, name }) =>
    reference === null || values.includes(reference) ? [] : [{ value: reference, label: name }],
  );
  return (
    <MultiSelect
      size="xs"
      aria-label={field.label}
      placeholder={t`Type a name`}
      data={[...chosen, ...more]}
      value={[...values]}
      searchable
      hidePickedOptions
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={search.trim() === '' ? t`Type a name` : t`Nothing of this name`}
      comboboxProps={{ withinPortal: false }}
      onChange={(next) => {
        for (const { value, label } of more) if (next.includes(value)) onName(value, label);
        onChange(next);
      }}
    />
  );
}

type PlainProps = Pick<ValueProps, 'field' | 'values' | 'onChange' | 'problem'>;

function PlainInput({ field, values, onChange, problem }: PlainProps) {
  const { i18n, t } = useLingui();
  const { as } = field.shape;
  const text = values[0] ?? '';
  const isDate = as === 'date' || as === 'end' || as === 'moment';
  const read = isDate && text.trim() !== '' ? readDate('date', text) : null;
  const understood = read?.kind === 'date' ? endWords(read.edtf, i18n) : null;
  return (
    <TextInput
      size="xs"
      data-autofocus
      aria-label={field.label}
      value={text}
      placeholder={isDate ? '2005 · 2003-04 · Apr 2003' : ''}
      description={understood === null || understood === text ? null : t`Read as: ${understood}`}
      inputWrapperOrder={['input', 'description', 'error']}
      error={problem}
      autoComplete="off"
      onChange={(event) => onChange([event.currentTarget.value])}
    />
  );
}
