/**
 * Makes the working copy fit for development: when a package that package.json or a workspace lists is missing (a fresh
 * clone, or one installed for production alone), installs what the lock file says. Plain JavaScript with nothing but
 * Node, because it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The folders with a package.json of ours: the root and each workspace, `name/*` written out. */
function packageFolders() {
  const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folders = workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(path.join(root, parent)).map((name) => path.join(parent, name));
  });
  return ['.', ...folders].filter((folder) => existsSync(path.join(root, folder, 'package.json')));
}

/** Packages listed and not installed. Optional ones belong to other machines and may be absent. */
function missingPackages() {
  return packageFolders().flatMap((folder) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const places = [path.join(root, folder, 'node_modules'), path.join(root, 'node_modules')];
    return Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !places.some((place) => existsSync(path.join(place, name, 'package.json'))),
    );
  });
}

const missing = missingPackages();
if (missing.length > 0) {
  console.error(`Installing the development dependencies (${missing.length} missing, first ${missing[0]}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const installed = spawnSync(npm, ['install', '--include=dev', '--no-save'], { cwd: root, stdio: ['ignore', 2, 2] });
  const still = missingPackages();
  if (installed.status !== 0 || still.length > 0) {
    console.error(
      `The development dependencies are not installed (${still.join(', ')}): run \`npm ci\` where a registry can be reached.`,
    );
    process.exit(1);
  }
}
