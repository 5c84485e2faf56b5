export const LANGUAGES = ['en', 'ja', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

type MailText = { readonly subject: string; readonly text: string };
type MailKind = 'reset' | 'verification';
type Filled = { readonly name: string; readonly link: string };

const TEXTS: Readonly<Record<MailKind, Readonly<Record<Language, (filled: Filled) => MailText>>>> = {
  reset: {
    en: ({ name, link }) => ({
      subject: 'Set a new password for Entente',
      text: `${name},\n\nthis link sets a new password for your account. It works once, within an hour, and signs out every device:\n\n${link}\n\nIf you did not ask for it, leave it: your password stays as it is.\n`,
    }),
    ja: ({ name, link }) => ({
      subject: 'Entente の新しいパスワードの設定',
      text: `${name} 様\n\n次のリンクから新しいパスワードを設定できます。1 時間以内に 1 回だけ使え、設定するとすべての端末からサインアウトします。\n\n${link}\n\nお心当たりがない場合は、そのままにしてください。パスワードは変わりません。\n`,
    }),
    'zh-Hant': ({ name, link }) => ({
      subject: '設定 Entente 的新密碼',
      text: `${name}，您好：\n\n請以下列連結設定新密碼。連結一小時內有效，只能使用一次；設定後，所有裝置都會登出。\n\n${link}\n\n若您未曾提出要求，請不必理會，密碼不會變更。\n`,
    }),
  },
  verification: {
    en: ({ name, link }) => ({
      subject: 'Confirm your e-mail for Entente',
      text: `${name},\n\nthis link shows that e-mail from Entente reaches you. It works for a day:\n\n${link}\n\nIf you have no account there, leave it.\n`,
    }),
    ja: ({ name, link }) => ({
      subject: 'Entente のメールアドレスの確認',
      text: `${name} 様\n\n次のリンクを開くと、Entente からのメールが届くことを確認できます。リンクの有効期間は 1 日です。\n\n${link}\n\nアカウントをお持ちでない場合は、そのままにしてください。\n`,
    }),
    'zh-Hant': ({ name, link }) => ({
      subject: '確認您在 Entente 的電子郵件地址',
      text: `${name}，您好：\n\n請開啟下列連結，確認您收得到 Entente 的電子郵件。連結一天內有效。\n\n${link}\n\n若您沒有帳號，請不必理會。\n`,
    }),
  },
};

export const mailText = (kind: MailKind, language: Language, filled: Filled): MailText => TEXTS[kind][language](filled);

const spoken = (tag: string): Language | null => {
  const lower = tag.toLowerCase();
  if (lower.startsWith('ja')) return 'ja';
  if (lower.startsWith('zh')) return 'zh-Hant';
  return lower.startsWith('en') ? 'en' : null;
};

/** The first language of ours that a browser asks for, weights aside: browsers write them in order. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const tags = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  return tags.map(spoken).find((language) => language !== null) ?? 'en';
}
