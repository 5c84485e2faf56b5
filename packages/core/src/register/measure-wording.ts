import type { Wording } from './wording.ts';

const w = (en: string, ja: string, zhHant: string): Wording => ({ en, ja, 'zh-Hant': zhHant });

type Words = Readonly<Record<string, Wording>>;

/** Quantities that firms are commonly measured by; any other is shown as it was written. */
export const QUANTITY_WORDS: Words = {
  'annual-exports': w('annual exports', '年間輸出額', '年出口額'),
  'annual-output': w('annual output', '年間生産高', '年產值'),
  'annual-production': w('annual production', '年間生産量', '年產量'),
  'annual-sales': w('annual sales', '年間売上高', '年銷售額'),
  'affiliated-companies': w('affiliated companies', '関係会社数', '關係企業數'),
  brands: w('brands', 'ブランド数', '品牌數'),
  capital: w('capital', '資本金', '資本額'),
  companies: w('companies', '企業数', '公司數'),
  customers: w('customers', '顧客数', '客戶數'),
  employees: w('employees', '従業員数', '員工人數'),
  expatriates: w('expatriates', '駐在員数', '外派人員數'),
  exports: w('exports', '輸出額', '出口額'),
  factories: w('factories', '工場数', '工廠數'),
  firms: w('firms', '企業数', '企業數'),
  'joint-ventures': w('joint ventures', '合弁事業数', '合資事業數'),
  'manufacturing-bases': w('manufacturing bases', '生産拠点数', '生產據點數'),
  models: w('models', '車種・機種数', '車型或機型數'),
  orders: w('orders', '受注', '訂單'),
  output: w('output', '生産高', '產出'),
  plants: w('plants', '工場数', '工廠數'),
  production: w('production', '生産量', '產量'),
  'research-centres': w('research centres', '研究所数', '研究中心數'),
  sales: w('sales', '売上高', '銷售額'),
  'sales-bases': w('sales bases', '販売拠点数', '銷售據點數'),
  'sales-volume': w('sales volume', '販売量', '銷售量'),
  'share-of-customers': w('share of customers', '顧客に占める割合', '占客戶比例'),
  'share-of-output': w('share of output', '生産高に占める割合', '占產出比例'),
  'share-of-procurement': w('share of procurement', '調達に占める割合', '占採購比例'),
  'share-of-sales': w('share of sales', '売上高に占める割合', '占銷售額比例'),
  'share-of-vehicles-sold': w('share of vehicles sold', '販売台数に占める割合', '占汽車銷量比例'),
  suppliers: w('suppliers', '供給業者数', '供應商數'),
  'vehicles-sold': w('vehicles sold', '販売台数', '汽車銷量'),
};

/** Units that the quantities above are counted in; any other is shown as it was written. */
export const UNIT_WORDS: Words = {
  'billion CNY': w('billion CNY', '十億人民元', '十億人民幣'),
  'billion NTD': w('billion NTD', '十億台湾ドル', '十億新臺幣'),
  'billion USD': w('billion USD', '十億米ドル', '十億美元'),
  'million CNY': w('million CNY', '百万人民元', '百萬人民幣'),
  'million NTD': w('million NTD', '百万台湾ドル', '百萬新臺幣'),
  'million USD': w('million USD', '百万米ドル', '百萬美元'),
  bases: w('bases', '拠点', '個據點'),
  brands: w('brands', 'ブランド', '個品牌'),
  companies: w('companies', '社', '家公司'),
  customers: w('customers', '社', '家客戶'),
  days: w('days', '日', '天'),
  factories: w('factories', '工場', '座工廠'),
  firms: w('firms', '社', '家企業'),
  models: w('models', '機種', '款'),
  months: w('months', 'か月', '個月'),
  people: w('people', '人', '人'),
  percent: w('%', '%', '%'),
  plants: w('plants', '工場', '座工廠'),
  regions: w('regions', '地域', '個地區'),
  tons: w('tons', 'トン', '噸'),
  vehicles: w('vehicles', '台', '輛'),
  ventures: w('ventures', '件', '個'),
  years: w('years', '年', '年'),
};
