import { isGenerated, projectFiles, textOf } from './tree.ts';

const SOURCE = /^(?:packages|apps|e2e|tools|bench|scripts)\/.+\.(?:tsx?|mjs)$/;
const MOST_LINES = 400;
const AIM = 250;

type Measured = { readonly file: string; readonly lines: number };

function measured(root: string): Measured[] {
  return projectFiles(root)
    .filter((file) => SOURCE.test(file) && !isGenerated(file))
    .map((file) => ({ file, lines: textOf(root, file).split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines);
}

/** Files that are more than one thing by their length alone. */
export function lengthBreaches(root: string): string[] {
  return measured(root)
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines, over ${MOST_LINES}; find the second subject in it`);
}

/** What is on its way there. */
export function lengthReport(root: string): string[] {
  return measured(root)
    .filter(({ lines }) => lines > AIM && lines <= MOST_LINES)
    .map(({ file, lines }) => `${lines} lines: ${file}`);
}
