import { describe, expect, it } from 'vitest';
import { ALLIANCE_STAGES } from '../../register/index.ts';
import { SEVEN_STAGES } from './seven-stages.ts';
import { CROSS_WALK, VOCABULARIES } from './vocabularies.ts';

const { stages } = SEVEN_STAGES;

describe('the template', () => {
  it('has the seven stages of source 002 in their order', () => {
    expect(stages.map(({ key }) => key)).toEqual([...ALLIANCE_STAGES]);
    expect(stages.map(({ source }) => source.place.split(', ')[1])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('gives each stage an objective, decisions, deliverables and exit criteria, in three languages', () => {
    for (const { objective, decisions, deliverables, exitCriteria } of stages) {
      for (const list of [decisions, deliverables, exitCriteria]) expect(list.length).toBeGreaterThan(0);
      const words = [objective, ...[...decisions, ...deliverables, ...exitCriteria].map((item) => item.words)];
      for (const each of words) {
        expect(each.en).not.toBe('');
        expect(each.ja).toMatch(/[぀-ヿ一-鿿]/);
        expect(each['zh-Hant']).toMatch(/[一-鿿]/);
        expect(each['zh-Hant']).not.toMatch(/[぀-ヿ]/);
      }
    }
  });

  it('names no key of a stage twice', () => {
    for (const { decisions, deliverables, exitCriteria } of stages) {
      const keys = [...decisions, ...deliverables, ...exitCriteria].map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe('the cross-walk', () => {
  it('gives each stage at least one of every vocabulary, and no stage that there is not', () => {
    for (const { key, stages: theirs } of VOCABULARIES) {
      const known = theirs.map((each) => each.key);
      for (const stage of ALLIANCE_STAGES) {
        const walked = CROSS_WALK[stage][key as 'asap' | 'iso-44001' | 'sdc'];
        expect(walked.length).toBeGreaterThan(0);
        expect(known).toEqual(expect.arrayContaining([...walked]));
      }
    }
  });

  it.each(['asap', 'iso-44001'] as const)('reaches every stage of %s', (vocabulary) => {
    const reached = new Set(ALLIANCE_STAGES.flatMap((stage) => CROSS_WALK[stage][vocabulary]));
    expect([...reached].sort()).toEqual(
      VOCABULARIES.find(({ key }) => key === vocabulary)
        ?.stages.map(({ key }) => key)
        .sort(),
    );
  });
});
