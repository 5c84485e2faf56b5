/**
 * What the remarks of the case library are about, by topic. A topic that is missing here is told as it was written, which for
 * readers of English is right wherever no firm is named.
 */
const TOPICS: Readonly<Record<string, () => Promise<{ readonly default: string }>>> = {
  en: () => import('../locales/topics.en.csv?raw'),
  ja: () => import('../locales/topics.ja.csv?raw'),
  'zh-Hant': () => import('../locales/topics.zh-Hant.csv?raw'),
};

const loaded = new Map<string, ReadonlyMap<string, string>>();

/** Lines of a topic and its words with a comma between; neither holds one. */
function topicsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.trimEnd().split('\n').slice(1);
  return new Map(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(',')), line.slice(line.indexOf(',') + 1)]),
  );
}

/** Reads the topics of a language; afterwards they are at hand at once. */
export async function loadTopics(language: string): Promise<void> {
  const topics = await TOPICS[language]?.();
  if (topics !== undefined) loaded.set(language, topicsIn(topics.default));
}

/** The words of a topic; null where the language has none of its own. */
export const topicWords = (language: string, topic: string): string | null => loaded.get(language)?.get(topic) ?? null;
