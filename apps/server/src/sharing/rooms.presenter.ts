import type { RoomContent, RoomSection } from '@entente/contract/sharing';
import { SHAREABLE_FIELDS, SHAREABLE_KINDS } from '@entente/core/accounts';
import { csvText, CSV_BEGIN, type WrittenCell } from '@entente/core/interchange';
import type { RoomHead, RoomItem } from './room-items.ts';

type Fields = RoomSection['items'][number]['fields'];
type Value = Fields[string];

/** What a room shows of the items of an edition: the same before it is published as after. */
export function roomContent({ title, alliance, firm }: RoomHead, items: readonly RoomItem[]): RoomContent {
  const names = new Map(items.map(({ id, payload }) => [id, payload['name']]));
  const shown = (value: unknown): Value => {
    if (typeof value !== 'object' || value === null) return value as Value;
    const { item } = value as { readonly item: string };
    return { item, name: (names.get(item) ?? null) as string | null };
  };
  const sections = SHAREABLE_KINDS.flatMap((kind): RoomSection[] => {
    const own = items.filter((item) => item.kind === kind && item.form !== 'name');
    if (own.length === 0) return [];
    const counted = own.find(({ form }) => form === 'count');
    const records = own.filter(({ form }) => form === 'record');
    return [
      {
        kind,
        count: counted === undefined ? null : (counted.payload['count'] as number),
        items: records.map(({ id, payload }) => ({
          id,
          fields: Object.fromEntries(
            SHAREABLE_FIELDS[kind].filter((field) => field in payload).map((field) => [field, shown(payload[field])]),
          ),
        })),
      },
    ];
  });
  return { title, alliance, firm, sections };
}

/** Who takes a room away, and when: what every file of it says. */
export type Taking = { readonly person: string; readonly partner: string; readonly at: Date };

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function cellOf(value: Value | undefined): WrittenCell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'object') return value.name ?? value.item;
  const text = String(value);
  return NUMBER.test(text) ? { number: text } : text;
}

/** A room as a CSV file, its first and last line naming whose copy it is. */
export function roomFile(content: RoomContent, { person, partner, at }: Taking): string {
  const mark = `Shared by ${content.firm} with ${partner}; taken by ${person} on ${at.toISOString()}`;
  const tables = content.sections.flatMap(({ kind, count, items }): WrittenCell[][] => {
    if (count !== null) return [[], [kind, { number: String(count) }]];
    const fields = SHAREABLE_FIELDS[kind].filter((field) => items.some((item) => field in item.fields));
    return [
      [],
      [kind, ...fields],
      ...items.map((item) => [kind, ...fields.map((field) => cellOf(item.fields[field]))]),
    ];
  });
  const rows: WrittenCell[][] = [[mark], [content.title], [content.alliance], ...tables, [], [mark]];
  const width = Math.max(...rows.map((row) => row.length));
  return `${CSV_BEGIN}${csvText(rows.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]))}`;
}
