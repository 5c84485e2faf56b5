import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import path from 'node:path';
import { projectFiles, ROOT } from './tree.ts';

const FLOORS = ['packages', 'apps', 'e2e', 'tools', 'bench'];
const SOURCE = /^(?:packages|apps|e2e|tools|bench)\/.+\.(?:ts|tsx)$/;
const OUTSIDE = /(?:^|\/)(?:out|dist|generated)\//;

type Violation = ICruiseResult['summary']['violations'][number];

/** The imports under `root` that the rules forbid, one line each: rule, from, to, and the mend. */
export async function layerBreaches(root: string): Promise<string[]> {
  const options = await extractDepcruiseOptions(path.join(ROOT, '.dependency-cruiser.mjs'));
  const { output } = await cruise(FLOORS, { ...options, baseDir: root }, {});
  const result = output as ICruiseResult;
  const mends = new Map(options.ruleSet?.forbidden?.map((rule) => [rule.name ?? '', rule.comment ?? '']));
  const sentence = ({ rule, from, to }: Violation): string =>
    `${rule.name}: ${from} imports ${to}. ${mends.get(rule.name) ?? ''}`;
  const seen = new Set(result.modules.map((module) => module.source));
  return [...unseenModules(projectFiles(root), seen), ...result.summary.violations.map(sentence)];
}

/** A cruise that cannot read a file finds nothing wrong in it; so every source file must be among the modules seen. */
export function unseenModules(files: readonly string[], seen: ReadonlySet<string>): string[] {
  return files
    .filter((file) => SOURCE.test(file) && !OUTSIDE.test(file) && !seen.has(file))
    .map((file) => `not cruised: ${file}`);
}
