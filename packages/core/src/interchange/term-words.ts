import { TERM_WORDS, type TermList } from '../register/index.ts';
import { headingKey } from './heading-words.ts';

/** What people write for terms besides the terms themselves and their words in three languages. */
const OTHER_WORDS: Partial<Readonly<Record<TermList, Readonly<Record<string, string>>>>> = {
  forms: {
    'joint-venture':
      'jv | ejv | equity jv | equity joint venture | international joint venture | ijv | 合弁 | 合弁会社 | ジョイントベンチャー | 合資 | 合資企業 | 合資公司 | 中外合資 | 合資經營',
    'minority-stake':
      'minority | equity stake | equity alliance | minority equity | minority investment | 資本提携 | 資本参加 | 出資 | 參股 | 少數持股',
    licence:
      'license | licensing | licencing | licensing agreement | technology licence | technology license | technical licence | 技術提携 | ライセンス | 技術供与 | 技術授權 | 授權 | 技術合作',
    oem: 'oem | oem agreement | original equipment | oem供給 | 代工 | 委託製造',
    supply: 'supply | supplier agreement | purchase agreement | 供給 | 供給契約 | 供應 | 供貨',
    distribution:
      'distribution | marketing | marketing agreement | sales | sales agreement | distribution agreement | 販売提携 | 販売 | 販売契約 | 経銷 | 經銷 | 行銷 | 銷售',
    'joint-development':
      'r&d | r d | research and development | r&d agreement | joint r&d | co development | codevelopment | 共同開発 | 共同研究 | 共同開發 | 共同研發 | 研發合作',
    'joint-purchasing': 'joint purchasing | co purchasing | purchasing alliance | 共同購買 | 共同調達 | 聯合採購',
    consortium: 'consortium | コンソーシアム | 財團 | 企業聯合體',
    cluster: 'cluster | クラスター | 産業集積 | 產業聚落 | 產業集群',
  },
  organisationKinds: {
    firm: 'company | corporation | enterprise | 会社 | 公司',
    sme: 'sme | small firm | 中小',
    venture: 'jv | joint venture | 合弁 | 合資',
    government: 'government | ministry | agency | 政府 | 官庁',
    'research-institute': 'institute | research institute | laboratory | 研究所',
  },
  endings: {
    dissolved: 'dissolution | terminated | liquidated | wound up | 解消 | 清算 | 終止',
    'bought-out': 'acquired | buyout | bought out by partner | 買収 | 收購',
    expired: 'expiry | expiration | 満了 | 到期',
    failed: 'failure | 破綻',
  },
};

const tables = new Map<TermList, ReadonlyMap<string, string>>();

function tableOf(list: TermList): ReadonlyMap<string, string> {
  const known = tables.get(list);
  if (known) return known;
  const words = TERM_WORDS[list] as Readonly<
    Record<string, { readonly en: string; readonly ja: string; readonly 'zh-Hant': string }>
  >;
  const found = new Map<string, string>();
  for (const [term, others] of Object.entries(OTHER_WORDS[list] ?? {})) {
    for (const word of others.split('|')) found.set(headingKey(word), term);
  }
  for (const [term, wording] of Object.entries(words)) {
    for (const word of [wording.en, wording.ja, wording['zh-Hant'], term])
      found.set(headingKey(word) || word.trim(), term);
  }
  tables.set(list, found);
  return found;
}

/**
 * The term that a text means, by the term itself, its words in three languages, or what else people write for it; null
 * when it means none of those admitted.
 * @example termMeant('forms', 'Equity JV') // => 'joint-venture'
 */
export function termMeant(list: TermList, text: string, admitted: readonly string[] | null = null): string | null {
  const term = tableOf(list).get(headingKey(text) || text.trim()) ?? null;
  return term !== null && (admitted === null || admitted.includes(term)) ? term : null;
}
