import { expect, it } from 'vitest';
import { estimatedMeasure, textLines, textWidth } from './text-width.ts';

it('gives an ideograph its full width and a digit about half', () => {
  expect(textWidth('聯盟', 10)).toBe(20);
  expect(textWidth('1992', 10)).toBeLessThan(24);
});

it.each([
  ['Tochigi Fuji Industrial', 90, 2, ['Tochigi Fuji', 'Industrial']],
  ['Kiriu', 90, 2, ['Kiriu']],
  ['アライアンス・ポートフォリオ開発', 130, 3, ['アライアンス・', 'ポートフォリオ開発']],
  ['one two three four five six', 50, 2, ['one two', 'three four five six']],
])('breaks %s at %i pixels into at most %i lines', (text, width, most, lines) => {
  expect(textLines(text, width, estimatedMeasure(12), most)).toEqual(lines);
});
