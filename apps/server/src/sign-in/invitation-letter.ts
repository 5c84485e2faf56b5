import type { InvitationLetter } from '../platform/invitation-post.ts';
import type { Language } from './mail-texts.ts';

type Into = InvitationLetter['into'];
type Member = Extract<Into, { as: 'member' }>;
type Guest = Extract<Into, { as: 'guest' }>;
type Words = {
  readonly roles: Readonly<Record<Member['role'], string>>;
  readonly subject: (to: string) => string;
  readonly member: (invitedBy: string, into: Member & { readonly called: string }) => string;
  readonly guest: (invitedBy: string, into: Guest) => string;
  readonly rest: (link: string) => string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    roles: {
      owner: 'owner',
      administrator: 'administrator',
      manager: 'manager',
      contributor: 'contributor',
      reader: 'reader',
      auditor: 'auditor',
    },
    subject: (to) => `Invitation to ${to} on Entente`,
    member: (invitedBy, { workspace, called }) =>
      `${invitedBy} invites you to the workspace "${workspace}" on Entente. Your role there: ${called}.`,
    guest: (invitedBy, { firm, partner }) =>
      `${invitedBy} invites you, as somebody of ${partner}, to what ${firm} shares with you on Entente.`,
    rest: (link) =>
      `This link says more, and takes you in:\n\n${link}\n\nIf you know nobody of that name, leave it: without the link nothing happens.`,
  },
  ja: {
    roles: {
      owner: '所有者',
      administrator: '管理者',
      manager: 'マネージャー',
      contributor: '記入者',
      reader: '閲覧者',
      auditor: '監査人',
    },
    subject: (to) => `Entente の「${to}」への招待`,
    member: (invitedBy, { workspace, called }) =>
      `${invitedBy} さんから、Entente のワークスペース「${workspace}」への招待が届いています。役割は「${called}」です。`,
    guest: (invitedBy, { firm, partner }) =>
      `${invitedBy} さんから、${partner} の方として、${firm} が Entente で共有する内容への招待が届いています。`,
    rest: (link) =>
      `内容の確認と参加は、次のリンクからできます。\n\n${link}\n\nお心当たりがない場合は、そのままにしてください。リンクを開かない限り何も起こりません。`,
  },
  'zh-Hant': {
    roles: {
      owner: '擁有者',
      administrator: '管理員',
      manager: '經理',
      contributor: '編輯者',
      reader: '檢視者',
      auditor: '稽核員',
    },
    subject: (to) => `Entente 邀請您加入「${to}」`,
    member: (invitedBy, { workspace, called }) =>
      `${invitedBy} 邀請您加入 Entente 的工作區「${workspace}」，您的角色是「${called}」。`,
    guest: (invitedBy, { firm, partner }) =>
      `${invitedBy} 邀請您以 ${partner} 人員的身分，查看 ${firm} 在 Entente 分享的內容。`,
    rest: (link) =>
      `請由下列連結了解詳情並加入：\n\n${link}\n\n若您不認識邀請人，請不必理會；不開啟連結就不會有任何變動。`,
  },
};

/** An invitation as a letter: who invites, to what and as what. */
export function invitationText(
  language: Language,
  { invitedBy, into }: Pick<InvitationLetter, 'invitedBy' | 'into'>,
  link: string,
): { readonly subject: string; readonly text: string } {
  const { roles, subject, member, guest, rest } = WORDS[language];
  const what = into.as === 'member' ? member(invitedBy, { ...into, called: roles[into.role] }) : guest(invitedBy, into);
  return { subject: subject(into.as === 'member' ? into.workspace : into.firm), text: `${what}\n\n${rest(link)}\n` };
}
