const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page that the server itself writes, without a script; its head leads back to the product and to the list of pages. */
export function documentPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)} · Entente</title>
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/docs/api.css"></head>
<body><nav class="home" aria-label="Entente"><a href="/">Entente</a> <a href="/docs">Help</a></nav>
${body}</body>
</html>
`;
}

/** What a person sees at an address that leads nowhere. The page knows no reader's language, so it says it in all three. */
export const MISSING_PAGE = documentPage(
  'Nothing here',
  `<main>
<h1>There is nothing at this address.</h1>
<p>It may be mistyped, or from another version of Entente. Nothing is lost. <a href="/">To the start page</a></p>
<p lang="ja">このアドレスには何もありません。入力の誤りか、別のバージョンのアドレスかもしれません。データは失われていません。<a href="/">開始ページへ</a></p>
<p lang="zh-Hant">這個網址沒有任何內容，可能是輸入有誤，或來自其他版本的 Entente。資料並未遺失。<a href="/">前往起始頁</a></p>
</main>
`,
);
