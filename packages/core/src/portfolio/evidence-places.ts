import type { Claim, SourceRef } from '../kernel/index.ts';

/** Where claims stand, each place once; what is deprecated or denies does not count. */
export function evidencePlaces(claims: readonly Claim[]): SourceRef[] {
  const seen = new Map<string, SourceRef>();
  for (const { rank, value, source, place } of claims) {
    if (rank === 'deprecated' || value === 'false') continue;
    const key = `${source} ${place}`;
    if (!seen.has(key)) seen.set(key, { source, place });
  }
  return [...seen.values()];
}
