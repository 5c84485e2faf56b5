import { readFileSync } from 'node:fs';
import path from 'node:path';
import { referenceRoutes } from '@entente/contract/reference';
import { afterAll, describe, expect, test } from 'vitest';
import { configurationFrom, projectFolder } from '../platform/configuration.ts';
import { createApp } from '../platform/http.ts';
import { freshDatabase } from '../platform/test-database.ts';
import { glossaryFrom } from './glossary.ts';
import { referenceRoom } from './reference.routes.ts';
import { nobodySignsIn } from '../platform/identity.ts';

const TABLE = `# Glossary

## Portfolio · ポートフォリオ · 聯盟組合

| English | 日本語 | よみ | 繁體中文 | 拼音 | Meaning | 意味 | 意義 | Read more |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| house (business group) | 企業グループ | きぎょうぐるーぷ | 企業集團 | qiye jituan | one | 二 | 三 | Das (2000); [Card](methods/x.md#y) |
| milestones | マイルストーン | | 里程碑 | lichengbei | four | 五 | 六 | |
`;

describe('the glossary', () => {
  test('is read from its tables, a term a line', () => {
    expect(glossaryFrom(TABLE)).toEqual({
      sections: [
        {
          id: 'portfolio',
          names: { en: 'Portfolio', ja: 'ポートフォリオ', 'zh-Hant': '聯盟組合' },
          terms: [
            {
              id: 'house-business-group',
              names: { en: 'house (business group)', ja: '企業グループ', 'zh-Hant': '企業集團' },
              meanings: { en: 'one', ja: '二', 'zh-Hant': '三' },
              readings: ['きぎょうぐるーぷ', 'qiye jituan'],
              readMore: [
                { text: 'Das (2000)', href: null },
                { text: 'Card', href: '/docs/methods/x#y' },
              ],
            },
            {
              id: 'milestones',
              names: { en: 'milestones', ja: 'マイルストーン', 'zh-Hant': '里程碑' },
              meanings: { en: 'four', ja: '五', 'zh-Hant': '六' },
              readings: ['lichengbei'],
              readMore: [],
            },
          ],
        },
      ],
    });
  });

  test('of the product has a name and a meaning in every language, and each term once', () => {
    const { sections } = glossaryFrom(readFileSync(path.join(projectFolder, 'docs/glossary.md'), 'utf8'));
    const terms = sections.flatMap((section) => section.terms);
    expect(terms.length).toBeGreaterThan(80);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    for (const { names, meanings } of terms)
      for (const text of [...Object.values(names), ...Object.values(meanings)]) expect(text).not.toBe('');
  });
});

describe('over HTTP', async () => {
  const PORT = 15_502;
  const database = await freshDatabase();
  const configuration = configurationFrom({ ENTENTE_DEMO: '1', PORT: String(PORT) });
  if (!configuration.ok) throw new Error(configuration.problems[0]?.message);
  const app = await createApp(
    { databases: database, configuration: configuration.value, identify: nobodySignsIn, logger: false },
    [referenceRoom],
  );
  afterAll(async () => {
    await app.close();
    await database.remove();
  });

  test('the glossary is answered as the contract says, and its links lead somewhere', async () => {
    const fetched = (url: string) => app.inject({ url, headers: { host: `localhost:${PORT}` } });
    const reply = await fetched('/api/v1/glossary');
    expect(reply.statusCode).toBe(200);
    const { sections } = referenceRoutes.glossary.answer.parse(reply.json());
    const links = new Set(
      sections.flatMap(({ terms }) => terms.flatMap(({ readMore }) => readMore.map(({ href }) => href))),
    );
    for (const link of links) {
      if (link === null) continue;
      const [page = '', anchor = ''] = link.split('#');
      const { statusCode, body } = await fetched(page);
      expect({ link, statusCode }).toEqual({ link, statusCode: 200 });
      expect(body).toContain(`id="${anchor}"`);
    }
    expect(links.size).toBeGreaterThan(2);
  });
});
