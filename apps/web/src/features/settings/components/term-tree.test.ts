import type { DomainTermAnswer } from '@entente/contract/register';
import { describe, expect, it } from 'vitest';
import { placedTerms, placesFor, termOf } from './term-tree.ts';

const term = (name: string, broader: string | null = null): DomainTermAnswer => ({
  id: name,
  version: 1,
  dimension: 'region',
  term: name,
  broader,
  reason: null,
  abilities: { change: true, remove: true },
});
const TERMS = [term('china'), term('jiangsu', 'china'), term('kunshan', 'jiangsu'), term('japan')];

describe('the tree of terms', () => {
  it('puts each term below its broader one', () => {
    expect(placedTerms(TERMS).map(({ term: { term: name }, depth, narrower }) => [name, depth, narrower])).toEqual([
      ['china', 0, 1],
      ['jiangsu', 1, 1],
      ['kunshan', 2, 0],
      ['japan', 0, 0],
    ]);
  });
  it('offers no place below the term that is moved', () => {
    expect(placesFor(TERMS, TERMS[1] ?? null).map(({ term: name }) => name)).toEqual(['china', 'japan']);
    expect(placesFor(TERMS, null)).toHaveLength(4);
  });
  it('makes a term of a typed name', () => {
    expect(['Cast iron', ' São Paulo! ', '鋳造'].map(termOf)).toEqual(['cast-iron', 'sao-paulo', '']);
  });
});
