import type { Problem } from '@entente/core/kernel';

/** `PATH:LINE:COLUMN: reason (code)`, with as much of the place as the problem has. */
function problemLine({ file, line, column, message, code }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place === '' ? `${message} (${code})` : `${place}: ${message} (${code})`;
}

export type ProblemEntry = {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
};

export const problemEntry = ({ file, line, column, code, message, fix }: Problem): ProblemEntry => ({
  file: file ?? null,
  line: line ?? null,
  column: column ?? null,
  code,
  message,
  fix,
});

/** Tells all problems on stderr, and on stdout as JSON where that was asked for; the process will exit with 1. */
export function tellProblems(problems: readonly Problem[], json: boolean): void {
  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n  ${problem.fix}\n`);
  if (json) process.stdout.write(`${JSON.stringify({ problems: problems.map(problemEntry) })}\n`);
  process.exitCode = 1;
}

export function tellWarnings(warnings: readonly Problem[]): void {
  for (const warning of warnings) process.stderr.write(`warning: ${problemLine(warning)}\n`);
}
