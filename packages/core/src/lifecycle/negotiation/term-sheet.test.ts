import { describe, expect, it } from 'vitest';
import { agreementOf, type Negotiation, TERM_SHEET, type Term, termSheetFrom } from '../index.ts';

const SECRET = 777_001;
const NEGOTIATION: Negotiation = {
  parties: [
    { organisation: 'us', side: 'ours' },
    { organisation: 'them', side: 'theirs' },
  ],
  issues: [
    {
      key: 'seat',
      name: 'Chair',
      topic: 'coordination',
      scale: 'options',
      options: [
        { key: 'a', name: 'TM names it' },
        { key: 'b', name: 'FFG names it' },
      ],
      ours: { points: [{ option: 'a', points: SECRET }], target: 'a', reservation: null, weight: SECRET },
      theirs: { points: [], target: null, reservation: 'b', weight: SECRET, ground: `Heard ${SECRET}` },
    },
    {
      key: 'royalty',
      name: 'Royalty',
      topic: 'compensation',
      scale: 'number',
      unit: '%',
      ours: { wants: 'more', target: SECRET, reservation: SECRET - 1, weight: SECRET },
      theirs: { wants: 'less', target: -SECRET, reservation: SECRET + 1, weight: SECRET, ground: `Heard ${SECRET}` },
    },
    {
      key: 'left',
      name: 'Left open',
      topic: 'other',
      scale: 'number',
      unit: null,
      ours: { wants: null, target: null, reservation: null, weight: null },
      theirs: { wants: null, target: null, reservation: null, weight: null, ground: null },
    },
  ],
  proposals: [
    {
      key: 'p',
      on: '2026-03-02',
      by: 'them',
      values: [
        { issue: 'royalty', value: 4.5 },
        { issue: 'seat', value: 'b' },
      ],
      comment: `Under ${SECRET}`,
    },
  ],
  accepted: 'p',
};
const term = (key: string, state: Term['state'] = 'agreed'): Term => ({
  key,
  heading: 'term',
  text: 'Ten years',
  state,
  isBinding: null,
});

describe('a term sheet', () => {
  it('is refused with a term twice or a party twice', () => {
    const sheet = { title: 'T', on: null, parties: ['us', 'us'], terms: [term('a'), term('a')] };
    expect(TERM_SHEET.problems(sheet, null).map(({ pointer }) => pointer)).toEqual(['/terms/1', '/parties/1']);
  });

  it('is not made where nothing was accepted', () => {
    expect(agreementOf({ ...NEGOTIATION, accepted: null })).toBeNull();
  });

  it('has a term for each issue that was settled, in words, under the heading of its topic', () => {
    const agreement = agreementOf(NEGOTIATION);
    const sheet = agreement && termSheetFrom(agreement, 'Sheet');
    expect(sheet).toEqual({
      title: 'Sheet',
      on: '2026-03-02',
      parties: ['us', 'them'],
      terms: [
        { key: 'seat', heading: 'governance', text: 'Chair: FFG names it', state: 'agreed', isBinding: null },
        { key: 'royalty', heading: 'compensation', text: 'Royalty: 4.5 %', state: 'agreed', isBinding: null },
      ],
    });
  });

  it('holds no target, reservation, weight, estimate or comment of the negotiation that it is made from', () => {
    const agreement = agreementOf(NEGOTIATION);
    const text = JSON.stringify([agreement, agreement && termSheetFrom(agreement, 'Sheet')]);
    expect(text).toContain('4.5 %');
    expect(text).not.toMatch(/77700|Heard|Under/);
  });

  it('is open until every term is agreed', () => {
    const sheet = (...terms: Term[]) => TERM_SHEET.facts({ title: 'T', on: null, parties: [], terms }).isOpen;
    expect([sheet(), sheet(term('a')), sheet(term('a'), term('b', 'reserved'))]).toEqual([true, false, true]);
  });
});
