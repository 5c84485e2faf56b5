import path from 'node:path';
import { isGenerated, projectFiles } from './tree.ts';

const CODE = /^(?:packages|apps|e2e|tools|bench|scripts)\/.+\.(?:tsx?|mjs|css)$/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names that say nothing about what lies within: anything can be put under them, and is. */
const EMPTY_NAME = /^(?:.+-)?(?:utils?|common|misc|helpers?|managers?|services?|base|types?)$/;
const ROOM_ENTRY = /^packages\/[^/]+\/src\/[^/]+\/index\.ts$/;
const GUIDES = ['README', 'ARCHITECTURE', 'CONTRIBUTING', 'SECURITY', 'CHANGELOG'];

/** File and folder names that break the naming rules. */
export function nameBreaches(root: string): string[] {
  return projectFiles(root).flatMap((file) => breachesOf(file));
}

function breachesOf(file: string): string[] {
  if (!file.includes('/') && file.endsWith('.md')) return guideBreaches(file);
  if (!CODE.test(file) || isGenerated(file)) return [];
  const folders = path.posix.dirname(file).split('/');
  const parts = path.posix.basename(file).split('.').slice(0, -1);
  const badParts = [...folders, ...parts].filter((part) => !KEBAB.test(part));
  const emptyParts = [...folders, ...parts].filter((part) => EMPTY_NAME.test(part));
  return [
    ...badParts.map((part) => `${file}: "${part}" is not kebab-case`),
    ...emptyParts.map((part) => `${file}: "${part}" says nothing; name the subject`),
    ...(parts[0] === 'index' && /\.tsx?$/.test(file) && !ROOM_ENTRY.test(file)
      ? [`${file}: only a room of a package has an index.ts; import the file itself`]
      : []),
  ];
}

function guideBreaches(file: string): string[] {
  return GUIDES.includes(file.slice(0, -3))
    ? []
    : [`${file}: CONTRIBUTING.md is the only guide page; put it there or in docs/`];
}
