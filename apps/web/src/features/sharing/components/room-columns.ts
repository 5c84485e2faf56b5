import type { RoomSection } from '@entente/contract/sharing';
import { SHAREABLE_FIELDS } from '@entente/core/accounts';
import { useLingui } from '@lingui/react/macro';
import { useQuantityWords } from '../../../lib/quantity-words.ts';
import { useWords } from '../../../lib/use-words.ts';
import type { Column } from '../../../ui/data-table.tsx';
import { isNumberField, roomSortValue, roomValueWords } from './room-value.ts';

type Item = RoomSection['items'][number];

/** Fields that are read together: the first tells where the column stands. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { from: ['from', 'to'], start: ['start', 'end'] };

/**
 * A table's columns: the fields that items of a section state, beginning and end as one period, a figure with its unit. Of a
 * lone item every field is told, so that what is not stated can be said.
 */
export function useRoomColumns({ kind, items }: RoomSection): readonly Column<Item>[] {
  const { t, i18n } = useLingui();
  const words = useWords();
  const quantityWords = useQuantityWords();
  const fields: readonly string[] = SHAREABLE_FIELDS[kind].filter((field) =>
    items.some((item) => field in item.fields && (kind === 'alliance' || item.fields[field] !== null)),
  );
  const isHeld = (field: string): boolean => fields.includes(field);
  const shown = ({ fields: held }: Item, field: string): string =>
    roomValueWords(kind, field, held[field], words, i18n);
  const single = (field: string): Column<Item> => ({
    id: field,
    header: headed(words.field(field)),
    numeric: isNumberField(kind, field),
    value: (item) => roomSortValue(kind, field, item.fields[field], shown(item, field)),
    cell: (item) => shown(item, field),
  });
  const period = (first: string, last: string): Column<Item> => ({
    ...single(first),
    id: 'period',
    header: t`Period`,
    cell: (item) => `${shown(item, first) || t`unknown`} – ${shown(item, last) || t`unknown`}`,
  });
  const figure: Column<Item> = {
    ...single('value'),
    cell: ({ fields: { bound, value, unit } }) =>
      typeof value !== 'string'
        ? null
        : quantityWords({
            bound: typeof bound === 'string' && bound !== '=' ? bound : null,
            value,
            unit: typeof unit === 'string' ? unit : null,
          }),
  };
  return fields.flatMap((field): Column<Item>[] => {
    const group = TOGETHER[field] ?? Object.values(TOGETHER).find((each) => each.includes(field));
    const [first, last] = group ?? [];
    if (first !== undefined && last !== undefined && isHeld(first) && isHeld(last))
      return field === first ? [period(first, last)] : [];
    if (kind === 'measure' && isHeld('value') && ['bound', 'value', 'unit'].includes(field))
      return field === 'value' ? [figure] : [];
    return [single(field)];
  });
}

/** A field's words as the head of a column. */
const headed = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
