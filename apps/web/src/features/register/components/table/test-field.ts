import { type TableField, tableFields } from './table-fields.ts';

const words = {
  separator: ', ',
  listed: (items: readonly string[]) => items.join(', '),
  term: (_list: string, term: string) => term,
  field: (name: string) => name,
  quantity: (slug: string) => slug,
  unit: (unit: string) => unit,
  country: (code: string) => code,
  percent: (text: string) => text,
  number: (text: string) => text,
  count: String,
};
const said = { words, language: 'en', yes: 'yes', no: 'no', moments: {} } as const;

const custom = {
  id: '00000000-0000-4000-8000-000000000000',
  version: 1,
  kind: 'alliance',
  key: 'risk',
  as: 'term',
  labels: { en: 'Risk' },
  terms: [{ term: 'high', labels: { en: 'High' } }],
  place: 0,
  retired: false,
  abilities: { change: true, remove: true },
} as const;

/** A field of a kind in plain English, with a field of the workspace's own on alliances. */
export function testField(
  kind: 'alliance' | 'stake' | 'source' | 'measure' | 'organisation' | 'event',
  name: string,
): TableField {
  const found = tableFields(kind, [{ ...custom, terms: [...custom.terms] }], said).find((one) => one.name === name);
  if (found === undefined) throw new Error(`no field ${name}`);
  return found;
}
