import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

export type Language = 'en' | 'ja' | 'zh-Hant';
export type Theme = 'light' | 'dark';

export const LANGUAGES: readonly Language[] = ['en', 'ja', 'zh-Hant'];
export const THEMES: readonly Theme[] = ['light', 'dark'];
/** A laptop and a telephone. */
export const WIDTHS = [1280, 390] as const;

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP', 'zh-Hant': 'zh-TW' };
const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type VisitorWishes = { readonly language?: Language; readonly theme?: Theme; readonly width?: number };

/** A person at a browser of their own: the page, and what the browser complained of. */
export type Visitor = {
  readonly page: Page;
  /** Errors of the console and of scripts, breaches of the content security policy, answers of 500 and above. */
  readonly complaints: readonly string[];
  /** Says that the next refusals of this status are part of the journey: the browser logs every 4xx as an error. */
  readonly expectStatus: (status: number) => void;
  readonly leave: () => Promise<void>;
};

/** Chromium as the tests use it. As root it runs only without its sandbox; it meets our own pages alone. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const args = [...FLAGS, ...more, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args });
}

/** A new visitor with a browser profile of their own. */
export async function visitor(browser: Browser, address: string, wishes: VisitorWishes = {}): Promise<Visitor> {
  const { language = 'en', theme = 'light', width = 1280 } = wishes;
  const context = await browser.newContext({
    baseURL: address,
    locale: LOCALES[language],
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: { width, height: width < 600 ? 844 : 800 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const expected = new Set<number>();
  listen(context, page, address, complaints, expected);
  return {
    page,
    complaints,
    expectStatus: (status) => expected.add(status),
    leave: () => context.close(),
  };
}

function listen(
  context: BrowserContext,
  page: Page,
  address: string,
  complaints: string[],
  expected: ReadonlySet<number>,
): void {
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && !/Content.Security.Policy/i.test(message.text())) return;
    const status = /status of (\d{3})/.exec(message.text())?.[1];
    if (status !== undefined && expected.has(Number(status))) return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== address) complaints.push(`asked a stranger: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()}: ${response.url()}`);
  });
}
