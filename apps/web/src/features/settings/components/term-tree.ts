import type { DomainTermAnswer } from '@entente/contract/register';

/** A term at its place: how deep it lies, and how many lie directly below it. */
export type PlacedTerm = { readonly term: DomainTermAnswer; readonly depth: number; readonly narrower: number };

/** The terms of one dimension in the order of their tree, those below right after the one above. */
export function placedTerms(terms: readonly DomainTermAnswer[]): PlacedTerm[] {
  const below = (broader: string | null): DomainTermAnswer[] => terms.filter((term) => term.broader === broader);
  const placed = (broader: string | null, depth: number): PlacedTerm[] =>
    below(broader).flatMap((term) => [
      { term, depth, narrower: below(term.term).length },
      ...placed(term.term, depth + 1),
    ]);
  return placed(null, 0);
}

/** Terms under which one may be put: all of its dimension but itself and what lies below it. */
export function placesFor(terms: readonly DomainTermAnswer[], moved: DomainTermAnswer | null): DomainTermAnswer[] {
  const own = new Set(moved === null ? [] : [moved.term]);
  for (const { term } of placedTerms(terms)) if (term.broader !== null && own.has(term.broader)) own.add(term.term);
  return placedTerms(terms).flatMap(({ term }) => (own.has(term.term) ? [] : [term]));
}

/** What a typed name is as a term: `Cast iron` is `cast-iron`. */
export const termOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
