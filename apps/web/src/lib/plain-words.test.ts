import { describe, expect, test } from 'vitest';
import { plainTitle, plainWords } from './plain-words.ts';

describe('a slug as words', () => {
  test.each([
    ['machine-tools', 'machine tools'],
    ['investment-experience-in-china', 'investment experience in China'],
    ['assembly-plant-united-states', 'assembly plant United States'],
    ['japanese-auto-parts-makers', 'Japanese auto parts makers'],
    ['large-nc-lathes', 'large NC lathes'],
    ['papua-new-guinea', 'Papua New Guinea'],
    ['indochina-trade', 'indochina trade'],
    ['', ''],
  ])('%s is "%s"', (slug, words) => {
    expect(plainWords(slug)).toBe(words);
  });

  test.each([
    ['die-casting', 'Die casting'],
    ['cnc-lathes', 'CNC lathes'],
    ['', ''],
  ])('%s heads a line as "%s"', (slug, words) => {
    expect(plainTitle(slug)).toBe(words);
  });
});
