import { isGenerated, matchesIn, projectFiles, textOf } from './tree.ts';

type Ban = { readonly pattern: RegExp; readonly message: string; readonly in: RegExp };

const CODE = /\.(?:tsx?|mjs|css|sql|sh)$|^\.ci\//;
const ANY = /^(?!package-lock\.json$|test-data\/|cases\/)/;

/** Letters in brackets keep a pattern from finding itself here. */
const BANS: readonly Ban[] = [
  { pattern: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/, message: 'finish it or open an issue', in: CODE },
  { pattern: /eslint-[d]isable|@ts-[i]gnore|@ts-[n]ocheck|biome-[i]gnore/, message: 'mend the cause', in: CODE },
  { pattern: /\b(?:test|it|describe|suite)\.(?:ski[p]|onl[y]|tod[o])\b/, message: 'a test runs or goes', in: CODE },
  {
    pattern: /(?<![\w.~}])\/(?:roo[t]|hom[e]\/\w+|User[s]\/\w+|wor[k])\//,
    message: "a path of one person's machine",
    in: ANY,
  },
  { pattern: /\.\.\/share[d]\b/, message: 'the project is whole without its surroundings', in: /^(?!\.ci\/run$)/ },
  {
    pattern: /\bsub-?agen[t]s?\b|\b(?:AGENT[S]|CLAUD[E])\.md\b/i,
    message: 'the project speaks of itself alone',
    in: ANY,
  },
];

/** Marks of unfinished or silenced work, and words and paths that belong to one machine. */
export function wordBreaches(root: string): string[] {
  return projectFiles(root)
    .filter((file) => !isGenerated(file) && !/\.(?:png|jpe?g|ico|woff2?|xlsx|pdf|gz)$/.test(file))
    .flatMap((file) => {
      const bans = BANS.filter((ban) => ban.in.test(file));
      if (bans.length === 0) return [];
      const text = textOf(root, file);
      return bans.flatMap(({ pattern, message }) => matchesIn(file, text, pattern, message));
    });
}
