import type { Wording } from '../../register/index.ts';

/** A clause that contracts of alliances are looked through for. */
export type DefaultClause = {
  readonly key: string;
  readonly words: Wording;
  /** The document of the case library or the publication that names it. */
  readonly publishedIn: string;
};

const SEED = '002, negotiation and design: contributions, compensation, coordination, contractual provisions';
const PARKHE = 'Parkhe (1993), Academy of Management Journal 36(4), 794–829: eight safeguards of contracts';
const REUER = 'Reuer and Ariño (2007), Strategic Management Journal 28(3), 313–330: contractual provisions';
const ARGYRES = 'Argyres, Bercovitz and Mayer (2007), Organization Science 18(1), 3–19: contingency planning';
const NOOTEBOOM = '004, section 3.3, measures (1) to (4), after Nooteboom, Berger and Noorderhaven (1997)';
const REUER_TONG = 'Reuer and Tong (2005), Journal of Management 31(3), 403–423: options on equity in joint ventures';

const clause = (key: string, en: string, ja: string, zhHant: string, publishedIn: string): DefaultClause => ({
  key,
  words: { en, ja, 'zh-Hant': zhHant },
  publishedIn,
});

/** What the contract of an alliance is looked through for; the wording is this product's own. */
export const DEFAULT_CLAUSES: readonly DefaultClause[] = [
  clause('purpose-scope', 'Purpose and scope', '目的と範囲', '目的與範圍', SEED),
  clause('contributions', 'Contributions of each partner', '各パートナーの拠出', '各夥伴之投入', SEED),
  clause('compensation', 'Compensation and division of gains', '対価と利益の配分', '報酬與利益分配', SEED),
  clause('coordination', 'Bodies, seats and reserved matters', '機関・議席・留保事項', '機構、席次與保留事項', SEED),
  clause('reports', 'Periodic written reports', '定期の書面報告', '定期書面報告', PARKHE),
  clause(
    'notice-of-departure',
    'Prompt notice of departures from the agreement',
    '契約からの逸脱の速やかな通知',
    '偏離協議時之即時通知',
    PARKHE,
  ),
  clause('audit', 'Right to examine and audit records', '記録の閲覧・監査権', '查閱與稽核紀錄之權利', PARKHE),
  clause('confidentiality', 'Confidentiality of named information', '指定情報の秘密保持', '指定資訊之保密', PARKHE),
  clause(
    'non-use',
    'No use of proprietary information after the end',
    '終了後の専有情報の不使用',
    '終止後不得使用專有資訊',
    PARKHE,
  ),
  clause('intellectual-property', 'Ownership of what is created', '成果の帰属', '成果之歸屬', REUER),
  clause('exclusivity', 'Exclusivity and non-competition', '独占・競業避止', '獨家與競業禁止', NOOTEBOOM),
  clause('transfer', 'Transfer of stakes and first refusal', '持分の譲渡と先買権', '持股轉讓與優先承購', REUER_TONG),
  clause('change', 'Unforeseen events and adaptation', '予見できない事態と契約の修正', '不可預見事件與調整', ARGYRES),
  clause('deadlock', 'Deadlock', 'デッドロック', '僵局', REUER_TONG),
  clause('termination', 'Termination and its causes', '終了とその事由', '終止及其事由', PARKHE),
  clause('exit', 'Exit: options to buy or sell', '退出：買取・売却の選択権', '退出：買入或賣出選擇權', REUER_TONG),
  clause('arbitration', 'Arbitration', '仲裁', '仲裁', PARKHE),
  clause('law-and-courts', 'Governing law and lawsuits', '準拠法と訴訟', '準據法與訴訟', PARKHE),
];
