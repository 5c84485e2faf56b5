import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { NodeMeasure } from '@entente/contract/network';
import { useWords } from '../../../lib/use-words.ts';
import { InspectButton } from '../../../ui/inspect-button.tsx';
import { valuesOf } from '../model/network-model.ts';
import { inspectedMeasure, inspectedNode } from '../network-inspected.ts';
import { MAGNITUDES } from '../network-search.ts';
import { useNetwork } from './network-context.ts';
import classes from './node-table.module.css';
import { useNetworkWords } from './use-network-words.ts';

const AT_ONCE = 100;
type Sort = { readonly by: 'name' | NodeMeasure; readonly descending: boolean };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const MEASURES: readonly NodeMeasure[] = [...MAGNITUDES, 'component', 'community'];

/** Up and down move between the names of neighbouring rows. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>('button');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** The shown nodes with every measure: the same as the drawing, to read, to sort and to choose from. */
export function NodeTable() {
  const { t } = useLingui();
  const { model, shown } = useNetwork();
  const words = useNetworkWords();
  const register = useWords();
  const [sort, setSort] = useState<Sort>({ by: 'degree', descending: true });
  const [most, setMost] = useState(AT_ONCE);
  const { nodes, houses } = model.answer;
  const rows = useMemo(() => {
    const places = model.ids.flatMap((_, node) => (shown.nodes[node] === 1 ? [node] : []));
    const name = (node: number): string => nodes.name[node] ?? '';
    const values = sort.by === 'name' ? [] : valuesOf(model, sort.by);
    const compared = (one: number, other: number): number => {
      if (sort.by === 'name') return collator.compare(name(one), name(other)) * (sort.descending ? -1 : 1);
      const [first, second] = [values[one] ?? null, values[other] ?? null];
      // What is not defined stands last, whichever way.
      if (first === null || second === null) return Number(first === null) - Number(second === null);
      return (first - second) * (sort.descending ? -1 : 1);
    };
    return places.sort((one, other) => compared(one, other) || collator.compare(name(one), name(other)));
  }, [model, shown, sort, nodes]);
  const heading = (by: Sort['by'], label: string) => (
    <th
      key={by}
      scope="col"
      data-numeric={by !== 'name' || undefined}
      aria-sort={sort.by !== by ? 'none' : sort.descending ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={classes.sort}
        onClick={() => setSort({ by, descending: sort.by === by ? !sort.descending : by !== 'name' })}
      >
        {label}
        <span aria-hidden="true">{sort.by !== by ? '' : sort.descending ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
  const left = rows.length - most;
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={t`Nodes of the network`}>
      <table className={classes.table}>
        <thead>
          <tr>
            {heading('name', t`Name`)}
            <th scope="col">
              <Trans>House</Trans>
            </th>
            <th scope="col">
              <Trans>Country</Trans>
            </th>
            {MEASURES.map((measure) => heading(measure, words.measure(measure)))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {rows.slice(0, most).map((node) => {
            const id = model.ids[node] ?? '';
            const country = nodes.country[node] ?? null;
            return (
              <tr key={id}>
                <th scope="row">
                  <InspectButton id={inspectedNode(id)}>{nodes.name[node]}</InspectButton>
                </th>
                <td>{houses[nodes.house[node] ?? -1]?.name ?? ''}</td>
                <td>{country === null ? '' : register.country(country)}</td>
                {MEASURES.map((measure) => {
                  const value = valuesOf(model, measure)[node] ?? null;
                  return (
                    <td key={measure} data-numeric>
                      <InspectButton id={inspectedMeasure(measure, id)} unknown={value === null}>
                        {value === null ? t`not defined` : words.figure(value)}
                      </InspectButton>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p>
          <Trans>No node is left by the filters.</Trans>
        </p>
      )}
      {left > 0 && (
        <Button size="xs" variant="default" mt="xs" onClick={() => setMost(most + AT_ONCE)}>
          <Trans>Show more of {register.count(left)} others</Trans>
        </Button>
      )}
    </div>
  );
}
