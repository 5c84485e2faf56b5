import { describe, expect, it } from 'vitest';
import { inspectedId, inspectedValue } from './measures-view.ts';

describe('the address of an opened value', () => {
  it.each([
    [null, inspectedId('size', 2005)],
    [{ kind: 'house', slug: 'ffg-group' } as const, inspectedId('size', 2005, { kind: 'house', slug: 'ffg-group' })],
  ])('of %o is read as it was written', (firm, id) => {
    expect(inspectedValue(id)).toEqual({ measure: 'size', year: 2005, firm });
  });
  it.each([null, 'portfolio.label', 'measures.size', 'measures.size.long-ago'])('%s is none', (id) => {
    expect(inspectedValue(id)).toBeNull();
  });
});
