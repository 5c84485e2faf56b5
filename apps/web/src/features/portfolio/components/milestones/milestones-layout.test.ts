import { describe, expect, it } from 'vitest';
import type { Bar, DatedText } from '@entente/core/portfolio';
import { estimatedMeasure } from '../text-width.ts';
import { barLabels } from './bar-labels.ts';
import { barShape, presenceOf, sharesText } from './bar-shape.ts';
import { eventRows } from './event-rows.ts';
import { clusters, rowsFor } from './lane-rows.ts';
import { dayAfter, timeScale } from './time-scale.ts';

const year = (text: string): DatedText => ({ text, earliest: `${text}-01-01`, latest: `${text}-12-31` });
const ALWAYS = { from: null, to: null };
const bar = (change: Partial<Bar>): Bar => ({
  alliance: 'a',
  name: 'A',
  form: 'joint-venture',
  start: year('1992'),
  end: null,
  ending: null,
  endedInto: null,
  holdings: [],
  disputed: 0,
  evidence: [],
  ...change,
});
const held = (holder: string | null, share: string | null) => ({ holder, name: holder ?? 'others', share });

describe('the time axis', () => {
  const scale = timeScale(1990, 1999, 0, 3652);

  it('gives each day its own length and holds days outside at the ends', () => {
    expect(scale.x('1990-01-01')).toBe(0);
    expect(scale.x('1991-01-01')).toBeCloseTo(365);
    expect(scale.x('1980-01-01')).toBe(0);
    expect(scale.x('2010-01-01')).toBe(3652);
  });

  it.each([
    [3652, [1990, 1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999]],
    [200, [1990, 1992, 1994, 1996, 1998]],
    [100, [1990, 1995]],
  ])('at %i pixels writes %j', (width, years) => expect(timeScale(1990, 1999, 0, width).years).toEqual(years));

  it('knows the day after a leap day', () => expect(dayAfter('2004-02-29')).toBe('2004-03-01'));
});

describe('a bar', () => {
  const scale = timeScale(1990, 1999, 0, 3652);
  const shape = (change: Partial<Bar>) => barShape(bar(change), scale, 'f', ALWAYS);

  it('fades over the days that a year may mean and runs to the right edge while no end is stated', () => {
    const { x0, solid0, solid1, x1, continues } = shape({});
    expect([x0, solid0, solid1, x1, continues]).toEqual([730, 1095, 3652, 3652, true]);
  });

  it('fades at its end when that is imprecise, and not when a day is stated', () => {
    const vague = shape({ end: year('1995') });
    expect([vague.solid1, vague.x1, vague.continues]).toEqual([1826, 2191, false]);
    const exact = shape({ end: { text: '1995-06-01', earliest: '1995-06-01', latest: '1995-06-01' } });
    expect(exact.x1 - exact.solid1).toBeCloseTo(1);
  });

  it('never turns round when start and end may be the same year', () => {
    const { x0, solid0, solid1, x1 } = shape({ end: year('1992') });
    expect(
      [x0, solid0, solid1, x1].every((place, index, all) => index === 0 || place >= (all[index - 1] as number)),
    ).toBe(true);
  });

  it('fades along its whole length when nobody states when it began', () => {
    expect(shape({ start: null })).toMatchObject({ x0: 0, solid0: 3652, startUnknown: true });
  });

  it('tells an unknown end from none', () => {
    expect(shape({ end: 'unknown' })).toMatchObject({ endUnknown: true, continues: false });
  });

  it('gives shares at the start and a mark at each change', () => {
    const holdings = [
      { from: year('1992'), shares: [held('p', '10'), held('f', '90')] },
      { from: year('1996'), shares: [held('f', '40'), held('q', '40')] },
    ];
    const { shares, changes } = shape({ holdings });
    expect(shares).toBe('90:10');
    expect(changes.map(({ x, text }) => [x, text])).toEqual([[2191, '40:40:?']]);
  });

  it('marks when the lane’s partner came and left', () => {
    const presence = presenceOf([
      { alliance: 'a', organisation: 'p', from: '1994', until: '1996-01-01', evidence: [] },
      { alliance: 'a', organisation: 'q', from: '1993', until: '1995-01-01', evidence: [] },
    ]);
    expect(presence).toEqual({ from: '1993-01-01', to: '1996-01-01' });
    expect(barShape(bar({}), scale, 'f', presence)).toMatchObject({ present0: 1096, present1: 2191 });
    const ended = barShape(bar({ end: year('1996') }), scale, 'f', presence);
    expect(ended.present1).toBe(ended.x1);
  });
});

it.each([
  [[held('p', '10'), held('f', '90')], '90:10'],
  [[held('f', '46'), held(null, '54')], '46:54'],
  [[held('f', '50'), held('p', null)], '50:?'],
  [[held('f', '33.3'), held('p', '33.3'), held('q', '33.3')], '33.3:33.3:33.3'],
  [[], ''],
])('writes the shares %j as %s', (shares, text) => expect(sharesText(shares, 'f')).toBe(text));

it('puts bars that are apart on one row and others on the next', () => {
  expect(
    rowsFor(
      [
        { from: 0, to: 10 },
        { from: 5, to: 20 },
        { from: 12, to: 30 },
        { from: 19, to: 25 },
      ],
      2,
    ),
  ).toEqual([0, 1, 0, 2]);
});

it('groups marks that would lie on each other', () => {
  expect(clusters([30, 0, 4, 9, 11], (place) => place, 10)).toEqual([[0, 4, 9], [11], [30]]);
});

describe('words of a bar', () => {
  const scale = timeScale(1990, 1999, 0, 3652);
  const labels = (change: Partial<Bar>) =>
    barLabels(barShape(bar(change), scale, 'f', ALWAYS), scale, estimatedMeasure(12), () => '');
  const holdings = (changed: string) => [
    { from: year('1992'), shares: [held('f', '90'), held('p', '10')] },
    { from: year(changed), shares: [held('f', '40'), held('p', '60')] },
  ];

  it('stand on the bar, and before it where they would run out of the drawing', () => {
    expect(labels({})).toMatchObject({ anchor: 'start', x: 737 });
    const late = labels({ name: 'A venture with a rather long name '.repeat(3), start: year('1999') });
    expect(late.anchor).toBe('end');
    expect(late.x).toBeLessThan(3287);
    expect(late.extent.from).toBeLessThan(late.x);
  });

  it('put new shares beside their mark where there is room, else behind the old ones', () => {
    expect(labels({ holdings: holdings('1996') })).toMatchObject({ detail: '90:10', changes: [{ text: '40:60' }] });
    expect(labels({ name: 'A'.repeat(200), holdings: holdings('1993') })).toMatchObject({
      detail: '90:10 → 40:60',
      changes: [],
    });
  });

  it('leave room for the mark of disputes', () => {
    const plain = labels({ start: year('1992') });
    const disputed = labels({ disputed: 12, end: year('1992') });
    expect(plain.flagX).toBeNull();
    expect(disputed.flagX).toBeGreaterThan(737);
  });
});

describe('events in rows', () => {
  const scale = timeScale(1990, 1999, 0, 365.2);
  const event = (text: string, kind: 'policy' | 'milestone', date: Partial<DatedText> = {}) => ({
    event: `${text}-${kind}`,
    title: text,
    date: { ...year(text), ...date },
    kind,
    alliances: [],
    evidence: [],
  });

  it('stand by kind, neighbours under one mark, earlier ones apart', () => {
    const { rows, earlier } = eventRows(
      [event('1980', 'policy'), event('1992', 'milestone'), event('1992', 'policy'), event('1992', 'milestone')],
      scale,
    );
    expect(earlier.map(({ title }) => title)).toEqual(['1980']);
    expect(rows.map(({ kind, marks }) => [kind, marks.map(({ events }) => events.length)])).toEqual([
      ['policy', [1]],
      ['milestone', [2]],
    ]);
  });

  it('reach over the days a date may mean, and a little on where it has no end', () => {
    const mark = (date: Partial<DatedText>) => eventRows([event('1992', 'policy', date)], scale).rows[0]?.marks[0];
    expect((mark({})?.until ?? 0) - (mark({})?.x ?? 0)).toBeCloseTo(36.5, 0);
    expect((mark({ latest: null })?.until ?? 0) - (mark({})?.x ?? 0)).toBeCloseTo(28);
  });
});
