import { msg } from '@lingui/core/macro';
import { activateLanguage } from '../../lib/languages.ts';
import { printPage } from '../../lib/printing.ts';
import type { PaletteAction } from './palette-action.ts';
import { undoLastChange } from './undo-last-change.ts';

/** Print styles follow the page once the palette has left it. */
const AFTER_CLOSING_MS = 300;

/** Everything that can be done from everywhere, in the order shown. A room adds its actions here. */
export const PALETTE_ACTIONS: readonly PaletteAction[] = [
  {
    id: 'new-alliance',
    label: msg`New alliance`,
    needs: 'write',
    also: ['add', 'create', '追加', '新規', '新增'],
    run: ({ goTo }) => goTo('/alliances/new'),
  },
  {
    id: 'new-partner',
    label: msg`New partner`,
    needs: 'write',
    also: ['add', 'create', 'organisation', 'firm', '企業', '組織', '追加', '新規', '新增'],
    run: ({ goTo }) => goTo('/partners/new'),
  },
  {
    id: 'new-source',
    label: msg`New source`,
    needs: 'write',
    also: ['add', 'create', 'document', '出典', '追加', '新規', '新增'],
    run: ({ goTo }) => goTo('/sources/new'),
  },
  {
    id: 'undo',
    label: msg`Undo the last change`,
    needs: 'undo',
    also: ['revert', 'ctrl z', 'アンドゥ', '撤銷'],
    run: undoLastChange,
  },
  {
    id: 'import',
    label: msg`Import a table`,
    needs: 'write',
    also: ['upload', 'csv', 'xlsx', 'excel', 'spreadsheet', 'インポート', '取り込み', '匯入'],
    run: ({ goTo }) => goTo('/import'),
  },
  {
    id: 'as-of',
    label: msg`Set the as-of date`,
    also: ['year', 'time', 'today', '年', '日付', '日期', '年份'],
    run: ({ ask }) => ask('date'),
  },
  {
    id: 'focal',
    label: msg`Choose the firm in focus`,
    also: ['focal', 'switch firm', '企業', '公司'],
    run: ({ ask }) => ask('firm'),
  },
  {
    id: 'print',
    label: msg`Print this page`,
    also: ['pdf', 'paper', 'プリント', '列印'],
    run: () => void setTimeout(() => void printPage(), AFTER_CLOSING_MS),
  },
  {
    id: 'english',
    label: msg`Show in English`,
    also: ['English', 'language', '英語', '英文', '語言', '言語'],
    run: () => activateLanguage('en'),
  },
  {
    id: 'japanese',
    label: msg`Show in Japanese`,
    also: ['日本語', 'nihongo', 'language', '日文', '語言', '言語'],
    run: () => activateLanguage('ja'),
  },
  {
    id: 'chinese',
    label: msg`Show in Traditional Chinese`,
    also: ['繁體中文', 'zhongwen', 'language', '中国語', '語言', '言語'],
    run: () => activateLanguage('zh-Hant'),
  },
  {
    id: 'light',
    label: msg`Light theme`,
    also: ['bright', 'white', 'ライト', '明亮'],
    run: ({ setColourScheme }) => setColourScheme('light'),
  },
  {
    id: 'dark',
    label: msg`Dark theme`,
    also: ['night', 'black', 'ダーク', '暗黑'],
    run: ({ setColourScheme }) => setColourScheme('dark'),
  },
  {
    id: 'system',
    label: msg`Theme as the system has it`,
    also: ['auto'],
    run: ({ setColourScheme }) => setColourScheme('auto'),
  },
];
