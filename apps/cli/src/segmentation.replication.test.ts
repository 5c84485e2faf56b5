import {
  carveOutsOf,
  divertsOf,
  ownSideOf,
  redundancyOf,
  type SegmentationParameters,
  segmentationOf,
} from '@entente/core/portfolio';
import { registerFromSources, termHierarchy } from '@entente/core/register';
import { describe, expect, it } from 'vitest';
import { CASES, readCases } from './case-folder.ts';

/*
 * Oh, Chen, Nakamoto and Liu (2024), section 5, Proposition 3 (Lioho's segmentation by market, product and region) and
 * section 4.1.3 (Mitsubishi Motors' venture with GAIG), from facts sourced from the article alone.
 */
const library = readCases(CASES);
const register = registerFromSources(library.rows, ['000']);
const terms = termHierarchy(library.terms);
const on = (day: string): SegmentationParameters => ({ population: 'joint-ventures', level: 'house', day });
const own = (firm: string) => ownSideOf(register, { kind: 'organisation', id: firm });

describe('Lioho in 2005', () => {
  const segmentation = segmentationOf(register, own('lioho'), terms, on('2005-12-31'));
  const named = segmentation.collisions.map(({ one, other, overlap, meetings }) => ({
    pair: [one, other].map(({ alliance }) => alliance.slug).join(' and '),
    houses: [one, other].map(({ houses }) => [...houses.keys()].map((key) => key.split(':')[1]).join(', ')),
    overlap,
    region: meetings[0]?.one.region,
    market: meetings[0]?.market,
  }));

  it('has 44 pairs of alliances with different houses, none of which collides for certain and five perhaps', () => {
    const { pairs, certain, possible, active } = segmentation;
    expect([active.length, pairs, certain, possible]).toEqual([12, 44, 0, 5]);
    expect(segmentation.index).toEqual({ from: 1 - 5 / 44, to: 1 });
  });

  it('may collide twice in Kunshan and three times in Guangdong, since markets are not stated', () => {
    const open = { overlap: 'possible', market: 'possible' };
    expect(named).toEqual([
      { pair: 'fujiwa and tiaf', houses: ['sumitomo', 'toyota'], region: 'kunshan', ...open },
      { pair: 'fujiwa and toyota-industry-kunshan', houses: ['sumitomo', 'toyota'], region: 'kunshan', ...open },
      { pair: 'guangzhou-kiriu-lioho and koyo-lioho-foshan', houses: ['kiriu', 'jtekt'], region: 'guangzhou', ...open },
      {
        pair: 'guangzhou-kiriu-lioho and takaoka-guangzhou',
        houses: ['kiriu', 'toyota'],
        region: 'guangzhou',
        ...open,
      },
      { pair: 'koyo-lioho-foshan and takaoka-guangzhou', houses: ['jtekt', 'toyota'], region: 'guangzhou', ...open },
    ]);
  });

  it('would be rid of two of the three in Guangdong with the Koyo venture in another part of the province', () => {
    const koyo = segmentation.collisions[4];
    const moves = koyo ? carveOutsOf(terms, segmentation, koyo) : [];
    const region = moves.find(({ kind, dimension }) => kind === 'move' && dimension === 'region');
    expect(region?.changes.map(({ alliance, to }) => [alliance.alliance.slug, to])).toEqual([
      ['koyo-lioho-foshan', 'foshan'],
    ]);
    expect(region?.after).toEqual({ pairs: 44, certain: 0, possible: 3 });
    expect(region?.removes).toHaveLength(2);
    expect(region?.adds).toEqual([]);
  });

  it('has casting from four houses and die casting from one alone, and shares what the article says it shares', () => {
    const { supplies, shared } = redundancyOf(register, own('lioho'), on('2005-12-31'));
    const supply = (subject: string) => supplies.find((each) => each.subject === subject);
    expect(
      supply('casting')
        ?.offers.map(({ house }) => house.split(':')[1])
        .sort(),
    ).toEqual(['ibara-seiki', 'jtekt', 'kiriu', 'toyota']);
    expect(supply('die-casting')).toMatchObject({ singleSourced: true, offers: [{ house: 'house:toyota' }] });
    expect(shared.map(({ what, shared: by }) => [what.slice(0, 30), by.length])).toEqual([
      ['information on customer needs ', 5],
      ['information on local procureme', 2],
    ]);
  });
});

describe('CMC in 2012', () => {
  it('sees Mitsubishi divert to GAIG with sport utility vehicles, against Fujian Southeast', () => {
    const [divert, ...others] = divertsOf(register, own('cmc'), terms, on('2012-12-31'));
    expect(others).toEqual([]);
    expect([divert?.house, divert?.elsewhere.slug, divert?.against.alliance.slug]).toEqual([
      'organisation:mitsubishi-motors',
      'gmmc',
      'fujian-southeast',
    ]);
    expect([divert?.thirdParties, divert?.since?.text, divert?.later]).toEqual([['gaig'], '2012', true]);
    // A sport utility vehicle is a motor vehicle; the market of the one and the region of the other are not stated.
    const met = divert?.meetings.map(({ one, other, ...dimensions }) => ({
      ...dimensions,
      products: [one.product, other.product],
    }));
    expect(met).toEqual([
      {
        products: ['automobile', 'suv'],
        product: 'certain',
        market: 'possible',
        region: 'possible',
        overlap: 'possible',
      },
    ]);
  });

  it('says what else the article gives as the cause', () => {
    const [divert] = divertsOf(register, own('cmc'), terms, on('2012-12-31'));
    const causes = divert?.dealings.flatMap(({ event, causes }) =>
      causes.map(({ value, place }) => [event.slug, value, place]),
    );
    expect(causes).toContainEqual(['mitsubishi-cuts-supply', 'poor performance at home', 'section 4.1.2']);
    expect(causes).toContainEqual([
      'mitsubishi-cuts-supply',
      'resources and models went to GAC Mitsubishi Motors',
      'section 4.1.3',
    ]);
  });

  it('sees nothing before GAC Mitsubishi Motors stands', () => {
    expect(divertsOf(register, own('cmc'), terms, on('2011-12-31'))).toEqual([]);
  });
});

describe('FFG in 2015', () => {
  const segmentation = segmentationOf(register, own('ffg'), terms, on('2015-12-31'));
  it('may meet itself in Taiwan alone: CNC products sold there by one venture, made in Taichung by another', () => {
    expect([segmentation.pairs, segmentation.certain, segmentation.possible]).toEqual([3, 0, 1]);
    const [collision] = segmentation.collisions;
    expect([collision?.one.alliance.slug, collision?.other.alliance.slug]).toEqual(['feeler-mectron', 'waida-feeler']);
    expect(collision?.meetings.map(({ one, other }) => [one.region, other.region])).toContainEqual([
      'taiwan',
      'taichung',
    ]);
  });
});
