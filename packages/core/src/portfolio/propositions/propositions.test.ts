import { describe, expect, it } from 'vitest';
import { EdtfDate, invariant, type Slug } from '../../kernel/index.ts';
import { emptyRows, type OpenRows, type Register, registerOf } from '../../register/index.ts';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { type AllianceDraft, registerFrom } from '../register.test-data.ts';
import { FINDINGS, type FindingCode } from './finding.ts';
import { type FindingChoices, findingsOf } from './findings.ts';
import { monthsAfter } from './reviews.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;

const verdicts = (register: Register, year: number, choices: FindingChoices = {}) =>
  new Map(
    findingsOf(register, FOCAL, DEFAULT_PARAMETERS, `${year}-12-31`, choices).map((found) => [
      found.code,
      `${found.verdict} ${found.reason}`,
    ]),
  );

const verdict = (code: FindingCode, ...given: Parameters<typeof verdicts>) => verdicts(...given).get(code);

const date = (text: string): EdtfDate => {
  const parsed = EdtfDate.parse(text);
  invariant(parsed.ok, `${text} is a date`);
  return parsed.value;
};

/** The sketch with rows of other kinds beside it. */
function withRows(drafts: readonly AllianceDraft[], add: (rows: OpenRows) => void): Register {
  const rows = { ...emptyRows(), ...(registerFrom(drafts) as unknown as OpenRows) };
  rows.alliances = rows.alliances.map((alliance) => ({ ...alliance, venture: 'venture' }));
  const blank = { kind: null, founded: null, closed: null, lei: null, place: null, valueChainPosition: null };
  const countries = new Map([
    ['c', 'CN'],
    ['focal', 'TW'],
    ['p', 'JP'],
    ['venture', 'CN'],
  ]);
  rows.organisations.push({ id: 'venture', slug: 'venture' as Slug, name: 'venture', ...blank, country: 'CN' });
  rows.organisations = rows.organisations.map((row) => ({ ...row, country: countries.get(row.id) ?? null }));
  rows.events = [];
  rows.people = [];
  rows.workforces = [];
  add(rows);
  return registerOf(rows);
}

const VENTURE: AllianceDraft = { id: 'a', start: '1990', members: ['p'] };

const people = (origin: string, when: string, told: { number?: string; words?: string }) => (rows: OpenRows) => {
  const slug = `w${rows.workforces.length}` as Slug;
  const row = { id: slug, slug, organisation: 'venture', origin, date: date(when) };
  rows.workforces.push({ ...row, number: told.number ?? null, words: told.words ?? null });
};

const event = (title: string, when: string | null, about: string) => (rows: OpenRows) => {
  const slug = `e${rows.events.length}` as Slug;
  const kind = 'managers-and-employees' as const;
  rows.events.push({
    id: slug,
    slug,
    title,
    date: when === null ? null : date(when),
    kind,
    about: [{ kind: 'alliance', id: about }],
  });
};

const all =
  (...adds: readonly ((rows: OpenRows) => void)[]) =>
  (rows: OpenRows): void =>
    adds.forEach((add) => add(rows));

describe('findings', () => {
  it('give one answer to each rule, in one order, also for a firm without alliances', () => {
    const found = findingsOf(registerFrom([]), FOCAL, DEFAULT_PARAMETERS, '2015-12-31');
    expect(found.map(({ code }) => code)).toEqual(FINDINGS);
    expect(new Set(found.map((each) => each.verdict))).toEqual(new Set(['not-enough-data']));
  });

  it('show what nobody recorded as unknown, never as none', () => {
    const unknown = findingsOf(registerFrom([VENTURE]), FOCAL, DEFAULT_PARAMETERS, '2015-12-31').flatMap(({ inputs }) =>
      inputs.filter(({ value }) => value.kind === 'unknown').map(({ name }) => name),
    );
    expect(unknown).toEqual(expect.arrayContaining(['position', 'segmentation', 'reviews', 'misaligned', 'diverts']));
  });

  it('read nothing that begins after the day', () => {
    const later: AllianceDraft = { id: 'b', start: '2016', members: ['q'] };
    expect(verdicts(registerFrom([VENTURE, later]), 2015)).toEqual(verdicts(registerFrom([VENTURE]), 2015));
  });
});

describe('the learning link', () => {
  it.each<[string, (rows: OpenRows) => void, string]>([
    [
      'fewer heads of a foreign parent',
      all(people('Japanese', '2000', { number: '9' }), people('Japanese', '2010', { number: '4' })),
      'supported people-leave',
    ],
    [
      'more heads of a foreign parent',
      all(people('Japanese', '2000', { number: '4' }), people('Japanese', '2010', { number: '9' })),
      'not-supported people-stay',
    ],
    ['words of loss in English', people('Taiwanese', '2010', { words: 'fewer than before' }), 'supported people-leave'],
    ['words of loss in Japanese', people('台湾', '2010', { words: '駐在員は減少した' }), 'supported people-leave'],
    ['words of loss in Chinese', people('日本', '2010', { words: '由當地員工取代' }), 'supported people-leave'],
    ['a negation', people('Japanese', '2010', { words: 'not fewer than before' }), 'not-supported people-stay'],
    [
      "fewer people of the venture's own country",
      people('Chinese', '2010', { words: 'fewer than before' }),
      'not-supported people-stay',
    ],
    [
      "fewer people of neither parent's country",
      people('Korean', '2010', { words: 'fewer than before' }),
      'not-supported people-stay',
    ],
    ['people called after a parent', people('from p', '2010', { words: 'withdrawn' }), 'supported people-leave'],
    ['a change of staff that a source dates', event('Expatriates replaced', '2010', 'a'), 'supported people-leave'],
    ['one that may lie later', event('Expatriates replaced', '2010/2020', 'a'), 'not-enough-data people-may-leave'],
    ['one that nobody dates', event('Expatriates replaced', null, 'a'), 'not-enough-data people-not-recorded'],
    ['one of another alliance', event('Expatriates replaced', '2010', 'z'), 'not-enough-data people-not-recorded'],
    ['a change that takes nobody away', event('A new president', '2010', 'a'), 'not-enough-data people-not-recorded'],
  ])('%s', (_case, add, expected) => {
    expect(verdict('learning-link', withRows([VENTURE], add), 2015)).toBe(expected);
  });

  it("is not carried by people of the venture's own country, even where a partner is of it", () => {
    const local: AllianceDraft = { ...VENTURE, members: ['p', 'c'] };
    const fewer = people('Chinese', '2010', { words: 'fewer than before' });
    expect(verdict('learning-link', withRows([local], fewer), 2015)).toBe('not-supported people-stay');
  });

  it("weakens when a parent's people went home and nobody came in their place", () => {
    const sent = (to: string | null) => (rows: OpenRows) => {
      const slug = `p${rows.people.length}` as Slug;
      const blank = { name: null, reading: null, organisation: null, role: null, level: null };
      const dispatch = { dispatchedFrom: 'p', dispatchedTo: 'venture', from: date('2000') };
      rows.people.push({ id: slug, slug, ...blank, ...dispatch, to: to === null ? 'open' : date(to) });
    };
    expect(verdict('learning-link', withRows([VENTURE], sent('2008')), 2015)).toBe('supported people-leave');
    expect(verdict('learning-link', withRows([VENTURE], all(sent('2008'), sent(null))), 2015)).toBe(
      'not-supported people-stay',
    );
  });
});

describe('lock-in', () => {
  const known: AllianceDraft = { id: 'b', start: '1998', members: ['p'] };
  it.each<[string, readonly AllianceDraft[], number, string]>([
    ['ten years after the last new partner not yet', [VENTURE], 2000, 'not-supported portfolio-went-on'],
    ['from the eleventh year', [VENTURE], 2001, 'supported stayed-with-old-partners'],
    [
      'another alliance with a known partner changes nothing',
      [VENTURE, known],
      2001,
      'supported stayed-with-old-partners',
    ],
    [
      'a new partner opens it',
      [VENTURE, { id: 'b', start: '1998', members: ['q'] }],
      2001,
      'not-supported portfolio-went-on',
    ],
    ['a partner that left holds nobody', [{ ...VENTURE, end: '1999' }], 2003, 'not-supported portfolio-went-on'],
    ['a young portfolio is none', [VENTURE], 1995, 'not-supported young-portfolio'],
  ])('%s', (_case, drafts, year, expected) => {
    expect(verdict('lock-in', registerFrom(drafts), year)).toBe(expected);
  });
});

describe('reviews', () => {
  const held = (...days: readonly string[]) => ({
    joined: {
      reviewsHeld: days.map((day) => ({ alliance: 'a', day })),
      misalignments: null,
      segmentation: null,
      redundancy: null,
      diverts: null,
    },
  });
  const joining: AllianceDraft = { ...VENTURE, members: ['p', { who: 'q', from: '2010' }] };
  it.each<[string, FindingChoices, string, string]>([
    [
      'nobody says that any was held',
      {},
      'not-enough-data reviews-not-recorded',
      'not-enough-data reviews-not-recorded',
    ],
    ['none was held', held(), 'not-supported trigger-without-review', 'supported review-late'],
    [
      'one followed the change, none of late',
      held('2010-05-01'),
      'supported reviews-follow-triggers',
      'supported review-late',
    ],
    [
      'one of late, none after the change',
      held('2015-10-01'),
      'not-supported trigger-without-review',
      'not-supported reviews-in-time',
    ],
    ['both', held('2010-05-01', '2015-10-01'), 'supported reviews-follow-triggers', 'not-supported reviews-in-time'],
    [
      'one before the change',
      held('2009-12-01', '2015-10-01'),
      'not-supported trigger-without-review',
      'not-supported reviews-in-time',
    ],
  ])('%s', (_case, choices, proposition, overdue) => {
    const found = verdicts(registerFrom([joining]), 2015, choices);
    expect([found.get('P1b'), found.get('review-overdue')]).toEqual([proposition, overdue]);
  });

  it.each([
    ['2010-01-01', 6, '2010-07-01'],
    ['2010-08-31', 6, '2011-02-28'],
    ['2015-12-31', 2, '2016-02-29'],
  ])('%s and %i months is %s', (day, months, after) => expect(monthsAfter(day, months)).toBe(after));
});

describe('proposition 3', () => {
  const fresh: AllianceDraft = { id: 'b', start: '2000', members: [{ who: 'q', brings: ['technology:x'] }] };
  const joined = (
    segmentation: { pairs: number; certain: number; possible: number } | null,
    shared: boolean | null,
  ) => ({
    joined: {
      reviewsHeld: null,
      misalignments: null,
      segmentation,
      redundancy: shared === null ? null : shared ? [{ resource: 'technology:x', alliance: 'b' }] : [],
      diverts: null,
    },
  });
  it.each<[string, FindingChoices, readonly AllianceDraft[], string]>([
    ['domains nobody judged', joined(null, true), [VENTURE, fresh], 'not-enough-data domains-not-judged'],
    [
      'resources nobody judged',
      joined({ pairs: 10, certain: 0, possible: 0 }, null),
      [VENTURE, fresh],
      'not-enough-data resources-not-judged',
    ],
    [
      'apart, shared, both at once',
      joined({ pairs: 10, certain: 0, possible: 2 }, true),
      [VENTURE, fresh],
      'supported room-was-made',
    ],
    [
      'one possible collision too many',
      joined({ pairs: 10, certain: 0, possible: 3 }, true),
      [VENTURE, fresh],
      'not-supported segments-overlap',
    ],
    [
      'nothing shared',
      joined({ pairs: 10, certain: 0, possible: 0 }, false),
      [VENTURE, fresh],
      'not-supported segments-overlap',
    ],
    [
      'nothing new at once',
      joined({ pairs: 10, certain: 0, possible: 0 }, true),
      [VENTURE],
      'not-supported nothing-new-at-once',
    ],
    ['no pair', joined({ pairs: 0, certain: 0, possible: 0 }, true), [VENTURE, fresh], 'not-supported too-few-pairs'],
  ])('%s', (_case, choices, drafts, expected) => {
    expect(verdict('P3', registerFrom(drafts), 2015, choices)).toBe(expected);
  });
});
