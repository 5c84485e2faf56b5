import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** Where a Chromium is: CHROMIUM_PATH, or Debian's. */
function chromiumPath(): string {
  return process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
}

/**
 * Sees to it that the browser tests find a Chromium and fonts for Japanese and Chinese: installs Debian's when run as root.
 * @returns null when both are there, else one sentence that says what to do
 */
export function browserRefusal(): string | null {
  const missing = missingPackages();
  if (missing.length === 0) return null;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(missing);
  const still = missingPackages();
  return still.length === 0
    ? null
    : `The browser tests need ${still.join(' and ')}: run \`apt-get install ${still.join(' ')}\` as root, or set CHROMIUM_PATH to a Chromium.`;
}

function missingPackages(): string[] {
  const has = { chromium: existsSync(chromiumPath()), 'fonts-noto-cjk': hasCjkFont() };
  return PACKAGES.filter((name) => !has[name as keyof typeof has]);
}

/** Whether any font of the system draws Japanese; where fontconfig is absent, the browser's own choice is trusted. */
function hasCjkFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return listed.error !== undefined ? existsSync('/usr/share/fonts/opentype/noto') : listed.stdout.trim() !== '';
}

function install(packages: readonly string[]): void {
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
}
