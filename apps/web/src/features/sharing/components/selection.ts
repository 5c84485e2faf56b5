import type { PublicationPreview } from '@entente/contract/sharing';
import { SHAREABLE_FIELDS, SHAREABLE_KINDS, type ShareableKind } from '@entente/core/accounts';

/** What is chosen of each kind: fields, or none of them for how many there are alone; a kind that is missing is not shown. */
export type Selection = Readonly<Partial<Record<ShareableKind, readonly string[]>>>;
export type Extent = 'nothing' | 'count' | 'fields';

/** What a form begins with: nothing that needs a thought, and nothing beside the alliance itself. */
export const FIRST_SELECTION: Selection = { alliance: ['name', 'form', 'start', 'end'] };

export function extentOf(selection: Selection, kind: ShareableKind): Extent {
  const fields = selection[kind];
  if (fields === undefined) return 'nothing';
  return fields.length === 0 ? 'count' : 'fields';
}

/** The same choice with more or less of one kind; all fields of it to begin with. */
export function withExtent(selection: Selection, kind: ShareableKind, extent: Extent): Selection {
  const { [kind]: before, ...others } = selection;
  if (extent === 'nothing') return others;
  if (extent === 'count') return { ...others, [kind]: [] };
  return { ...others, [kind]: before === undefined || before.length === 0 ? SHAREABLE_FIELDS[kind] : before };
}

/** As the API takes it, kinds and fields in their usual order whatever was pressed first. */
export const chosenOf = (selection: Selection): PublicationPreview['selection'] =>
  SHAREABLE_KINDS.flatMap((kind) => {
    const fields = selection[kind];
    return fields === undefined
      ? []
      : [{ kind, fields: SHAREABLE_FIELDS[kind].filter((each) => fields.includes(each)) }];
  });

/** How many records there are of each kind, and nothing else. */
export const ALL_COUNTED: PublicationPreview['selection'] = SHAREABLE_KINDS.map((kind) => ({ kind, fields: [] }));
