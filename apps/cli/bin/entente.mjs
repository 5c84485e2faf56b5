#!/usr/bin/env node
/**
 * The starter, in plain JavaScript with nothing but Node: it runs before anything is installed. Checks Node's version,
 * installs dependencies that are missing or older than the lock file, then runs the TypeScript program in this process.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { register as registerHook } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const lockFile = path.join(root, 'package-lock.json');
/** npm's own record of what it installed. */
const installedFile = path.join(root, 'node_modules/.package-lock.json');
/** Ours: that lock file and installation were seen to agree at this moment. */
const agreedFile = path.join(root, 'node_modules/.entente-installed');

function end(message) {
  console.error(message);
  process.exit(1);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const runs = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (!runs)
    end(
      `Entente needs Node.js 20.19, 22.12 or later, and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
    );
}

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

const fitsHere = ({ os: systems, cpu: processors }) =>
  (systems === undefined || systems.includes(process.platform)) &&
  (processors === undefined || processors.includes(process.arch));

/** Whether everything that the product needs to run is installed in the version of the lock file. */
function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.includes('node_modules/') || entry.dev) return true;
    const found = installed[place];
    // Optional packages without a mark of their system may be absent for reasons only npm knows.
    if (found === undefined)
      return entry.optional === true && !(entry.os !== undefined && fitsHere(entry) && entry.libc === undefined);
    return entry.link === true || found.version === entry.version;
  });
}

const hasDevelopmentPackages = (installed) => Object.values(installed).some((entry) => entry.dev === true);

/** npm needs a writable cache, which an empty or read-only home folder does not give. */
function cacheArguments() {
  const home = os.homedir();
  try {
    accessSync(home === '' ? '/nowhere' : home, constants.W_OK);
    return [];
  } catch {
    return ['--cache', mkdtempSync(path.join(os.tmpdir(), 'entente-npm-'))];
  }
}

function install(withDevelopment) {
  const options = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(withDevelopment ? [] : ['--omit=dev']),
    ...cacheArguments(),
  ];
  console.error('Installing what Entente needs (once, about a quarter of a minute) …');
  // The npm that started us when there is one; its own settings for this run must not reach the inner one.
  const npm = process.env.npm_execpath;
  const byNode = npm !== undefined && npm.endsWith('.js');
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/.test(name)),
  );
  const done = spawnSync(
    byNode ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm',
    byNode ? [npm, ...options] : options,
    {
      cwd: root,
      // On standard error: standard output is the program's.
      stdio: ['ignore', 2, 2],
      env: environment,
      shell: !byNode && process.platform === 'win32',
    },
  );
  if (done.error !== undefined)
    end(`npm could not be run (${done.error.message}): run "npm ci --omit=dev" in ${root}.`);
  if (done.status !== 0)
    end(
      `The dependencies could not be installed (npm ended with ${done.status ?? done.signal}); nothing was started. Check the network and the lines above, then run the command again.`,
    );
}

function noteAgreement() {
  try {
    writeFileSync(agreedFile, '');
  } catch {
    // A read-only installation is compared anew each time.
  }
}

function ensureDependencies() {
  if (modified(agreedFile) > modified(lockFile) && modified(agreedFile) >= modified(installedFile)) return;
  const installed = packagesOf(installedFile);
  if (!existsSync(lockFile)) return;
  if (!isInstalled(packagesOf(lockFile), installed)) install(hasDevelopmentPackages(installed));
  noteAgreement();
}

refuseOldNode();
ensureDependencies();
const { register } = await import('tsx/esm/api');
// Without a tsconfig: one that happens to lie in the caller's folder would change how our files are read.
register({ tsconfig: false });
registerHook('./whole-packages.mjs', import.meta.url);
await import(pathToFileURL(path.join(root, 'apps/cli/src/main.ts')).href);
