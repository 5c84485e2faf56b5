import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A page of the navigation; the palette offers the same. */
export type RoomPage = {
  readonly id: string;
  readonly to: `/w/$workspace${'' | `/${'alliances' | 'partners' | 'history' | 'discrepancies' | 'sources' | 'glossary' | 'settings/fields'}`}`;
  readonly label: MessageDescriptor;
  readonly group: PageGroup | null;
  /** Other words that people look for it by, in any language; never shown. */
  readonly also: readonly string[];
};

export type PageGroup = 'evidence' | 'settings';

export const GROUP_LABELS: Readonly<Record<PageGroup, MessageDescriptor>> = {
  evidence: msg`Evidence`,
  settings: msg`Settings`,
};

/** Every page of the navigation beside the portfolio, which belongs to a firm; in their order. */
export const ROOM_PAGES: readonly RoomPage[] = [
  { id: 'alliances', to: '/w/$workspace/alliances', label: msg`Alliances`, group: null, also: ['提携', 'ventures'] },
  {
    id: 'partners',
    to: '/w/$workspace/partners',
    label: msg`Partners`,
    group: null,
    also: ['organisations', 'firms', '企業', '公司'],
  },
  {
    id: 'history',
    to: '/w/$workspace/history',
    label: msg`History`,
    group: null,
    also: ['changes', 'undo', '履歴', '變更', '復原', '元に戻す'],
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
    id: 'fields',
    to: '/w/$workspace/settings/fields',
    label: msg`Own fields`,
    group: 'settings',
    also: ['custom fields', 'categories', 'カスタム', '自訂'],
  },
];
