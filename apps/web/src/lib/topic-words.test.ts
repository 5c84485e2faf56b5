import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { QUANTITY_WORDS, UNIT_WORDS } from '@entente/core/register';
import { expect, test } from 'vitest';
import { loadTopics, topicWords } from './topic-words.ts';

const CASES = path.resolve(import.meta.dirname, '../../../../cases');
const texts = readdirSync(CASES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(path.join(CASES, file), 'utf8'));

/** Keys that stand one step below each `remarks:`. */
function topicsIn(text: string): readonly string[] {
  const topics: string[] = [];
  let remarks: number | null = null;
  let step: number | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const depth = line.search(/\S/);
    if (remarks !== null && depth <= remarks) [remarks, step] = [null, null];
    if (remarks !== null) {
      step ??= depth;
      const topic = depth === step ? /^\s*([a-z0-9-]+):/.exec(line)?.[1] : undefined;
      if (topic !== undefined) topics.push(topic);
    }
    const opened = /^([\s-]*)remarks:\s*$/.exec(line);
    if (opened) [remarks, step] = [opened[1]?.length ?? 0, null];
  }
  return topics;
}

test.each(['ja', 'zh-Hant'])('every topic of the case library has words in %s', async (language) => {
  await loadTopics(language);
  const topics = new Set(texts.flatMap(topicsIn));
  expect(topics.size).toBeGreaterThan(300);
  expect([...topics].filter((topic) => topicWords(language, topic) === null)).toEqual([]);
});

test('English has words of its own where a firm is named, for topics of the case library alone', async () => {
  await loadTopics('en');
  const topics = new Set(texts.flatMap(topicsIn));
  const named = [...topics].filter((topic) => topicWords('en', topic) !== null);
  expect(named.length).toBeGreaterThan(10);
  expect(topicWords('en', 'region-with-lioho')).toBe('region with Lioho');
  expect(topicWords('en', 'trust')).toBeNull();
  const lines = readFileSync(path.resolve(import.meta.dirname, '../locales/topics.en.csv'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(named.sort());
});

test('a language that is not loaded has none', () => {
  expect(topicWords('fr', 'trust')).toBeNull();
});

test('every quantity and unit of the case library has words in three languages', () => {
  const stated = (field: string): readonly string[] => [
    ...new Set(
      texts.flatMap((text) =>
        [...text.matchAll(new RegExp(`\\b${field}: ([a-z][a-z-]+)$`, 'gm'))].map(([, value]) => value ?? ''),
      ),
    ),
  ];
  expect(stated('quantity').length).toBeGreaterThan(60);
  expect(stated('quantity').filter((quantity) => QUANTITY_WORDS[quantity] === undefined)).toEqual([]);
  expect(stated('unit').filter((unit) => UNIT_WORDS[unit] === undefined)).toEqual([]);
});
