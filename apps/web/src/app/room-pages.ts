import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Abilities } from '../lib/workspaces.ts';

/** A page of the navigation; the palette offers the same. */
export type RoomPage = {
  readonly id: string;
  readonly to: `/w/$workspace${'' | `/${'today' | 'alliances' | 'lifecycles' | 'lessons' | 'obligations' | 'workload' | 'calendar' | 'partners' | 'network' | 'firm-years' | 'partner-rooms' | 'houses' | 'stakes' | 'people' | 'events' | 'measures' | 'import' | 'history' | 'discrepancies' | 'sources' | 'glossary' | 'audit' | 'settings/fields' | 'settings/domain-terms' | 'settings/sign-on' | 'members' | 'clean-team' | 'api-keys'}`}`;
  readonly label: MessageDescriptor;
  /** `first`: before the portfolio. */
  readonly group: PageGroup | 'first' | null;
  /** Which ability it is for; without one, everybody sees it. */
  readonly needs?: keyof Abilities;
  /** Other words that people look for it by, in any language; never shown. */
  readonly also: readonly string[];
};

export type PageGroup = 'register' | 'evidence' | 'settings';

export const GROUP_LABELS: Readonly<Record<PageGroup, MessageDescriptor>> = {
  register: msg`Register`,
  evidence: msg`Evidence`,
  settings: msg`Settings`,
};

/** Every page of the navigation beside the portfolio, which belongs to a firm; in their order. */
const ROOM_PAGES: readonly RoomPage[] = [
  {
    id: 'today',
    to: '/w/$workspace/today',
    label: msg({ message: 'Today', context: 'page' }),
    group: 'first',
    also: ['inbox', 'due', 'overdue', 'to do', 'tasks', '今日', '期限', '今天', '到期', '逾期', '待辦'],
  },
  { id: 'alliances', to: '/w/$workspace/alliances', label: msg`Alliances`, group: null, also: ['提携', 'ventures'] },
  {
    id: 'lifecycles',
    to: '/w/$workspace/lifecycles',
    label: msg`Lifecycle`,
    group: null,
    also: ['stages', 'gates', 'board', 'kanban', 'pipeline', 'waiver', '段階', 'ゲート', '階段', '關卡', '生命週期'],
  },
  {
    id: 'calendar',
    to: '/w/$workspace/calendar',
    label: msg`Calendar`,
    group: null,
    also: ['meetings', 'due', 'ics', 'icalendar', 'subscribe', '会合', '予定', 'カレンダー', '會議', '行事曆', '日曆'],
  },
  {
    id: 'workload',
    to: '/w/$workspace/workload',
    label: msg`Workload`,
    group: null,
    also: ['alliance managers', 'who holds', 'actions', 'issues', '負荷', '担当', '工作量', '負責人'],
  },
  {
    id: 'obligations',
    to: '/w/$workspace/obligations',
    label: msg`Obligations`,
    group: null,
    also: ['duties', 'payments', 'royalties', 'due', 'overdue', '義務', '債務', '期限', '到期'],
  },
  {
    id: 'lessons',
    to: '/w/$workspace/lessons',
    label: msg`Lessons`,
    group: null,
    also: ['lessons learned', 'knowledge', 'retrospective', 'termination', '教訓', '知見', '経験', '經驗', '知識'],
  },
  {
    id: 'partners',
    to: '/w/$workspace/partners',
    label: msg`Partners`,
    group: null,
    also: ['organisations', 'firms', '企業', '公司'],
  },
  {
    id: 'network',
    to: '/w/$workspace/network',
    label: msg`Network`,
    group: null,
    also: ['graph', 'ties', 'centrality', 'structural holes', 'constraint', 'ネットワーク', '網路', '網絡'],
  },
  {
    id: 'firm-years',
    to: '/w/$workspace/firm-years',
    label: msg`Every firm`,
    group: null,
    also: ['panel', 'measures', 'compare', 'constraint', 'diversity', '比較', '指標', '全企業', '所有企業'],
  },
  {
    id: 'partner-rooms',
    to: '/w/$workspace/partner-rooms',
    label: msg`Partner rooms`,
    group: null,
    needs: 'readSharing',
    also: ['share', 'publish', 'guests', 'withdraw', '共有', '公開', 'ゲスト', '分享', '來賓', '訪客'],
  },
  {
    id: 'import',
    to: '/w/$workspace/import',
    label: msg`Import`,
    group: null,
    needs: 'write',
    also: ['upload', 'csv', 'xlsx', 'excel', 'spreadsheet', 'インポート', '取り込み', '読み込み', '匯入'],
  },
  {
    id: 'history',
    to: '/w/$workspace/history',
    label: msg`History`,
    group: null,
    also: ['changes', 'undo', '履歴', '變更', '復原', '元に戻す'],
  },
  {
    id: 'houses',
    to: '/w/$workspace/houses',
    label: msg`Houses`,
    group: 'register',
    also: ['business groups', '企業グループ', '企業集團'],
  },
  {
    id: 'stakes',
    to: '/w/$workspace/stakes',
    label: msg`Stakes`,
    group: 'register',
    also: ['shares', 'equity', '出資', '持株', '持股'],
  },
  {
    id: 'people',
    to: '/w/$workspace/people',
    label: msg`People`,
    group: 'register',
    also: ['persons', 'managers', '人物', '人員'],
  },
  {
    id: 'events',
    to: '/w/$workspace/events',
    label: msg`Events`,
    group: 'register',
    also: ['timeline', '出来事', '事件'],
  },
  {
    id: 'measures',
    to: '/w/$workspace/measures',
    label: msg`Measures`,
    group: 'register',
    also: ['figures', 'quantities', '指標', '數值'],
  },
  {
    id: 'discrepancies',
    to: '/w/$workspace/discrepancies',
    label: msg`Discrepancies`,
    group: 'evidence',
    also: ['disagreements', '不一致', '矛盾'],
  },
  {
    id: 'sources',
    to: '/w/$workspace/sources',
    label: msg`Sources`,
    group: 'evidence',
    also: ['documents', '文献', '文獻'],
  },
  {
    id: 'glossary',
    to: '/w/$workspace/glossary',
    label: msg`Glossary`,
    group: 'evidence',
    also: ['terms', 'words', 'dictionary', '用語', '辞書', '術語'],
  },
  {
    id: 'audit',
    to: '/w/$workspace/audit',
    label: msg`Audit`,
    group: 'evidence',
    needs: 'readAudit',
    also: ['digest', 'hash chain', 'witness', 'tamper', '監査', '稽核', '改ざん'],
  },
  {
    id: 'members',
    to: '/w/$workspace/members',
    label: msg`Members and roles`,
    group: 'settings',
    also: ['roles', 'invite', 'permissions', 'access', 'clean team', '権限', '招待', '役割', '權限', '邀請', '角色'],
  },
  {
    id: 'clean-team',
    to: '/w/$workspace/clean-team',
    label: msg`Clean team`,
    group: 'settings',
    also: ['aggregates', 'antitrust', 'releases', 'クリーンチーム', '集計', '淨室團隊', '彙總'],
  },
  {
    id: 'api-keys',
    to: '/w/$workspace/api-keys',
    label: msg`API keys`,
    group: 'settings',
    also: ['token', 'programs', 'scripts', 'キー', '金鑰'],
  },
  {
    id: 'sign-on',
    to: '/w/$workspace/settings/sign-on',
    label: msg`Sign-in by the firm`,
    group: 'settings',
    needs: 'manageMembers',
    also: [
      'oidc',
      'openid',
      'sso',
      'single sign-on',
      'identity provider',
      'シングルサインオン',
      '単一登入',
      '單一登入',
    ],
  },
  {
    id: 'fields',
    to: '/w/$workspace/settings/fields',
    label: msg`Own fields`,
    group: 'settings',
    also: ['custom fields', 'categories', 'カスタム', '自訂'],
  },
  {
    id: 'domain-terms',
    to: '/w/$workspace/settings/domain-terms',
    label: msg`Domain terms`,
    group: 'settings',
    also: ['classification', 'hierarchy', 'taxonomy', 'products', 'markets', 'regions', '分類', '階層'],
  },
];

/** The pages that somebody of these abilities sees; all of them until the abilities are known. */
export const pagesFor = (abilities: Abilities | null): readonly RoomPage[] =>
  ROOM_PAGES.filter(({ needs }) => needs === undefined || abilities === null || abilities[needs]);
