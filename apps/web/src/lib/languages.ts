import { type I18n, i18n, setupI18n } from '@lingui/core';
import { readStored, writeStored } from './storage.ts';
import { loadTopics } from './topic-words.ts';

export const LANGUAGES = ['en', 'ja', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language under its own name, as the switch shows it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ja: '日本語',
  'zh-Hant': '繁體中文',
};

const STORED = 'entente.language';

const catalogs: Readonly<Record<Language, () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>>> = {
  en: () => import('../locales/en.po'),
  ja: () => import('../locales/ja.po'),
  'zh-Hant': () => import('../locales/zh-Hant.po'),
};

/**
 * The first language of a reader's list that the product speaks; Chinese is written in traditional characters here.
 * @example languageFrom(['fr', 'zh-TW']) // => 'zh-Hant'
 */
function languageFrom(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'ja') return 'ja';
    if (primary === 'zh') return 'zh-Hant';
    if (primary === 'en') return 'en';
  }
  return 'en';
}

/** The language chosen last on this machine, else what the browser asks for. */
export function rememberedLanguage(): Language {
  const stored = readStored(STORED);
  return LANGUAGES.find((language) => language === stored) ?? languageFrom(navigator.languages);
}

/** Loads a language, shows it and remembers it. */
export async function activateLanguage(language: Language): Promise<void> {
  const [{ messages }] = await Promise.all([catalogs[language](), loadTopics(language)]);
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  writeStored(STORED, language);
}

/** The language that is shown now. */
export const shownLanguage = (): Language => LANGUAGES.find((language) => language === i18n.locale) ?? 'en';

/** All languages at once, to look for words in each of them. */
export async function everyLanguage(): Promise<readonly I18n[]> {
  return Promise.all(
    LANGUAGES.map(async (language) => {
      const { messages } = await catalogs[language]();
      return setupI18n({ locale: language, messages: { [language]: messages } });
    }),
  );
}
