import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { constants, gzip } from 'node:zlib';

/** The web pages cannot be made; the message names the mend. */
export class PagesRefusal extends Error {
  override readonly name = 'PagesRefusal';
}

// What the pages are made of: their own folder, the packages they share, and the versions of all libraries.
const SOURCES = [
  'apps/web/src',
  'apps/web/index.html',
  'apps/web/public',
  'apps/web/vite.config.ts',
  'apps/web/lingui.config.ts',
  'apps/web/package.json',
  'packages/core/src',
  'packages/contract/src',
  'package-lock.json',
];

/** When anything below was last changed. A folder's own time tells of a file taken away. */
function lastChange(place: string): number {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => lastChange(path.join(place, entry.name)))
    .reduce((latest, one) => Math.max(latest, one), found.mtimeMs);
}

const stampIn = (distFolder: string): string => path.join(distFolder, '.made');

/** Whether the built pages are there and no source is newer than the moment their build began. */
function arePagesCurrent(projectFolder: string): boolean {
  const distFolder = path.join(projectFolder, 'apps/web/dist');
  const made = statSync(stampIn(distFolder), { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined || !existsSync(path.join(distFolder, 'index.html'))) return false;
  return SOURCES.every((source) => lastChange(path.join(projectFolder, source)) <= made);
}

/** The first line that says something beside headings, frames and the stack. */
function causeOf(said: string): string {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim());
  const cause = lines.find(
    (line) => line !== '' && !/^(?:✗|error during build|build failed|\[plugin|at |file:|[-─╭╰│^])/i.test(line),
  );
  return (cause ?? 'Vite gave no reason').replace(/\.$/, '');
}

/** Runs Vite in a process of its own, whose memory is gone when it ends. */
async function runVite(webFolder: string): Promise<void> {
  const resolve = createRequire(path.join(webFolder, 'package.json')).resolve;
  const program = path.join(path.dirname(resolve('vite/package.json')), 'bin/vite.js');
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: webFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const code = await new Promise<number | null>((settle, reject) => {
    child.on('error', reject);
    child.on('close', settle);
  });
  if (code === 0) return;
  const reason = causeOf(said);
  throw new PagesRefusal(
    `The web pages could not be built (${reason}). Run "npx vite build" in ${webFolder} to see all of it.`,
  );
}

const COMPRESSIBLE = /\.(?:js|css|svg|json|html|txt)$/;

/** Puts a compressed twin beside each file that gains by it, so that serving costs nothing. */
async function compressFiles(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name) || entry.name === 'index.html') continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const zipped = await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });
    if (zipped.length < bytes.length * 0.9) writeFileSync(`${file}.gz`, zipped);
  }
}

/** Builds the web pages when they are missing or older than their sources. */
export async function ensurePages(projectFolder: string, tell: (line: string) => void): Promise<void> {
  if (arePagesCurrent(projectFolder)) return;
  const webFolder = path.join(projectFolder, 'apps/web');
  if (!existsSync(path.join(webFolder, 'index.html'))) {
    throw new PagesRefusal(`${webFolder} holds no pages to build: index.html is missing. Restore it (git checkout).`);
  }
  tell('Building the web pages (after each update, a few seconds) …');
  const begun = new Date();
  await runVite(webFolder);
  const distFolder = path.join(webFolder, 'dist');
  await compressFiles(distFolder);
  writeFileSync(stampIn(distFolder), '');
  // The moment of the beginning: a source saved while Vite ran counts as newer.
  utimesSync(stampIn(distFolder), begun, begun);
}
