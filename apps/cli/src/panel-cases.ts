import { Outcome, type Problem } from '@entente/core/kernel';
import type { Level, Population } from '@entente/core/portfolio';
import { registerFromSources } from '@entente/core/register';
import type { Memberships } from '@entente/engine/network';
import { type FirmYears, registerPanel } from '@entente/engine/panel';
import { readCases, yamlFilesIn } from './case-folder.ts';

/** A panel with the memberships that it was counted from. */
export type Counted = {
  readonly panel: FirmYears;
  readonly memberships: Memberships;
  readonly warnings: readonly Problem[];
  /** How a row's firm is written. */
  readonly shown: (name: string) => string;
};

type Options = { readonly until?: number; readonly level: Level; readonly population: Population };

/** The panel of the cases of a folder, with the measures that need partner kinds, resources and moves. */
export function countedCases(folder: string, { until, level, population }: Options): Outcome<Counted> {
  if (yamlFilesIn(folder).length === 0) {
    const message = 'No case lies in this folder';
    const fix = 'Give a folder with case files (.yaml), or the path of a CSV or XLSX table.';
    return Outcome.refuse({ file: folder, code: 'file-missing', message, fix });
  }
  const { rows, problems } = readCases(folder);
  if (problems.length > 0) return Outcome.refuse(...problems);
  const register = registerFromSources(rows, null);
  const { memberships, ...panel } = registerPanel(register, { population, level, until: until ?? null, only: null });
  return Outcome.of({ panel, memberships, warnings: [], shown: (name) => name.replace(/^organisation:/, '') });
}
