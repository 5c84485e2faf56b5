/** A word in the three languages of the product. */
export type Wording = { readonly en: string; readonly ja: string; readonly 'zh-Hant': string };

const w = (en: string, ja: string, zhHant: string): Wording => ({ en, ja, 'zh-Hant': zhHant });

type Words = Readonly<Record<string, Wording>>;

const forms: Words = {
  'joint-venture': w('joint venture', '合弁事業', '合資'),
  'minority-stake': w('minority stake', '少数株式出資', '少數股權'),
  licence: w('licence', 'ライセンス供与', '技術授權'),
  oem: w('OEM supply', 'OEM供給', 'OEM 代工'),
  supply: w('supply agreement', '供給契約', '供應協議'),
  distribution: w('distribution agreement', '販売契約', '經銷協議'),
  'joint-development': w('joint development', '共同開発', '共同開發'),
  'joint-purchasing': w('joint purchasing', '共同購買', '聯合採購'),
  consortium: w('consortium', 'コンソーシアム', '企業聯合體'),
  cluster: w('cluster alliance', '産業集積アライアンス', '產業聚落聯盟'),
};
const endings: Words = {
  dissolved: w('dissolved', '解散', '解散'),
  merged: w('merged', '合併', '合併'),
  'bought-out': w('bought out', '買い取り', '買斷'),
  expired: w('expired', '期間満了', '期滿'),
  failed: w('failed', '失敗', '失敗'),
};
const organisationKinds: Words = {
  firm: w('firm', '企業', '企業'),
  sme: w('small or medium-sized enterprise', '中小企業', '中小企業'),
  venture: w('venture company', '合弁会社', '合資公司'),
  government: w('government body', '政府機関', '政府機關'),
  university: w('university', '大学', '大學'),
  'research-institute': w('research institute', '研究機関', '研究機構'),
  bank: w('bank', '銀行', '銀行'),
  association: w('association', '団体', '公會'),
  division: w('division', '事業部', '事業部'),
};
const nameKinds: Words = {
  full: w('full name', '正式名称', '全名'),
  abbreviation: w('abbreviation', '略称', '簡稱'),
  alias: w('other name', '別名', '別名'),
  former: w('former name', '旧称', '舊名'),
};
const positions: Words = {
  upstream: w('upstream', '川上', '上游'),
  midstream: w('midstream', '川中', '中游'),
  downstream: w('downstream', '川下', '下游'),
};
const resourceKinds: Words = {
  technology: w('technology', '技術', '技術'),
  'production-know-how': w('production know-how', '生産ノウハウ', '生產訣竅'),
  'product-design': w('product design', '製品設計', '產品設計'),
  brand: w('brand', 'ブランド', '品牌'),
  'market-access': w('market access', '市場アクセス', '市場通路'),
  'distribution-and-service': w('distribution and service', '流通・サービス', '經銷與服務'),
  'customer-base': w('customer base', '顧客基盤', '客戶基礎'),
  'supply-base': w('supply base', '調達基盤', '供應基礎'),
  'plant-and-equipment': w('plant and equipment', '工場・設備', '廠房與設備'),
  'raw-material': w('raw material', '原材料', '原物料'),
  capital: w('capital', '資本', '資本'),
  people: w('people', '人材', '人才'),
  'government-access': w('government access', '政府との関係', '政府關係'),
};
const properties: Words = {
  property: w('property-based resource', '財産型資源', '財產型資源'),
  knowledge: w('knowledge-based resource', '知識型資源', '知識型資源'),
};
const eventKinds: Words = {
  'resource-ownership': w('resource ownership', '資源の所有', '資源所有權'),
  'managers-and-employees': w('managers and employees', '経営者と従業員', '經理人與員工'),
  'production-model': w('production model', '生産モデル', '生產車型'),
  'technology-integration': w('technology integration', '技術統合', '技術整合'),
  'iterative-experience': w(
    'iterative experience with existing partners',
    '既存パートナーとの反復経験',
    '與既有夥伴的反覆經驗',
  ),
  'new-relationship': w('new relationship', '新たな関係', '新關係'),
  performance: w('performance', '業績', '績效'),
  policy: w('policy', '政策', '政策'),
  milestone: w('milestone', '節目', '里程碑'),
};
const levels: Words = {
  upper: w('upper management', '上級管理者', '高階主管'),
  middle: w('middle management', '中間管理者', '中階主管'),
  lower: w('lower management', '下級管理者', '基層主管'),
  engineer: w('engineer', '技術者', '工程師'),
};
const statuses: Words = {
  actual: w('actual', '実績', '實際'),
  estimate: w('estimate', '推計', '估計'),
};
const orders: Words = {
  first: w('first reading', '最初の値', '首次讀數'),
  last: w('last reading', '最後の値', '末次讀數'),
};
const sourceKinds: Words = {
  article: w('article', '論文', '論文'),
  interview: w('interview', '面談', '訪談'),
  document: w('document', '文書', '文件'),
  web: w('web page', 'ウェブページ', '網頁'),
  report: w('report', '報告書', '報告'),
  table: w('imported table', '取り込んだ表', '匯入的表格'),
  entry: w('typed-in entry', '手入力', '人工輸入'),
};
const ranks: Words = {
  preferred: w('preferred', '優先', '優先'),
  normal: w('normal', '通常', '一般'),
  deprecated: w('deprecated', '不採用', '不採用'),
};
const subjects: Words = {
  organisation: w('organisation', '組織', '組織'),
  'organisation-name': w('name of an organisation', '組織の名称', '組織名稱'),
  house: w('house (business group)', '企業グループ', '企業集團'),
  'house-membership': w('membership in a house', '企業グループへの所属', '集團成員資格'),
  alliance: w('alliance', 'アライアンス', '聯盟'),
  membership: w('membership', '参加', '成員資格'),
  stake: w('stake', '出資', '持股'),
  resource: w('resource', '経営資源', '資源'),
  domain: w('domain', '事業領域', '事業領域'),
  person: w('person', '人物', '人員'),
  event: w('event', '出来事', '事件'),
  measure: w('measure', '指標', '指標'),
  condition: w('condition', '条件', '條件'),
  workforce: w('workforce', '人員構成', '人力構成'),
  source: w('source', '出典', '資料來源'),
};
const bounds: Words = {
  '=': w('exactly', 'ちょうど', '等於'),
  '>': w('more than', '超', '超過'),
  '>=': w('at least', '以上', '至少'),
  '<': w('less than', '未満', '少於'),
  '<=': w('at most', '以下', '至多'),
  about: w('about', '約', '約'),
  nearly: w('nearly', 'ほぼ', '將近'),
};
const classes: Words = {
  NEVER: w('never shared', '共有不可', '永不分享'),
  CLEAN: w('clean team only', 'クリーンチームのみ', '僅限淨室團隊'),
  INTERNAL: w('internal', '社内', '內部'),
  SHAREABLE: w('may be shared', '共有可', '可分享'),
};

const stages: Words = {
  'strategy-formation': w('strategy formation', '戦略策定', '策略形成'),
  'partner-selection': w('partner selection', 'パートナー選定', '夥伴選擇'),
  negotiation: w('negotiation', '交渉', '談判'),
  design: w('design', '設計', '設計'),
  management: w('management', '運営', '管理'),
  evaluation: w('evaluation', '評価', '評估'),
  termination: w('termination', '終了', '終止'),
};

/** The register's terms by list; the glossary explains each. */
export const TERM_WORDS = {
  forms,
  endings,
  organisationKinds,
  nameKinds,
  positions,
  resourceKinds,
  properties,
  eventKinds,
  levels,
  statuses,
  orders,
  sourceKinds,
  ranks,
  subjects,
  bounds,
  classes,
  stages,
} as const;
export type TermList = keyof typeof TERM_WORDS;

/** What the register's fields are called. */
export const FIELD_WORDS: Words = {
  exists: w('existence', '存在', '存在'),
  name: w('name', '名称', '名稱'),
  kind: w('kind', '種類', '類別'),
  founded: w('founded', '設立', '設立'),
  closed: w('closed', '解散', '解散'),
  lei: w('LEI', 'LEI（取引主体識別子）', 'LEI（法人識別碼）'),
  place: w('place', '所在地', '地點'),
  valueChainPosition: w('value-chain position', 'バリューチェーン上の位置', '價值鏈位置'),
  from: w('from', '開始', '起'),
  to: w('until', '終了', '迄'),
  form: w('form', '形態', '形式'),
  start: w('start', '開始', '起始'),
  end: w('end', '終了', '結束'),
  ending: w('how it ended', '終了の経緯', '結束方式'),
  objectives: w('objectives', '目的', '目標'),
  stage: w('stage', '段階', '階段'),
  status: w('status', '状況', '狀態'),
  role: w('role', '役割', '角色'),
  share: w('share', '出資比率', '持股比例'),
  votingShare: w('share of votes', '議決権比率', '表決權比例'),
  property: w('property or knowledge', '財産型か知識型か', '財產型或知識型'),
  level: w('level', '階層', '層級'),
  title: w('title', '題名', '標題'),
  date: w('date', '日付', '日期'),
  value: w('value', '値', '值'),
  unit: w('unit', '単位', '單位'),
  scope: w('scope of the measure', '指標の範囲', '指標範圍'),
  item: w('item', '対象品目', '項目'),
  bound: w('bound', '値の限定', '數值界限'),
  order: w('order of readings', '値の順序', '讀數順序'),
  text: w('wording', '文言', '文字'),
  number: w('number', '人数', '人數'),
  words: w('in words', '文章での記述', '文字敘述'),
  slug: w('readable name', '識別名', '識別名稱'),
  country: w('country', '国', '國家'),
  language: w('language', '言語', '語言'),
  venture: w('venture company', '合弁会社', '合資公司'),
  endedInto: w('merged into', '統合先', '併入的聯盟'),
  organisation: w('organisation', '組織', '組織'),
  alliance: w('alliance', 'アライアンス', '聯盟'),
  house: w('house (business group)', '企業グループ', '企業集團'),
  issuer: w('company held', '発行会社', '被持股公司'),
  holder: w('holder', '保有者', '持股者'),
  holders: w('unnamed holders', '名前のない保有者', '未具名持股者'),
  holderCount: w('number of unnamed holders', '名前のない保有者の数', '未具名持股者人數'),
  dispatchedFrom: w('dispatched from', '派遣元', '派出單位'),
  dispatchedTo: w('dispatched to', '派遣先', '派駐單位'),
  about: w('about', '関係する記録', '相關記錄'),
  of: w('measured record', '測定対象', '衡量對象'),
  on: w('record bound by it', '条件の対象', '受約束的記錄'),
  quantity: w('quantity', '測定項目', '衡量項目'),
  product: w('product', '製品', '產品'),
  market: w('market', '市場', '市場'),
  region: w('region', '地域', '地區'),
  activity: w('value-chain activity', 'バリューチェーン活動', '價值鏈活動'),
  subject: w('subject', '内容', '內容'),
  origin: w('origin', '出身', '來源'),
  key: w('source key', '出典キー', '來源代號'),
  authors: w('authors', '著者', '作者'),
  venue: w('published in', '掲載誌', '刊載處'),
  doi: w('DOI', 'DOI', 'DOI'),
  within: w('reported in', '引用元の出典', '引述來源'),
  details: w('details', '詳細', '詳細資料'),
  reading: w('reading', '読み', '讀音'),
  createdAt: w('entered', '登録日時', '建立時間'),
  updatedAt: w('last changed', '最終更新', '最後變更'),
  class: w('sharing class', '共有区分', '分享等級'),
  reason: w('reason', '理由', '理由'),
  field: w('field', '項目', '欄位'),
  source: w('source', '出典', '來源'),
  rank: w('rank', 'ランク', '等級'),
  quote: w('quotation', '引用', '引文'),
};

/** What the tables of the register are called, by their names in addresses. */
export const COLLECTION_WORDS: Words = {
  organisations: w('Partners and other organisations', '組織', '組織'),
  'organisation-names': w('Names of organisations', '組織の名称', '組織名稱'),
  houses: w('Houses (business groups)', '企業グループ', '企業集團'),
  'house-memberships': w('Memberships in houses', '企業グループへの所属', '企業集團成員'),
  alliances: w('Alliances', 'アライアンス', '聯盟'),
  memberships: w('Memberships', '参加', '成員資格'),
  stakes: w('Stakes', '出資', '持股'),
  resources: w('Resources', '経営資源', '資源'),
  domains: w('Domains', '事業領域', '事業領域'),
  people: w('People', '人物', '人員'),
  events: w('Events', '出来事', '事件'),
  measures: w('Measures', '指標', '指標'),
  conditions: w('Conditions', '条件', '條件'),
  workforces: w('Workforces', '人員構成', '人力構成'),
  sources: w('Sources', '出典', '來源'),
  claims: w('Claims', '主張', '主張'),
};
