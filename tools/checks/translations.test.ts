import { expect, test } from 'vitest';
import { catalogBreaches, entriesOf } from './translations.ts';

const HEAD = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n';
const entry = (source: string, text: string): string => `\n#: src/app/shell.tsx\nmsgid "${source}"\nmsgstr "${text}"\n`;
const FRESH = `${HEAD}${entry('Partners', 'Partners')}`;

test.each([
  ['a text that the catalog does not know', HEAD, 'ja: "Partners" is not in the catalog: npm run texts'],
  ['a text without a translation', `${HEAD}${entry('Partners', '')}`, 'ja: "Partners" has no translation'],
  [
    'a text that is shown nowhere',
    `${HEAD}${entry('Partners', 'パートナー')}${entry('Guests', '客')}`,
    'ja: "Guests" is shown nowhere: npm run texts',
  ],
])('translations refuse %s', (_, catalog, found) => {
  expect(catalogBreaches('ja', catalog, FRESH)).toEqual([found]);
});

test('translations let a whole catalog be', () => {
  expect(catalogBreaches('ja', `${HEAD}${entry('Partners', 'パートナー')}`, FRESH)).toEqual([]);
});

test('a catalog is read with its contexts and with texts over several lines', () => {
  const text = `${HEAD}\nmsgctxt "verb"\nmsgid ""\n"Open "\n"it"\nmsgstr ""\n"開"\n"く"\n`;
  expect(entriesOf(text)).toEqual([{ id: 'verb | Open it', text: '開く' }]);
});
