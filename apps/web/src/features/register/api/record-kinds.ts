import { type CollectionName, KIND_OF } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';

/** The collection in which each kind of record is listed. */
export const COLLECTION_OF = Object.fromEntries(
  Object.entries(KIND_OF).map(([collection, kind]) => [kind, collection]),
) as Readonly<Record<SubjectKind, CollectionName>>;

/** What a collection is called in addresses of pages, where that is not its name. */
const PAGE_NAMES: Readonly<Record<string, string>> = { partners: 'organisations' };

/** The kind of record that a page's address names by its collection; null when there is none. */
export function kindOfPage(name: string): SubjectKind | null {
  const collection = PAGE_NAMES[name] ?? name;
  const found = Object.entries(COLLECTION_OF).find(([, listed]) => listed === collection);
  return found === undefined ? null : (found[0] as SubjectKind);
}
