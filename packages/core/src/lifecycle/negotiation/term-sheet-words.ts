import type { Wording } from '../../register/index.ts';
import type { Term, TermHeading } from './term-sheet.ts';

const w = (en: string, ja: string, zhHant: string): Wording => ({ en, ja, 'zh-Hant': zhHant });

/** The words of a term sheet beside what its writers put down, on screen and in files. */
export const TERM_SHEET_WORDS = {
  sheet: w('Term sheet', 'タームシート', '條款清單'),
  parties: w('Parties', '当事者', '當事人'),
  date: w('Date', '日付', '日期'),
  undated: w('not dated', '日付なし', '未註明日期'),
  nothing: w('Nothing is put down yet.', 'まだ何も書かれていません。', '尚未記載任何內容。'),
  headings: {
    object: w('Object', '目的', '標的'),
    contributions: w('Contributions', '拠出', '出資與投入'),
    shares: w('Shares', '出資比率', '持股比例'),
    governance: w('Governance', 'ガバナンス', '治理'),
    compensation: w('Compensation', '対価', '報酬'),
    exclusivity: w('Exclusivity', '独占', '排他'),
    term: w('Term', '期間', '期間'),
    exit: w('Exit', '終了', '退出'),
    confidentiality: w('Confidentiality', '秘密保持', '保密'),
    law: w('Law and disputes', '準拠法と紛争', '準據法與爭議'),
  } satisfies Readonly<Record<TermHeading, Wording>>,
  states: {
    open: w('open', '未合意', '未定'),
    agreed: w('agreed', '合意済み', '已同意'),
    reserved: w('reserved', '留保', '保留'),
  } satisfies Readonly<Record<Term['state'], Wording>>,
  binding: w('binding', '拘束力あり', '具約束力'),
  notBinding: w('not binding', '拘束力なし', '不具約束力'),
  bindingUnsaid: w('not said whether it binds', '拘束力は未定', '約束力未載明'),
} as const;
