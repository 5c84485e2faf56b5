import { describe, expect, it, test } from 'vitest';
import { readCell, typedText } from './cell-input.ts';
import { testField as field } from './test-field.ts';

describe('what is typed into a cell', () => {
  test.each([
    ['alliances', 'alliance', 'form', 'joint venture', { form: 'joint-venture' }],
    ['alliances', 'alliance', 'form', '合弁事業', { form: 'joint-venture' }],
    ['alliances', 'alliance', 'start', 'Apr 2003', { start: '2003-04' }],
    ['alliances', 'alliance', 'start', '', { start: null }],
    ['alliances', 'alliance', 'end', '', { end: '..' }],
    ['alliances', 'alliance', 'venture', 'fujiwa', { venture: 'fujiwa' }],
    ['alliances', 'alliance', 'custom.risk', 'High', { custom: { risk: 'high' } }],
    ['stakes', 'stake', 'share', '５０ %', { share: '50' }],
    ['stakes', 'stake', 'holderCount', '3', { holderCount: 3 }],
    ['sources', 'source', 'authors', 'Oh; Chen；Nakamoto', { authors: ['Oh', 'Chen', 'Nakamoto'] }],
    [
      'sources',
      'source',
      'details',
      'method: visit\nplace: 東京；駅',
      { details: { method: 'visit', place: '東京；駅' } },
    ],
    ['sources', 'source', 'details', 'method: visit; time: 2 h', { details: { method: 'visit; time: 2 h' } }],
    ['sources', 'source', 'details', '', { details: {} }],
    [
      'events',
      'event',
      'about',
      'alliance:a-1； person:chen',
      {
        about: [
          { kind: 'alliance', id: 'a-1' },
          { kind: 'person', id: 'chen' },
        ],
      },
    ],
    ['events', 'event', 'about', '', { about: [] }],
    ['measures', 'measure', 'value', '1,450.5', { value: '1450.5' }],
    ['measures', 'measure', 'of', 'organisation:cmc', { of: { kind: 'organisation', id: 'cmc' } }],
    ['organisations', 'organisation', 'country', 'tw', { country: 'TW' }],
  ] as const)('%s: %s.%s of “%s” is read', (table, kind, name, text, body) => {
    expect(readCell(table, field(kind, name), text)).toEqual({ ok: true, body });
  });

  test.each([
    ['alliances', 'alliance', 'name', '', 'field-required'],
    ['alliances', 'alliance', 'form', 'friendship', 'value-refused'],
    ['alliances', 'alliance', 'start', '31/04/2010', 'date-malformed'],
    ['alliances', 'alliance', 'start', '10/11/12', 'date-ambiguous'],
    ['stakes', 'stake', 'share', '120', 'share-over-100'],
    ['stakes', 'stake', 'holderCount', 'two', 'value-refused'],
    ['measures', 'measure', 'value', 'many', 'number-malformed'],
    ['sources', 'source', 'details', 'a visit', 'details-malformed'],
    ['events', 'event', 'about', 'alliance:a-1; Chen', 'record-unknown'],
    ['events', 'event', 'about', 'colour:red', 'record-unknown'],
  ] as const)('%s: %s.%s of “%s” is refused', (table, kind, name, text, code) => {
    const read = readCell(table, field(kind, name), text);
    expect(read.ok ? read : read.problem.code).toBe(code);
  });
});

it('opens a cell with what, typed again, changes nothing', () => {
  const row = { id: 'x', version: 1, abilities: { change: true, remove: true }, end: '..', start: '1995~' };
  expect(typedText(field('alliance', 'end'), row)).toBe('');
  const several = {
    ...row,
    about: [
      { kind: 'alliance', id: '1', slug: 'a-1', name: 'One' },
      { kind: 'person', id: '2', slug: 'chen', name: null },
    ],
    details: { method: 'visit', place: 'Tokyo; Osaka' },
  };
  const [about, details] = [field('event', 'about'), field('source', 'details')];
  expect(typedText(about, several)).toBe('alliance:a-1; person:chen');
  expect(readCell('sources', details, typedText(details, several))).toEqual({
    ok: true,
    body: { details: several.details },
  });
  expect(readCell('alliances', field('alliance', 'start'), typedText(field('alliance', 'start'), row))).toEqual({
    ok: true,
    body: { start: '1995~' },
  });
});
