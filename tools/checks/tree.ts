import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository this file lives in. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** The files of the project under `root`: what git tracks and what is new, without what git ignores. Sorted, relative. */
export function projectFiles(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = new Set(listed.split('\0').filter((file) => file !== ''));
  return [...files].filter((file) => existsSync(path.join(root, file))).sort();
}

/** The text of a file of the project. */
export function textOf(root: string, file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Files made by a generator are not read by people, so rules for readers leave them out. */
export function isGenerated(file: string): boolean {
  return /(?:^|\/)(?:out|dist|generated)\/|\.generated\./.test(file);
}

/** `file:line: message` for each match of `pattern` in `text`. */
export function matchesIn(file: string, text: string, pattern: RegExp, message: string): string[] {
  return text.split('\n').flatMap((line, index) => {
    const match = pattern.exec(line);
    return match ? [`${file}:${index + 1}: ${message} (${match[0].trim().slice(0, 60)})`] : [];
  });
}
