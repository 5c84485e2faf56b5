import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { valuesOf } from '../model/network-model.ts';
import { FILTERS, MAGNITUDES, type NetworkView } from '../network-search.ts';
import { useNetwork } from './network-context.ts';
import { useNetworkWords } from './use-network-words.ts';
import classes from './view-controls.module.css';

const MOST_PARTS = 50;

/** Names with how many nodes have them, most first. */
function counted(values: readonly (string | null)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}

const filtersOf = ({ form, country, house, component, least, focus }: NetworkView): number =>
  [form, country, house, component, least, focus].filter((value) => value !== null).length;

/** What narrows the network: it hides nodes and ties, and changes no measure. */
export function NetworkFilters() {
  const { t } = useLingui();
  const { model, view, change } = useNetwork();
  const words = useNetworkWords();
  const register = useWords();
  const { answer } = model;
  const { houses, nodes, forms, ties } = answer;
  const count = filtersOf(view);
  const [isOpen, setOpen] = useState(count > 0);
  const option = (value: string, label: string, number: number) => ({
    value,
    label: `${label} (${register.count(number)})`,
  });
  const formOptions = forms.flatMap((form, bit) => {
    const number = ties.forms.filter((mask) => (mask & (1 << bit)) !== 0).length;
    return number === 0 ? [] : [option(form ?? 'unknown', words.form(form), number)];
  });
  const houseOptions = counted(nodes.house.map((place) => houses[place ?? -1]?.slug ?? null)).map(([slug, number]) =>
    option(slug, houses.find((house) => house.slug === slug)?.name ?? slug, number),
  );
  const parts = counted(valuesOf(model, 'component').map((part) => (part === null ? null : String(part))));
  const shared = { size: 'xs', className: classes.select, clearable: true, searchable: true } as const;
  return (
    <details className={classes.filters} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {count === 0 ? (
          <Trans>Narrow</Trans>
        ) : (
          <Plural value={count} one="Narrowed by # filter" other="Narrowed by # filters" />
        )}
      </summary>
      <div className={classes.row}>
        <Select
          {...shared}
          label={t`Form of alliance`}
          placeholder={t`any`}
          value={view.form}
          data={formOptions}
          onChange={(form) => change({ form: form ?? undefined })}
        />
        <Select
          {...shared}
          label={t`Country`}
          placeholder={t`any`}
          value={view.country}
          data={counted(nodes.country).map(([code, number]) => option(code, register.country(code), number))}
          onChange={(country) => change({ country: country ?? undefined })}
        />
        <Select
          {...shared}
          label={t`House`}
          placeholder={t`any`}
          value={view.house}
          data={houseOptions}
          limit={100}
          onChange={(house) => change({ house: house ?? undefined })}
        />
        <Select
          {...shared}
          label={t`Component`}
          placeholder={t`any`}
          value={view.component === null ? null : String(view.component)}
          data={parts.slice(0, MOST_PARTS).map(([part, number]) => option(part, t`Component ${part}`, number))}
          onChange={(component) => change({ component: component ?? undefined })}
        />
        <LeastMeasure />
        {count > 0 && (
          <Button
            size="xs"
            variant="default"
            onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
          >
            <Trans>Show everything</Trans>
          </Button>
        )}
      </div>
    </details>
  );
}

/** A measure and how much of it a node must have. */
function LeastMeasure() {
  const { t } = useLingui();
  const { view, change } = useNetwork();
  const words = useNetworkWords();
  const measure = view.least?.measure ?? null;
  const put = (value: number): void => {
    if (measure !== null) change({ by: measure, least: String(value) });
  };
  return (
    <>
      <Select
        size="xs"
        className={classes.select}
        clearable
        label={t`Measure`}
        placeholder={t`any`}
        value={measure}
        data={MAGNITUDES.map((value) => ({ value, label: words.measure(value) }))}
        onChange={(by) => change({ by: by ?? undefined, least: by === null ? undefined : '0' })}
      />
      {view.least !== null && (
        <NumberInput
          key={`${view.least.measure} ${view.least.value}`}
          size="xs"
          className={classes.number}
          label={t`At least`}
          defaultValue={view.least.value}
          min={0}
          step={view.least.measure === 'degree' || view.least.measure === 'strength' ? 1 : 0.1}
          onBlur={(event) => {
            const value = Number(event.currentTarget.value);
            if (Number.isFinite(value) && value !== view.least?.value) put(value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') put(Number(event.currentTarget.value) || 0);
          }}
        />
      )}
    </>
  );
}
