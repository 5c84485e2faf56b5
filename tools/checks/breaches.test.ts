import { describe, expect, test } from 'vitest';
import { decisionBreaches } from './decisions.ts';
import { lengthBreaches } from './file-length.ts';
import { glossaryBreaches } from './glossary.ts';
import { anchorsOf, linkBreaches } from './links.ts';
import { lockFileBreaches } from './lock-file.ts';
import { nameBreaches } from './names.ts';
import { plantedProject } from './planting.ts';
import { codesIn, problemCodeBreaches } from './problem-codes.ts';
import { sqlBreaches } from './sql.ts';
import { wordBreaches } from './words.ts';

type Finds = (root: string) => readonly string[];
type Row = readonly [what: string, file: string, text: string];

const RECORD = '# 1. One model\n\n**Context.** A.\n\n**Decision.** B.\n\n**Consequences.** C.\n';
const inTwo = (...parts: readonly string[]): string => parts.join('');

/** Each row is a file that the check refuses. */
const REFUSED: readonly (readonly [check: string, finds: Finds, rows: readonly Row[]])[] = [
  [
    'names',
    nameBreaches,
    [
      ['a name in camel case', 'apps/web/src/lib/dateText.ts', ''],
      ['a folder that says nothing', 'apps/web/src/utils/dates.ts', ''],
      ['a file that says nothing', 'packages/core/src/register/stake-helpers.ts', ''],
      ['a barrel in an app', 'apps/web/src/ui/index.ts', ''],
      ['a second guide page', 'STYLE.md', ''],
    ],
  ],
  [
    'words',
    wordBreaches,
    [
      ['unfinished work', 'apps/web/src/x.ts', inTwo('// TO', 'DO later')],
      ['a silenced linter', 'apps/web/src/x.ts', inTwo('// eslint-', 'disable-next-line')],
      ['a silenced compiler', 'apps/web/src/x.ts', inTwo('// @ts-', 'ignore')],
      ['a test that does not run', 'apps/web/src/x.test.ts', inTwo('test.sk', "ip('x', () => {})")],
      ['a home folder', 'docs/using/x.md', inTwo('see /ro', 'ot/x')],
      ['a folder beside the project', 'docs/using/x.md', inTwo('see ../sha', 'red/x')],
    ],
  ],
  [
    'sql',
    sqlBreaches,
    [
      [
        'a statement in a command',
        'apps/server/src/register/register.commands.ts',
        "const q = 'select id from app.stake';",
      ],
      ['a statement in capitals', 'apps/server/src/register/register.routes.ts', "const q = 'DELETE FROM app.stake';"],
      ['a template', 'apps/server/src/risk/risk.presenter.ts', 'const q = `insert into app.${t} values (1)`;'],
      ['the sql tag', 'apps/cli/src/cases.ts', 'const q = sql`now()`;'],
    ],
  ],
  [
    'links',
    linkBreaches,
    [
      ['a page that is not there', 'README.md', '[x](docs/nowhere.md)'],
      ['a heading that is not there', 'README.md', '# Here\n[x](#there)'],
      ['a page named in code', 'packages/core/src/portfolio/x.ts', '/** See docs/methods/nowhere.md#x. */'],
      ['a file named in a guide', 'ARCHITECTURE.md', 'See `register/gone.store.ts`, not `x.store.ts`.'],
      ['a way out of the project', 'README.md', '[x](../other/README.md)'],
    ],
  ],
  [
    'codes',
    problemCodeBreaches,
    [
      [
        'a problem without a page',
        'packages/core/src/x/x.ts',
        "const p = { code: 'share-odd', message: '', fix: '' };",
      ],
      ['a page without a problem', 'docs/errors/share-odd.md', '# share-odd'],
    ],
  ],
  [
    'decisions',
    decisionBreaches,
    [
      ['a gap in the numbers', 'docs/decisions/0002-x.md', RECORD],
      ['a record without consequences', 'docs/decisions/0001-x.md', RECORD.replace('Consequences', 'Afterwards')],
      ['a record without a number', 'docs/decisions/x.md', RECORD],
    ],
  ],
  [
    'glossary',
    glossaryBreaches,
    [
      [
        'an empty cell',
        'docs/glossary.md',
        '| English | 日本語 | 繁體中文 | Meaning | 意味 | 意義 |\n| --- | --- | --- | --- | --- | --- |\n| alliance | 提携 | | a | b | c |',
      ],
      [
        'a term twice',
        'docs/glossary.md',
        '| English | 日本語 | 繁體中文 | Meaning | 意味 | 意義 |\n|---|---|---|---|---|---|\n| A | あ | 阿 | a | b | c |\n| a | い | 伊 | a | b | c |',
      ],
      [
        'a missing meaning',
        'docs/glossary.md',
        '| English | 日本語 | 繁體中文 | Meaning | 意味 | 意義 |\n| --- | --- | --- | --- | --- | --- |\n| alliance | 提携 | 聯盟 | a | | c |',
      ],
      ['a missing language', 'docs/glossary.md', '| English | 日本語 |\n| --- | --- |\n| alliance | 提携 |'],
      ['a missing page', 'docs/other.md', ''],
    ],
  ],
  ['length', lengthBreaches, [['a file of 401 lines', 'apps/web/src/x.ts', '\n'.repeat(401)]]],
  [
    'lock',
    lockFileBreaches,
    [
      ['a registry', 'package-lock.json', locked({ resolved: 'https://registry.example/x.tgz', license: 'MIT' })],
      ['an unfit licence', 'package-lock.json', locked({ license: 'AGPL-3.0-only' })],
      ['no licence', 'package-lock.json', locked({})],
    ],
  ],
];

function locked(entry: Readonly<Record<string, string>>): string {
  return JSON.stringify({ packages: { 'node_modules/x': { version: '1.0.0', ...entry } } });
}

const CASES = REFUSED.flatMap(([check, finds, rows]) =>
  rows.map(([what, file, text]) => ({ check, finds, what, file, text })),
);

describe('each check', () => {
  test.each(CASES)('$check refuses $what', ({ finds, file, text }) => {
    const found = finds(plantedProject({ [file]: text }));
    expect(found).toHaveLength(1);
  });

  test('lock refuses a range of versions', () => {
    const manifest = JSON.stringify({ dependencies: { x: '^1.0.0' } });
    const root = plantedProject({ 'package.json': manifest, 'package-lock.json': locked({ license: 'MIT' }) });
    expect(lockFileBreaches(root)).toEqual(['package.json: x "^1.0.0" is not an exact version']);
  });

  test('lets a project be that keeps the rules', () => {
    const root = plantedProject({
      'README.md': '# Entente\n\n[method](docs/methods/portfolio.md#the-label-of-a-year) `[not](followed)`\n',
      'docs/methods/portfolio.md': '# Portfolio\n\n## The label of a year\n',
      'docs/decisions/0001-one-model.md': RECORD,
      'docs/errors/share-odd.md': '# share-odd\n',
      'docs/glossary.md':
        '| English | 日本語 | 繁體中文 | Meaning | 意味 | 意義 |\n| --- | --- | --- | --- | --- | --- |\n| alliance | 提携 | 聯盟 | a | b | c |\n',
      'package.json': JSON.stringify({ dependencies: { x: '1.0.0' } }),
      'package-lock.json': locked({ license: '(MIT OR GPL-3.0)' }),
      'packages/core/src/x/index.ts':
        "export const p = { code: 'share-odd', message: 'Select a share from the list', fix: '' };\n",
      'apps/server/src/x/x.store.ts': "export const q = 'select id from app.stake';\n",
      'apps/server/src/x/x.routes.ts': "// select id from app.stake\nexport const t = 'Select a firm from the list';\n",
    });
    for (const [, finds] of REFUSED) expect(finds(root)).toEqual([]);
  });
});

describe('the codes of a source', () => {
  test.each([
    ['in an object', "refuse({ code: 'a-b', message, fix });", ['a-b']],
    ['in a choice', "const p = { code: odd ? 'a-b' : 'c-d', fix };", ['a-b', 'c-d']],
    ['passed on', "const refuse = (code: string) => ({ code, fix });\nrefuse('a-b');", ['a-b']],
    ['in a table of statuses', "const STATUS = { 'a-b': 404, c: 200 };", ['a-b']],
    ['but not of other things', "const reason = { code: 'a-b' };", []],
  ])('are seen %s', (_, text, codes) => {
    expect([...codesIn('x.ts', text)]).toEqual(codes);
  });
});

test('anchors follow headings, in any script, numbered when they come again', () => {
  expect([...anchorsOf('# One `two` (three)\n## 提携とは\n## Again\n## Again\n```\n# no\n```\n')]).toEqual([
    'one-two-three',
    '提携とは',
    'again',
    'again-1',
  ]);
});
