import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { FILTERS, MAGNITUDES, type NetworkView } from '../network-search.ts';
import { useNetwork } from './network-context.ts';
import { useFilterOptions } from './use-filter-options.ts';
import { useNetworkWords } from './use-network-words.ts';
import classes from './view-controls.module.css';

const filtersOf = ({ form, country, house, component, least, focus }: NetworkView): number =>
  [form, country, house, component, least, focus].filter((value) => value !== null).length;

/** What narrows the network: it hides nodes and ties, and changes no measure. */
export function NetworkFilters() {
  const { view } = useNetwork();
  const count = filtersOf(view);
  const [isOpen, setOpen] = useState(count > 0);
  return (
    <details className={classes.filters} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {count === 0 ? (
          <Trans>Narrow</Trans>
        ) : (
          <Plural value={count} one="Narrowed by # filter" other="Narrowed by # filters" />
        )}
      </summary>
      {isOpen && <Filters isAny={count > 0} />}
    </details>
  );
}

function Filters({ isAny }: { readonly isAny: boolean }) {
  const { t } = useLingui();
  const { model, view, change } = useNetwork();
  const options = useFilterOptions(model);
  const shared = { size: 'xs', className: classes.select, clearable: true, searchable: true } as const;
  return (
    <div className={classes.row}>
      <Select
        {...shared}
        label={t`Form of alliance`}
        placeholder={t`any`}
        value={view.form}
        data={options.forms}
        onChange={(form) => change({ form: form ?? undefined })}
      />
      <Select
        {...shared}
        label={t`Country`}
        placeholder={t`any`}
        value={view.country}
        data={options.countries}
        onChange={(country) => change({ country: country ?? undefined })}
      />
      <Select
        {...shared}
        label={t`House`}
        placeholder={t`any`}
        value={view.house}
        data={options.houses}
        limit={100}
        onChange={(house) => change({ house: house ?? undefined })}
      />
      <Select
        {...shared}
        label={t`Component`}
        placeholder={t`any`}
        value={view.component === null ? null : String(view.component)}
        data={options.parts}
        onChange={(component) => change({ component: component ?? undefined })}
      />
      <LeastMeasure />
      {isAny && (
        <Button
          size="xs"
          variant="default"
          onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
        >
          <Trans>Show everything</Trans>
        </Button>
      )}
    </div>
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
