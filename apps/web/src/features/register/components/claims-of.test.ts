import type { ClaimAnswer, SourceAnswer } from '@entente/contract/evidence';
import { describe, expect, it } from 'vitest';
import { evidenceIndex } from './claims-of.ts';

const head = {
  version: 1,
  class: 'INTERNAL',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  abilities: { change: true, remove: true },
} as const;
const stake = { kind: 'stake', id: 's1', slug: null, name: null } as const;

function claim(id: string, value: string, source: string, rank: ClaimAnswer['rank'] = 'normal'): ClaimAnswer {
  const link = { id: source, slug: source, name: source };
  return {
    ...head,
    id,
    subject: stake,
    field: 'share',
    value,
    source: link,
    place: 'Table 7',
    quote: null,
    rank,
    reason: null,
  };
}

const source = (key: string, date: string): SourceAnswer => ({
  ...head,
  id: key,
  key,
  kind: 'article',
  title: key,
  authors: [],
  date,
  venue: null,
  doi: null,
  language: null,
  within: null,
  place: null,
  details: {},
  custom: {},
});

function index(claims: readonly ClaimAnswer[]) {
  const sources = [source('000', '2024'), source('001', '2018')];
  const discrepancies = [{ subject: stake, field: 'share', claims: claims.map(({ id }) => id) }];
  const stakes = [
    { id: 's1', issuer: { slug: 'fujiwa', name: 'Fujiwa' }, holder: { slug: 'sumitomo', name: 'Sumitomo' } },
  ];
  return evidenceIndex({ claims, discrepancies, sources, ...{ stakes } });
}

describe('the evidence of a page', () => {
  it('names the claim that the register takes: rank first, then the latest document, then the first', () => {
    expect(index([claim('a', '40', '001'), claim('b', '60', '000')]).on('stake', 's1', 'share').taken).toBe('b');
    expect(
      index([claim('a', '40', '001', 'preferred'), claim('b', '60', '000')]).on('stake', 's1', 'share').taken,
    ).toBe('a');
    expect(index([claim('a', '40', '000'), claim('b', '60', '000')]).on('stake', 's1', 'share').taken).toBe('a');
    expect(index([claim('a', '40', '000', 'deprecated')]).on('stake', 's1', 'share').taken).toBe(null);
  });

  it('says which field is disputed and which is not', () => {
    const found = index([claim('a', '40', '000'), claim('b', '60', '000')]);
    expect([found.on('stake', 's1', 'share').disputed, found.on('stake', 's1', 'from').disputed]).toEqual([
      true,
      false,
    ]);
    expect(found.on('stake', 's1', 'from').claims).toEqual([]);
  });

  it('calls a row without a name by what it holds', () => {
    expect(index([]).nameOf(stake)).toBe('Sumitomo → Fujiwa');
  });
});
