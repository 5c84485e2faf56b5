import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Share } from '../../kernel/index.ts';
import type { ReviewMember } from './review.ts';
import { type NotedContribution, type ReviewDocument, reviewDifferences, reviewWithout } from './versions.ts';

const part = (
  criterion: string,
  member: string,
  value: string | null,
  more: Partial<NotedContribution> = {},
): NotedContribution => ({ criterion, member, value: value as Share, note: null, source: null, place: null, ...more });

const LIOHO: ReviewMember = { key: 'lioho', name: 'Lioho', isUnnamed: false, equity: '46' as Share };
const AISIN: ReviewMember = { key: 'aisin', name: 'Aisin', isUnnamed: false, equity: '54' as Share };

const START: ReviewDocument = {
  date: '2015-06-30',
  class: 'NEVER',
  criteria: [
    { key: 'management', name: 'Management', weight: '1/2' },
    { key: 'technology', name: 'Technology', weight: '1/2' },
  ],
  members: [LIOHO, AISIN],
  contributions: [part('management', 'lioho', '60'), part('management', 'aisin', '40')],
  coalitions: [{ members: ['lioho', 'aisin'], value: '100' }],
  proposals: [],
};

describe('what a step made different', () => {
  it('is told field by field, with what it was before', () => {
    const after: ReviewDocument = {
      ...START,
      criteria: [{ key: 'management', name: 'Leadership', weight: '1' }],
      members: [{ ...LIOHO, equity: '50' as Share }, AISIN],
      contributions: [
        part('management', 'lioho', '70', { note: 'Two managers sent', source: 'interview', place: 'p. 3' }),
        part('management', 'aisin', '40'),
      ],
      coalitions: [],
    };
    const none = { criterion: null, members: [] };
    const management = { criterion: 'management', members: [] };
    const lioho = { criterion: 'management', members: ['lioho'] };
    expect(reviewDifferences(START, after)).toEqual([
      { ...management, field: 'criterion', from: 'Management', to: 'Leadership' },
      { ...management, field: 'weight', from: '1/2', to: '1' },
      { ...management, criterion: 'technology', field: 'criterion', from: 'Technology', to: null },
      { ...management, criterion: 'technology', field: 'weight', from: '1/2', to: null },
      { ...none, members: ['lioho'], field: 'equity', from: '46', to: '50' },
      { ...lioho, field: 'part', from: '60', to: '70' },
      { ...lioho, field: 'note', from: null, to: 'Two managers sent' },
      { ...lioho, field: 'source', from: null, to: 'interview' },
      { ...lioho, field: 'place', from: null, to: 'p. 3' },
      { ...none, members: ['lioho', 'aisin'], field: 'worth', from: '100', to: null },
    ]);
  });

  it('is nothing where two versions are alike, whatever order their lists are in', () => {
    expect(reviewDifferences(START, { ...START, contributions: START.contributions.toReversed() })).toEqual([]);
  });
});

describe('a step taken back', () => {
  const changed: ReviewDocument = {
    ...START,
    contributions: [part('management', 'lioho', '70'), part('management', 'aisin', '30')],
  };

  it('leaves what later steps did elsewhere', () => {
    const now: ReviewDocument = {
      ...changed,
      date: '2015-12-31',
      contributions: [...changed.contributions, part('technology', 'lioho', '55')],
    };
    const outcome = reviewWithout({ before: START, after: changed, now });
    expect(outcome.ok && outcome.value).toEqual({
      ...START,
      date: '2015-12-31',
      contributions: [...START.contributions, part('technology', 'lioho', '55')],
    });
  });

  it('is refused where a later step changed the same figure', () => {
    const now: ReviewDocument = {
      ...changed,
      contributions: [part('management', 'lioho', '80'), part('management', 'aisin', '30')],
    };
    expect(reviewWithout({ before: START, after: changed, now })).toMatchObject({
      ok: false,
      problems: [{ code: 'undo-blocked' }],
    });
  });

  it('is refused where a later step filled in the criterion that it added', () => {
    const added: ReviewDocument = {
      ...START,
      criteria: [...START.criteria, { key: 'orders', name: 'Orders', weight: '0' }],
    };
    const filled: ReviewDocument = {
      ...added,
      contributions: [...added.contributions, part('orders', 'lioho', '100')],
    };
    expect(reviewWithout({ before: START, after: added, now: filled }).ok).toBe(false);
    expect(reviewWithout({ before: START, after: added, now: added })).toEqual({ ok: true, value: START });
  });

  it('brings a removed criterion back to where it stood, with its parts', () => {
    const removed: ReviewDocument = { ...START, criteria: START.criteria.slice(1), contributions: [] };
    expect(reviewWithout({ before: START, after: removed, now: removed })).toEqual({ ok: true, value: START });
  });

  it('does not take back what the register said meanwhile', () => {
    const members = [{ ...LIOHO, equity: null }, AISIN];
    const outcome = reviewWithout({ before: START, after: { ...changed, members }, now: { ...changed, members } });
    expect(outcome.ok && outcome.value.members).toEqual(members);
  });

  it('restores any draft from any other, and its own undoing restores that one', () => {
    const value = fc.option(
      fc.integer({ min: 0, max: 100 }).map((each) => String(each) as Share),
      { nil: null },
    );
    const parts = fc
      .uniqueArray(
        fc.tuple(fc.constantFrom('management', 'technology'), fc.constantFrom('lioho', 'aisin'), value, fc.string()),
        {
          selector: ([criterion, member]) => `${criterion} ${member}`,
        },
      )
      .map((rows) => rows.map(([criterion, member, share, note]) => part(criterion, member, share, { note })));
    const drafts = fc
      .record({ date: fc.constantFrom('2015-06-30', '2015-12-31'), contributions: parts })
      .map((some): ReviewDocument => ({ ...START, ...some }));
    fc.assert(
      fc.property(drafts, drafts, (before, after) => {
        const back = reviewWithout({ before, after, now: after });
        expect(back.ok).toBe(true);
        if (!back.ok) return;
        expect(reviewDifferences(before, back.value)).toEqual([]);
        const again = reviewWithout({ before: after, after: back.value, now: back.value });
        expect(again.ok && reviewDifferences(after, again.value)).toEqual([]);
      }),
    );
  });
});
