/**
 * Makes the working copy fit for development: when a package that one of our package.json files lists is missing, or there in
 * another version (a fresh clone, or one installed for production alone), installs what the lock file says. Plain JavaScript
 * with nothing but Node, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const manifestIn = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The folders with a package.json of ours: the root and each workspace, `name/*` written out. */
function packageFolders() {
  const folders = manifestIn(root).workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(path.join(root, parent)).map((name) => path.join(parent, name));
  });
  return ['.', ...folders].filter((folder) => existsSync(path.join(root, folder, 'package.json')));
}

/** Packages listed and not there in that very version; versions are exact, or `npm:other-name@version`. */
function missingPackages() {
  return packageFolders().flatMap((folder) => {
    const { dependencies, devDependencies } = manifestIn(path.join(root, folder));
    const places = [path.join(root, folder, 'node_modules'), path.join(root, 'node_modules')];
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([name, version]) => {
        const found = places.map((place) => path.join(place, name)).find((place) => existsSync(place));
        return found === undefined || manifestIn(found).version !== version.slice(version.lastIndexOf('@') + 1);
      })
      .map(([name]) => name);
  });
}

const missing = missingPackages();
if (missing.length > 0) {
  console.error(`Installing the development packages (${missing.length} to come, ${missing[0]} first) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['install', '--include=dev', '--no-save', '--ignore-scripts'];
  const { status } = spawnSync(npm, options, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  const still = missingPackages();
  if (status !== 0 || still.length > 0) {
    const what = still.length > 0 ? `: ${still.join(', ')}` : '';
    console.error(`The development packages are not installed${what}. Run \`npm ci\` where a registry can be reached.`);
    process.exit(1);
  }
}
