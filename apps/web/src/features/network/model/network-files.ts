import { NODE_MEASURES } from '@entente/contract/network';
import type { NetworkFile, NetworkValue } from '@entente/core/interchange';
import { csvText } from '../../../lib/csv.ts';
import { MAGNITUDES } from '../network-search.ts';
import { valuesOf } from './network-model.ts';
import type { Drawn } from './picture.ts';

/** Forms as properties of ties: whether the two are partners in an alliance of this form. */
const formsOf = ({ model }: Drawn): readonly string[] => model.answer.forms.map((form) => form ?? 'form-unknown');

const shownNodes = ({ model, shown }: Drawn): number[] =>
  model.ids.flatMap((_, node) => (shown.nodes[node] === 1 ? [node] : []));
const shownTies = ({ model, shown }: Drawn): number[] =>
  model.answer.ties.source.flatMap((_, tie) => (shown.ties[tie] === 1 ? [tie] : []));

/** What a node is, beside its measures. */
function identityOf({ model }: Drawn, node: number): readonly NetworkValue[] {
  const { nodes, houses } = model.answer;
  return [
    nodes.slug[node] ?? null,
    nodes.kind[node] ?? null,
    houses[nodes.house[node] ?? -1]?.slug ?? null,
    nodes.country[node] ?? null,
    nodes.organisation[node] ?? null,
  ];
}
const IDENTITY = ['slug', 'kind', 'house', 'country', 'organisation-kind'] as const;

/** What is shown, as a file of a network: measures are those of the whole network of the day. */
export function networkFileOf(
  drawn: Drawn,
  words: Pick<NetworkFile, 'title' | 'description' | 'written'>,
): NetworkFile {
  const { model, places, sizes, colours } = drawn;
  const { ties, asOf, nodes } = model.answer;
  const forms = formsOf(drawn);
  return {
    ...words,
    asOf,
    nodeAttributes: [
      ...IDENTITY.map((id) => ({ id, title: id, type: 'string' as const })),
      ...NODE_MEASURES.map((id) => ({
        id,
        title: id,
        type:
          MAGNITUDES.includes(id) && !['degree', 'strength', 'k-core'].includes(id)
            ? ('double' as const)
            : ('integer' as const),
      })),
    ],
    tieAttributes: forms.map((id) => ({ id, title: id, type: 'boolean' as const })),
    nodes: shownNodes(drawn).map((node) => ({
      id: model.ids[node] ?? '',
      label: nodes.name[node] ?? '',
      values: [...identityOf(drawn, node), ...NODE_MEASURES.map((measure) => valuesOf(model, measure)[node] ?? null)],
      drawn: {
        x: places[node]?.x ?? 0,
        y: places[node]?.y ?? 0,
        size: sizes[node] ?? 1,
        colour: colours[node] ?? '#000000',
      },
    })),
    ties: shownTies(drawn).map((tie) => ({
      source: model.ids[ties.source[tie] ?? -1] ?? '',
      target: model.ids[ties.target[tie] ?? -1] ?? '',
      weight: ties.weight[tie] ?? 1,
      values: forms.map((_, bit) => ((ties.forms[tie] ?? 0) & (1 << bit)) !== 0),
    })),
  };
}

const cell = (value: NetworkValue): string => (value === null ? '' : String(value));

/** The shown nodes as CSV; an empty cell is not known, or not defined. */
export function nodesCsv(drawn: Drawn): string {
  const { model } = drawn;
  const { asOf, nodes } = model.answer;
  const rows = shownNodes(drawn).map((node) =>
    [
      nodes.name[node] ?? null,
      ...identityOf(drawn, node),
      asOf,
      ...NODE_MEASURES.map((measure) => valuesOf(model, measure)[node] ?? null),
    ].map(cell),
  );
  return csvText(['name', ...IDENTITY, 'as-of', ...NODE_MEASURES], rows);
}

/** The shown ties as CSV. */
export function tiesCsv(drawn: Drawn): string {
  const { ties, nodes, asOf } = drawn.model.answer;
  const forms = formsOf(drawn);
  const rows = shownTies(drawn).map((tie) => {
    const [source, target] = [ties.source[tie] ?? -1, ties.target[tie] ?? -1];
    const mask = ties.forms[tie] ?? 0;
    return [
      nodes.slug[source] ?? null,
      nodes.name[source] ?? null,
      nodes.slug[target] ?? null,
      nodes.name[target] ?? null,
      ties.weight[tie] ?? null,
      forms.filter((_, bit) => (mask & (1 << bit)) !== 0).join(' '),
      asOf,
    ].map(cell);
  });
  return csvText(['source', 'source-name', 'target', 'target-name', 'alliances', 'forms', 'as-of'], rows);
}
