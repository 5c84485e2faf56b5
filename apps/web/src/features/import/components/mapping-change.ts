import type {
  ImportAnswer,
  ImportChange,
  ImportMappingAnswer,
  ImportMappingCreation,
} from '@entente/contract/register';

/** A saved mapping laid on the columns of a table: those it does not know are left as they are. */
export function changeByMapping(draft: ImportAnswer, { layout, mapping }: ImportMappingAnswer): ImportChange {
  const found = draft.columns.flatMap(({ index, heading }): [string, string | null][] => {
    const field = mapping[heading];
    return field === undefined ? [] : [[String(index), field]];
  });
  return { ...(layout === draft.layout ? {} : { layout }), mapping: Object.fromEntries(found) };
}

/** How many columns of a table a saved mapping knows. */
export const columnsKnown = (draft: ImportAnswer, { mapping }: Pick<ImportMappingAnswer, 'mapping'>): number =>
  draft.columns.filter(({ heading }) => mapping[heading] !== undefined).length;

/** The mapping of a table under a name, to be used again. */
export function mappingOf(draft: ImportAnswer, name: string, shared: boolean): ImportMappingCreation {
  return {
    name,
    shared,
    layout: draft.layout,
    headings: draft.columns.map(({ heading }) => heading),
    mapping: Object.fromEntries(draft.columns.map(({ heading, mapping }) => [heading, mapping])),
  };
}
