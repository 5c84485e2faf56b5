import type { SubjectKind } from '../kernel/index.ts';
import type { CustomField, RecordField } from '../register/index.ts';
import type { ImportedRows } from './imported-rows.ts';
import type { MappedCells } from './mapped-cells.ts';
import { nameKey } from './name-key.ts';

/*
 * Values of the records of a table, apart from how its cells are read.
 */

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const slugOrNone = (read: MappedCells, text: string): string | null => (text === '' ? null : read.slug(text));

export function withSlug(
  rows: ImportedRows,
  kind: SubjectKind,
  identity: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { slug, ...rest } = identity;
  if (typeof slug !== 'string') return rest;
  const fresh = rows.freshSlug(kind, slug, slug);
  return { ...rest, slug: fresh };
}

export function blankOf(field: RecordField): unknown {
  if (field.as === 'lines' || field.as === 'subjects') return [];
  return field.as === 'details' ? {} : null;
}

export function customTerm(field: CustomField, text: string): string {
  if (field.as === 'flag') {
    if (/^(?:true|yes|y|1|○|はい|有|是|✓)$/i.test(text)) return 'true';
    if (/^(?:false|no|n|0|×|いいえ|無|否)$/i.test(text)) return 'false';
  }
  const wanted = nameKey(text);
  const found = field.terms.find(({ term, labels }) =>
    [term, ...Object.values(labels)].some((word) => nameKey(word) === wanted),
  );
  return found?.term ?? text;
}
