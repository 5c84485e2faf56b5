import type { NoticeKind, NoticeRow } from './notices.store.ts';

type Filled = { readonly name: string; readonly title: string; readonly link: string };
type Text = { readonly subject: string; readonly text: string };
type Said = { readonly subject: string; readonly body: string };

const SAID: Readonly<Record<NoticeRow['language'], Readonly<Record<NoticeKind, (title: string) => Said>>>> = {
  en: {
    opened: (title) => ({ subject: `A room is open to you: ${title}`, body: `the room “${title}” is open to you.` }),
    republished: (title) => ({ subject: `A new edition: ${title}`, body: `the room “${title}” has a new edition.` }),
    asked: (title) => ({
      subject: `Your answer is asked for: ${title}`,
      body: `you are asked for an answer in the room “${title}”.`,
    }),
    answered: (title) => ({ subject: `An answer: ${title}`, body: `an answer came to “${title}”.` }),
    signed: (title) => ({ subject: `A signature: ${title}`, body: `“${title}” was signed by the partner.` }),
  },
  ja: {
    opened: (title) => ({ subject: `ルームが公開されました：${title}`, body: `ルーム「${title}」が公開されました。` }),
    republished: (title) => ({ subject: `新しい版：${title}`, body: `ルーム「${title}」の新しい版が公開されました。` }),
    asked: (title) => ({
      subject: `回答のお願い：${title}`,
      body: `ルーム「${title}」で回答を求められています。`,
    }),
    answered: (title) => ({ subject: `回答が届きました：${title}`, body: `「${title}」に回答が届きました。` }),
    signed: (title) => ({ subject: `署名されました：${title}`, body: `パートナーが「${title}」に署名しました。` }),
  },
  'zh-Hant': {
    opened: (title) => ({ subject: `已為您開放：${title}`, body: `「${title}」已為您開放。` }),
    republished: (title) => ({ subject: `新版本：${title}`, body: `「${title}」已發布新版本。` }),
    asked: (title) => ({ subject: `請您回覆：${title}`, body: `「${title}」中有一項請您回覆。` }),
    answered: (title) => ({ subject: `收到回覆：${title}`, body: `「${title}」收到一則回覆。` }),
    signed: (title) => ({ subject: `已簽署：${title}`, body: `合作夥伴已簽署「${title}」。` }),
  },
};

const LETTERS: Readonly<Record<NoticeRow['language'], (body: string, filled: Filled) => string>> = {
  en: (body, { name, link }) =>
    `${name},\n\n${body}\n\n${link}\n\nYou can turn these notices off on your account's page.\n`,
  ja: (body, { name, link }) =>
    `${name} 様\n\n${body}\n\n${link}\n\nこの通知は、アカウントのページで止めることができます。\n`,
  'zh-Hant': (body, { name, link }) => `${name}，您好：\n\n${body}\n\n${link}\n\n您可在帳號頁面關閉這類通知。\n`,
};

/** A notice as a letter: the title and the link, nothing of a record. */
export function noticeText(kind: NoticeKind, language: NoticeRow['language'], filled: Filled): Text {
  const { subject, body } = SAID[language][kind](filled.title);
  return { subject, text: LETTERS[language](body, filled) };
}
