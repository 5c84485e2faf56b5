import { matchesFor, nameIndex } from '@entente/core/interchange';
import { type Candidate, sameAs } from './known-names.ts';

/** Beyond so many new names each is not held against each other. */
const MOST_COMPARED = 5_000;

/**
 * New names of one table that may be another new name's spelling, by name: each is held against those that stand before
 * it. Names that only begin alike are mostly those of a firm and its daughter.
 */
export function alikeNames(names: readonly string[]): ReadonlyMap<string, readonly Candidate[]> {
  const alike = new Map<string, readonly Candidate[]>();
  if (names.length > MOST_COMPARED) return alike;
  const places = new Map(names.map((name, place) => [name, place]));
  const index = nameIndex(names.map((name) => ({ id: name, name, lei: null, names: [] })));
  for (const [place, name] of names.entries()) {
    const found = matchesFor(name, index).filter(
      ({ id, reason }) => reason !== 'beginning' && (places.get(id) ?? place) < place,
    );
    if (found.length === 0) continue;
    const candidates = found.map(
      ({ id, confidence, reason }): Candidate => ({
        organisation: sameAs(id),
        name: id,
        slug: '',
        confidence,
        reason,
        matched: null,
      }),
    );
    alike.set(name, candidates);
  }
  return alike;
}
