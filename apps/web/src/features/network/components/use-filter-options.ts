import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { type NetworkModel, valuesOf } from '../model/network-model.ts';
import { useNetworkWords } from './use-network-words.ts';

const MOST_PARTS = 50;

type Option = { readonly value: string; readonly label: string };

/** Names with how many nodes have them, most first. */
function counted(values: readonly (string | null)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}

/** How many ties have each of the forms among their alliances, by the place of the form. */
function formCounts({ answer }: NetworkModel): readonly number[] {
  const counts = answer.forms.map(() => 0);
  for (const mask of answer.ties.forms)
    for (let bit = 0; bit < counts.length; bit += 1)
      if ((mask & (1 << bit)) !== 0) counts[bit] = (counts[bit] ?? 0) + 1;
  return counts;
}

/** What can be chosen to narrow a network, with how many nodes or ties it leaves; found once a network. */
export function useFilterOptions(
  model: NetworkModel,
): Readonly<Record<'forms' | 'countries' | 'houses' | 'parts', Option[]>> {
  const { t } = useLingui();
  const words = useNetworkWords();
  const register = useWords();
  return useMemo(() => {
    const { houses, nodes, forms } = model.answer;
    const option = (value: string, label: string, number: number): Option => ({
      value,
      label: `${label} (${register.count(number)})`,
    });
    const counts = formCounts(model);
    const names = new Map(houses.map(({ slug, name }) => [slug, name]));
    const ofHouses = counted(nodes.house.map((place) => houses[place ?? -1]?.slug ?? null));
    const ofParts = counted(valuesOf(model, 'component').map((part) => (part === null ? null : String(part))));
    return {
      forms: forms.flatMap((form, bit) =>
        counts[bit] === 0 ? [] : [option(form ?? 'unknown', words.form(form), counts[bit] ?? 0)],
      ),
      countries: counted(nodes.country).map(([code, number]) => option(code, register.country(code), number)),
      houses: ofHouses.map(([slug, number]) => option(slug, names.get(slug) ?? slug, number)),
      parts: ofParts.slice(0, MOST_PARTS).map(([part, number]) => option(part, t`Component ${part}`, number)),
    };
  }, [model, words, register, t]);
}
