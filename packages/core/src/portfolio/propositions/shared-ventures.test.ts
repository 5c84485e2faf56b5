import { describe, expect, it } from 'vitest';
import { type Claim, Period } from '../../kernel/index.ts';
import { emptyRows, type Register, REMARK_PREFIX, registerOf } from '../../register/index.ts';
import { DEFAULT_PARAMETERS } from '../parameters.ts';
import { type AllianceDraft, registerFrom } from '../register.test-data.ts';
import { findingsOf } from './findings.ts';

const FOCAL = { kind: 'organisation', id: 'focal' } as const;
const FIRST: AllianceDraft = { id: 'first', start: '1990', members: ['p'] };
const SAME: AllianceDraft = { id: 'same', start: '1995', members: ['p'] };
const FRESH: AllianceDraft = { id: 'fresh', start: '2000', members: ['q'] };

type Said = { readonly shares?: Readonly<Record<string, string>>; readonly held?: Readonly<Record<string, string>> };

/** The sketch with what documents say to be shared, and the regions in which the ventures make castings. */
function registerWith(drafts: readonly AllianceDraft[], { shares = {}, held = {} }: Said): Register {
  const claim = (kind: 'alliance' | 'domain', id: string, field: string, value: string): Claim => ({
    id: `${kind} ${id}`,
    subject: { kind, id },
    field,
    value,
    source: '000',
    place: 'p. 1',
    quote: null,
    rank: 'normal',
    reason: null,
  });
  const rows = { ...emptyRows(), ...(registerFrom(drafts) as unknown as ReturnType<typeof emptyRows>) };
  const regions = Object.entries(held);
  return registerOf({
    ...rows,
    domains: regions.map(([alliance, region]) => ({
      id: alliance,
      alliance,
      product: 'cast-iron',
      market: null,
      region,
      activity: null,
      ...Period.always,
    })),
    claims: [
      ...Object.entries(shares).map(([id, what]) =>
        claim('alliance', id, `${REMARK_PREFIX}shared-with-other-ventures`, what),
      ),
      ...regions.map(([id, region]) => claim('domain', id, 'region', region)),
    ],
  });
}

const NAMES = ['shared-between-ventures', 'shared-with-new-partner', 'new-partner-domains'] as const;

function sharing(drafts: readonly AllianceDraft[], said: Said, year = 2015) {
  const found = findingsOf(registerWith(drafts, said), FOCAL, DEFAULT_PARAMETERS, `${year}-12-31`);
  const inputs = found.find(({ code }) => code === 'P3')?.inputs ?? [];
  return NAMES.map((name) => {
    const input = inputs.find((each) => each.name === name);
    return input?.value.kind === 'count'
      ? input.facts.map(({ record, words }) => `${record.slug}: ${words}`)
      : 'unknown';
  });
}

describe('what ventures share, beside Proposition 3', () => {
  it.each<[string, readonly AllianceDraft[], Said, readonly unknown[]]>([
    ['no document tells of it', [FIRST, SAME], {}, ['unknown', 'unknown', []]],
    [
      'known partners share',
      [FIRST, SAME],
      { shares: { first: 'needs', same: 'needs' } },
      [['first: needs', 'same: needs'], 'unknown', []],
    ],
    [
      'a new partner is offered what an earlier venture had, for a region and a product',
      [FIRST, FRESH],
      { shares: { first: 'needs', fresh: 'needs' }, held: { first: 'kunshan', fresh: 'fu-zhou' } },
      [['first: needs', 'fresh: needs'], ['fresh: needs'], ['fresh: cast iron, fu zhou']],
    ],
    [
      'a new partner shares something else',
      [FIRST, FRESH],
      { shares: { first: 'needs', fresh: 'staff' } },
      [['first: needs', 'fresh: staff'], 'unknown', 'unknown'],
    ],
  ])('%s', (_case, drafts, said, expected) => {
    expect(sharing(drafts, said)).toEqual(expected);
  });

  it('is read of what had begun by the day alone', () => {
    const said = { shares: { first: 'needs', fresh: 'needs' }, held: { fresh: 'fuzhou' } };
    expect(sharing([FIRST, FRESH], said, 1999)).toEqual([['first: needs'], 'unknown', []]);
  });
});
