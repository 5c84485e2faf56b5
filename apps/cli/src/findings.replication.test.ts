import {
  DEFAULT_PARAMETERS,
  type Finding,
  type FindingChoices,
  type FindingCode,
  findingsOf,
  type JoinedReadings,
  NOTHING_JOINED,
} from '@entente/core/portfolio';
import { EdtfDate } from '@entente/core/kernel';
import { registerFromSources } from '@entente/core/register';
import { describe, expect, it } from 'vitest';
import { CASES, readCases } from './case-folder.ts';

/*
 * Oh, Chen, Nakamoto and Liu (2024), "Alliance portfolio configuration strategies as catalysts for innovation": what the
 * propositions of section 5 find on the article's own three firms, from facts sourced from the article alone.
 */
const register = registerFromSources(readCases(CASES).rows, ['000']);

function found(firm: string, year: number, code: FindingCode, choices: FindingChoices = {}): Finding {
  const focal = { kind: 'organisation', id: firm } as const;
  const finding = findingsOf(register, focal, DEFAULT_PARAMETERS, `${year}-12-31`, choices).find(
    (each) => each.code === code,
  );
  if (finding === undefined) throw new Error(`${code} is a finding`);
  return finding;
}

const told = ({ verdict, reason }: Finding): string => `${verdict} ${reason}`;

/** What other capabilities read of the three firms in the article; counts of section 5, Proposition 3, by domain. */
const LIOHO_2005: JoinedReadings = {
  ...NOTHING_JOINED,
  segmentation: { pairs: 44, certain: 0, possible: 5 },
};
const since2012 = EdtfDate.parse('2012');
const CMC_2015: JoinedReadings = {
  ...NOTHING_JOINED,
  segmentation: { pairs: 0, certain: 0, possible: 0 },
  diverts: [{ alliance: 'gmmc', since: since2012.ok ? since2012.value : null, certain: true }],
};

describe('propositions on the cases of 000', () => {
  it.each<[string, number, FindingCode, string, string]>([
    ['cmc', 2005, 'P1', 'supported trust-and-renewal', 'section 5, Proposition 1, paragraph 3'],
    [
      'cmc',
      2015,
      'P1',
      'supported trust-and-renewal',
      'section 4.1.3, last paragraph but one; section 5, Proposition 1, paragraph 4',
    ],
    ['ffg', 2009, 'P1', 'not-enough-data no-long-alliance', 'section 4.2.1.1: the first equity alliance is of 2004'],
    ['ffg', 2015, 'P1', 'supported trust-and-renewal', 'section 5, Proposition 1, paragraph 2; section 4.2.2.2'],
    ['lioho', 1995, 'P1', 'not-enough-data no-long-alliance', 'section 4.3.1.1: the first equity alliance is of 1992'],
    ['lioho', 2005, 'P1', 'supported trust-and-renewal', 'section 5, Proposition 1, paragraph 2'],
    ['cmc', 2015, 'P1a', 'supported trusted-partners-only', 'section 5, Proposition 1, paragraph 4'],
    ['ffg', 2015, 'P1a', 'not-supported portfolio-went-on', 'section 4.2.3, last paragraph'],
    ['lioho', 2005, 'P1a', 'not-supported portfolio-went-on', 'section 5, Proposition 1a, paragraphs 2 and 3'],
    ['cmc', 2015, 'P1b', 'not-enough-data reviews-not-recorded', 'no place tells of a review at China Motor'],
    [
      'cmc',
      2015,
      'P2',
      'not-supported too-few-new-partners',
      'section 5, Proposition 2, paragraph 4: not expanded further',
    ],
    [
      'ffg',
      2011,
      'P2',
      'supported new-partners-known-resources',
      'section 5, before Proposition 2b, paragraphs 1 and 2',
    ],
    [
      'ffg',
      2015,
      'P2',
      'supported new-partners-known-resources',
      'section 5, before Proposition 2b, paragraphs 1 and 2',
    ],
    ['lioho', 2005, 'P2', 'supported new-partners-known-resources', 'section 4.3.2, paragraph 1; Table 7'],
    ['cmc', 2005, 'P2a', 'not-enough-data learning-not-recorded', 'section 4.1.3: the staff changes begin in 2006'],
    ['cmc', 2015, 'P2a', 'not-supported link-weakened', 'section 5, Proposition 2, paragraph 4'],
    ['ffg', 2015, 'P2a', 'supported learning-goes-on', 'section 4.2.2.1: loader design, 2014'],
    ['lioho', 2005, 'P2a', 'supported learning-goes-on', 'section 4.3.1.4 and Table 7: forging 2000, die casting 2003'],
    [
      'ffg',
      2009,
      'P2b',
      'not-supported narrow-portfolio',
      'section 5, before Proposition 2b, paragraph 3: at first Optimization',
    ],
    ['ffg', 2011, 'P2b', 'supported breadth-before-depth', 'section 5, before Proposition 2b, paragraph 3'],
    ['ffg', 2015, 'P2b', 'supported breadth-before-depth', 'section 5, before Proposition 2b, paragraph 3'],
    ['cmc', 2015, 'P2b', 'not-enough-data position-not-recorded', 'no place says where China Motor stands'],
    [
      'cmc',
      2015,
      'lock-in',
      'supported stayed-with-old-partners',
      'section 5, Proposition 1, paragraph 4; section 4.1.3',
    ],
    ['cmc', 2005, 'lock-in', 'not-supported portfolio-went-on', 'Table 3: FMIG came in 1995'],
    ['ffg', 2015, 'lock-in', 'not-supported portfolio-went-on', 'section 4.2.2.3'],
    ['lioho', 2015, 'lock-in', 'not-supported portfolio-went-on', 'section 4.3.1.4; Table 7'],
    [
      'cmc',
      2005,
      'learning-link',
      'not-enough-data people-not-recorded',
      'section 4.1.3: the first composition is of 2006',
    ],
    [
      'cmc',
      2010,
      'learning-link',
      'not-enough-data people-may-leave',
      'Appendix B: the change lies between 2006 and 2015',
    ],
    [
      'cmc',
      2015,
      'learning-link',
      'supported people-leave',
      'section 4.1.3, last paragraph but one; section 5, Proposition 2, paragraph 4',
    ],
    ['cmc', 2015, 'proactive-expansion', 'not-supported too-few-new-partners', 'section 4.1.3, paragraph 3'],
    ['ffg', 2009, 'proactive-expansion', 'not-supported too-few-new-partners', 'Table 6: one partner until 2010'],
    [
      'ffg',
      2011,
      'proactive-expansion',
      'supported new-partners-sought',
      'section 4.2.2.3; section 5, before Proposition 2b',
    ],
    [
      'ffg',
      2015,
      'value-chain-position',
      'supported position-recorded',
      'section 5, before Proposition 2b, paragraph 3',
    ],
    ['lioho', 2005, 'P3', 'not-enough-data domains-not-judged', 'domains are judged by another capability'],
  ])('%s in %i: %s is %s (%s)', (firm, year, code, expected) => {
    expect(told(found(firm, year, code))).toBe(expected);
  });

  it.each<[string, number, FindingCode, JoinedReadings, string, string]>([
    ['lioho', 2005, 'P3', LIOHO_2005, 'supported room-was-made', 'section 5, Proposition 3, paragraphs 2 and 3'],
    ['lioho', 2005, 'domain-collisions', LIOHO_2005, 'not-enough-data collisions-possible', 'Table 7: markets unknown'],
    ['cmc', 2015, 'P3', CMC_2015, 'not-supported too-few-pairs', 'Table 3: one venture'],
    [
      'cmc',
      2015,
      'partner-diverts',
      CMC_2015,
      'supported partner-turned-elsewhere',
      'section 4.1.3, paragraph 3; Appendix B',
    ],
  ])('%s in %i with what others judged: %s', (firm, year, code, joined, expected) => {
    expect(told(found(firm, year, code, { joined }))).toBe(expected);
  });

  it('the weakened link is found on words, each with its place; what nobody dates stands last', () => {
    const { deciding } = found('cmc', 2015, 'learning-link');
    expect(deciding.map(({ record, words, date }) => [record.slug, words, date])).toEqual([
      ['fujian-southeast-taiwanese-2015', 'Taiwanese: fewer than in 2006', '2015'],
      ['fujian-southeast-staff-changes', null, '2006/2015'],
      ['expatriates-replaced', null, null],
    ]);
    for (const fact of deciding) expect(fact.evidence[0]).toMatchObject({ source: '000' });
  });

  it('the index of Lioho is told as an interval', () => {
    const index = found('lioho', 2005, 'P3', { joined: LIOHO_2005 }).inputs.find(({ name }) => name === 'segmentation');
    expect(index?.value).toEqual({ kind: 'shares', from: 1 - 5 / 44, to: 1 });
  });

  it('Lioho by 2005: what ventures share, and to what its new partners are held (section 5, Proposition 3, paragraphs 2 and 3)', () => {
    const { inputs } = found('lioho', 2005, 'P3', { joined: LIOHO_2005 });
    const factsOf = (name: string) => inputs.find((each) => each.name === name)?.facts ?? [];
    expect(factsOf('shared-between-ventures').map(({ record }) => record.slug)).toEqual([
      'kunshan-liufeng',
      'toyota-industry-kunshan',
      'liufeng-precision',
      'takaoka-tianjin',
      'liofung-tool-and-die',
      'tiaf',
      'takaoka-guangzhou',
    ]);
    for (const fact of factsOf('shared-between-ventures'))
      expect(fact.evidence).toContainEqual({ source: '000', place: 'section 5, Proposition 3' });
    expect(factsOf('new-partner-domains').map(({ record, words }) => `${record.slug}: ${words}`)).toEqual([
      'fujiwa: casting, kunshan',
      'fuzhou-lioho: casting, fuzhou',
      'guangzhou-kiriu-lioho: casting, guangzhou',
      'koyo-lioho-foshan: casting, guangzhou',
    ]);
    // The article names no resource that was offered to a new partner: that is not known, and no zero.
    expect(inputs.find(({ name }) => name === 'shared-with-new-partner')?.value).toEqual({ kind: 'unknown' });
  });

  it('each deciding fact of the three firms says who states it', () => {
    const bare = ['cmc', 'ffg', 'lioho'].flatMap((id) =>
      findingsOf(register, { kind: 'organisation', id }, DEFAULT_PARAMETERS, '2015-12-31').flatMap(({ deciding }) =>
        deciding.filter(({ evidence }) => evidence.length === 0).map(({ record }) => record.slug),
      ),
    );
    expect(bare).toEqual([]);
  });
});
