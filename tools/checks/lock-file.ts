import { projectFiles, textOf } from './tree.ts';

type Locked = {
  readonly resolved?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
};
type Lock = { readonly packages: Readonly<Record<string, Locked>> };
type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** Licences under which a package may be handed on together with an Apache-2.0 product. */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Packages whose licence was read and found fit although the list above does not hold it, each with the reason. */
const READ_AND_FIT: readonly (readonly [name: RegExp, reason: string])[] = [
  [
    /^node_modules\/lightningcss(?:-[\w-]+)?$/,
    'MPL-2.0: binds changes to its own files; it builds the pages, unchanged',
  ],
  [/^node_modules\/caniuse-lite$/, 'CC-BY-4.0: a table of browsers that the page build reads'],
  [
    /^node_modules\/@fontsource\/[\w-]+$/,
    'OFL-1.1: faces that may be handed on with a product and within documents, under their own names',
  ],
  [/^node_modules\/cli-table$/, 'MIT, stated in its README alone'],
  [/^node_modules\/png-js$/, 'MIT, stated in its LICENSE file alone'],
  [/^node_modules\/chainsaw$/, 'MIT/X11, another name of MIT'],
  [
    /^node_modules\/buffers$/,
    'states no licence; a part of the unzip code under exceljs, not handed on with our files',
  ],
];
const EXACT = /^(?:npm:@?[^@]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** What is wrong with the lock file and the versions it locks. */
export function lockFileBreaches(root: string): string[] {
  const { packages } = JSON.parse(textOf(root, 'package-lock.json')) as Lock;
  const manifests = projectFiles(root).filter((file) => /^(?:[^/]+\/){0,2}package\.json$/.test(file));
  return [
    ...Object.entries(packages).flatMap(([name, locked]) => [
      ...hostBreach(name, locked),
      ...licenceBreach(name, locked),
    ]),
    ...manifests.flatMap((file) => versionBreaches(file, JSON.parse(textOf(root, file)) as Manifest)),
  ];
}

/** A registry's host in the lock file ties every reader to that registry. */
function hostBreach(name: string, { resolved }: Locked): string[] {
  return resolved !== undefined && /^(?:https?|git)/.test(resolved)
    ? [`${name}: names its registry (${new URL(resolved).host}); keep omit-lockfile-registry-resolved in .npmrc`]
    : [];
}

/** Development packages are not handed on, so their licence binds nobody else. */
function licenceBreach(name: string, { license, link, dev }: Locked): string[] {
  if (!name.startsWith('node_modules/') || link === true || dev === true) return [];
  if (READ_AND_FIT.some(([pattern]) => pattern.test(name))) return [];
  const choices = (license ?? 'no licence').replaceAll(/[()]/g, '').split(' OR ');
  const isFree = choices.some((choice) => choice.split(' AND ').every((part) => LICENCES.has(part)));
  return isFree ? [] : [`${name}: the licence "${license ?? 'none'}" is not among those that go with Apache-2.0`];
}

function versionBreaches(file: string, manifest: Manifest): string[] {
  const listed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return Object.entries(listed)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${file}: ${name} "${version}" is not an exact version`);
}
