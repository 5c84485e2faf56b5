/*
 * What people call the columns of their tables, by what the column holds. Words of one line are one target's; a word that
 * may mean two things stands at the one it means more often in tables of alliances.
 */
const WORDS: Readonly<Record<string, string>> = {
  name: 'alliance | alliance name | name of alliance | deal name | jv name | jv | joint venture | joint venture name | venture name | project | project name | agreement | name | title of agreement | アライアンス | アライアンス名 | 提携名 | 提携 | 合弁会社名 | 合弁企業名 | 合弁名 | 案件名 | 案件 | 名称 | 事業名 | 聯盟 | 聯盟名稱 | 合資公司 | 合資公司名稱 | 合資企業 | 合作案 | 專案名稱 | 名稱',
  deal: 'deal number | deal no | deal id | sdc deal no | sdc deal number | alliance id | alliance no | alliance number | record id | record no | 案件番号 | 整理番号 | 案號 | 編號 | 序號',
  member:
    'partner | partner name | partner company | member | member name | company | company name | firm | firm name | participant | participant name | participants in venture alliance short name | participant in venture alliance long name | organisation | organization | shareholder | investor | parent company | counterparty | パートナー | パートナー名 | パートナー企業 | 提携先 | 提携企業 | 相手先 | 相手企業 | 参加企業 | 企業名 | 企業 | 会社名 | 会社 | 出資者 | 出資企業 | 株主 | 企業名稱 | 會社 | 公司 | 公司名稱 | 夥伴 | 合作夥伴 | 夥伴企業 | 合資方 | 合作方 | 成員 | 股東 | 投資方 | 投資人',
  members:
    'partners | members | participants | companies | parties | parent companies | shareholders | 参加企業一覧 | 各社 | 夥伴們 | 合資各方 | 參與企業',
  share:
    'share | stake | equity | ownership | ownership share | equity share | equity stake | share held | held | interest | percentage | percent | shareholding | participation | original ownership | total ownership | 持株比率 | 出資比率 | 出資割合 | 持分比率 | 持分 | 持株 | 比率 | 持股比例 | 股權比例 | 出資比例 | 持股 | 股權 | 股份比例 | 比例',
  shares:
    'shares | stakes | share split | equity split | ownership split | split | 出資構成 | 株主構成 | 出資内訳 | 股權結構 | 持股結構',
  votingShare: 'voting share | share of votes | votes | voting rights | 議決権比率 | 議決権 | 表決權 | 表決權比例',
  start:
    'start | start date | started | begin | began | beginning | since | established | date established | founded | year founded | year established | formed | formation date | date | year | effective date | date effective | signed | date signed | date announced | announced | announcement date | alliance date announced | launch | launched | 設立 | 設立日 | 設立年 | 設立年月 | 設立年月日 | 成立 | 成立日 | 成立日期 | 成立年 | 成立年月 | 成立時間 | 開始 | 開始日 | 開始年 | 開始年月 | 提携開始 | 提携日 | 契約日 | 締結日 | 起始 | 起始日 | 開始日期 | 簽約日 | 簽約日期 | 日期 | 年份',
  end: 'end | end date | ended | finish | until | terminated | date terminated | termination date | expiry | expiry date | expired | date expired | dissolved | date dissolved | closed | 終了 | 終了日 | 終了年 | 終了年月 | 解消 | 解消日 | 解散 | 満了日 | 結束 | 結束日期 | 結束日 | 終止 | 終止日期 | 期滿 | 到期日 | 迄',
  period:
    'period | duration | years | term | dates | active | from to | 期間 | 存続期間 | 提携期間 | 存續期間 | 合作期間 | 起訖 | 起迄 | 期限',
  form: 'form | form of alliance | type | alliance type | type of alliance | deal type | structure | legal form | kind of alliance | 形態 | 提携形態 | 提携の形態 | 種類 | 種別 | 区分 | 形式 | 類型 | 類別 | 聯盟類型 | 聯盟形式 | 合作型態 | 合作方式 | 合作類型',
  ending: 'ending | how it ended | reason for ending | outcome of ending | 終了理由 | 終了の経緯 | 結束方式 | 結束原因',
  objectives:
    'objectives | objective | purpose | goal | goals | aim | synopsis | description | deal text | deal synopsis | business description | activity description | summary | 目的 | 概要 | 内容 | 事業内容 | 目標 | 摘要 | 說明 | 業務內容',
  status: 'status | deal status | state | current status | 状況 | 状態 | 現状 | 狀態 | 現況',
  stage: 'stage | phase | 段階 | フェーズ | 階段',
  venture: 'venture company | jv company | new company | name of jv | 合弁会社 | 新会社 | 新公司',
  country:
    'country | nation | nationality | participant nation | participant ultimate parent nation | country of partner | home country | 国 | 国籍 | 国名 | 国・地域 | 國家 | 國別 | 國籍 | 國家地區',
  house:
    'house | group | business group | parent | ultimate parent | ultimate parent name | participant ultimate parent name | parent name | corporate group | 系列 | グループ | 企業グループ | 親会社 | 集團 | 企業集團 | 母公司 | 關係企業',
  role: 'role | role in alliance | participant role | 役割 | 役目 | 角色 | 職責',
  resources:
    'resources | contribution | contributions | brings | assets contributed | 経営資源 | 拠出 | 提供資源 | 資源 | 投入資源 | 貢獻',
  products: 'products | product | goods | 製品 | 商品 | 品目 | 產品 | 產品線',
  markets:
    'markets | market | customers | industry | sector | sic | alliance sic | primary sic | 市場 | 業種 | 産業 | 產業 | 行業',
  regions:
    'regions | region | area | location | alliance nation | alliance region | host country | 地域 | エリア | 所在国 | 地區 | 區域',
  activities: 'activity | activities | value chain activity | alliance activity | functions | 活動 | 機能 | 價值鏈活動',
  lei: 'lei | legal entity identifier | lei code',
  place:
    'place | city | headquarters | hq | participant city | address | 所在地 | 本社所在地 | 住所 | 地點 | 總部 | 城市 | 地址',
  kind: 'kind | organisation type | organization type | 組織の種類 | 組織類型',
  remark: 'remarks | remark | notes | note | comment | comments | memo | 備考 | 注記 | メモ | 摘記 | 備註 | 註',
};

const MARKS = /[_\-–—.:：、,，/／()（）[\]【】*#・'"‘’%％]+/g;

/** A heading in one manner of writing: half width, lower case, words and figures alone. */
export const headingKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(MARKS, ' ').replace(/\s+/g, ' ').trim();

const TARGET_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([target, words]) =>
    words.split('|').map((word) => [headingKey(word), target] as const),
  ),
);

const LONGEST_FIRST = [...TARGET_OF.keys()].sort((one, other) => other.length - one.length);

const PARTY =
  '(?:partner|participant|member|company|party|firm|shareholder|investor|パートナー|提携先|出資者|参加企業|企業|株主|夥伴|合資方|合作方|投資方|股東|公司|成員)';
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** A heading's number, as "Partner 2", "2nd partner share", "Share (Partner B)" and "合資方１" have one, and its other words. */
function numberedHeading(text: string): { readonly words: string; readonly number: number | null } {
  const key = headingKey(text);
  const ordinal = ORDINALS.findIndex((word) => key.startsWith(`${word} `));
  if (ordinal >= 0) return { words: key.slice((ORDINALS[ordinal] ?? '').length + 1), number: ordinal + 1 };
  const figures = /(?<!\d)(1?\d|20)(?:st|nd|rd|th)?(?!\d)/.exec(key);
  if (figures && Number(figures[1]) > 0 && key !== figures[0]) {
    return { words: key.replace(figures[0], ' ').replace(/\s+/g, ' ').trim(), number: Number(figures[1]) };
  }
  const letter = new RegExp(`(?<party>${PARTY}) ?(?<letter>[a-h])(?= |$)`).exec(key);
  const number = (letter?.groups?.['letter']?.charCodeAt(0) ?? 96) - 96;
  if (letter === null || number < 1) return { words: key, number: null };
  return { words: key.replace(letter[0], letter.groups?.['party'] ?? '').trim(), number };
}

/** Words a heading may wear around what it means: "Partner share" is a share, "Partner name" a partner. */
function ofParty(words: string): string | null {
  const rest = new RegExp(`^${PARTY}s? ?(?:'?s )?(?:の|的)?`).exec(words);
  if (!rest || rest[0].length === words.length) return null;
  const what = words.slice(rest[0].length).trim();
  return what === 'name' || what === '名' || what === '名稱' ? 'member' : (TARGET_OF.get(what) ?? null);
}

/** What a heading means, and how sure that is, 0 to 1. */
export type HeadingMeaning = {
  readonly target: string;
  readonly number: number | null;
  readonly confidence: number;
};

const meanings = new Map<string, HeadingMeaning | null>();
const REMEMBERED_MOST = 5_000;

/** What a heading means by its words alone; null when its words mean nothing known. */
export function headingMeaning(text: string): HeadingMeaning | null {
  const known = meanings.get(text);
  if (known !== undefined) return known;
  const meaning = meaningOf(text);
  if (meanings.size >= REMEMBERED_MOST) meanings.clear();
  meanings.set(text, meaning);
  return meaning;
}

function meaningOf(text: string): HeadingMeaning | null {
  const whole = TARGET_OF.get(headingKey(text));
  if (whole !== undefined) return { target: whole, number: null, confidence: 0.95 };
  if (/^[\s%％]*[%％][\s%％]*$/.test(text)) return { target: 'share', number: null, confidence: 0.85 };
  const { words, number } = numberedHeading(text);
  const exact = TARGET_OF.get(words) ?? ofParty(words) ?? (/[%％]/.test(text) && words === '' ? 'share' : null);
  if (exact !== null) return { target: exact, number, confidence: number === null ? 0.9 : 0.95 };
  const parts = bilingual(text).flatMap((part) => TARGET_OF.get(headingKey(part)) ?? []);
  if (parts.length > 0 && new Set(parts).size === 1) return { target: parts[0] ?? '', number: null, confidence: 0.9 };
  const within = LONGEST_FIRST.find((word) => holdsWord(words, word));
  const target = within === undefined ? undefined : TARGET_OF.get(within);
  return target === undefined ? null : { target, number, confidence: 0.6 };
}

/** A heading in two languages by its parts: "設立 / Established", "設立 Established". */
const bilingual = (text: string): string[] => [
  ...text.split(/[/／|\n()（）]/),
  text.replace(/[\u0000-\u007f]/g, ''),
  text.replace(/[^\u0000-\u007f]/g, ''),
];

function holdsWord(text: string, word: string): boolean {
  if (/^[\u0000-\u007f]+$/.test(word)) return word.length > 3 && ` ${text} `.includes(` ${word} `);
  return word.length > 1 && text.includes(word);
}

/** Whether a text is what people call a column. */
export function isFieldHeading(text: string): boolean {
  const meaning = text.length > 60 ? null : headingMeaning(text);
  return meaning !== null && meaning.confidence > 0.8;
}
