import { projectFiles, textOf } from './tree.ts';

const RECORD = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/;
const PARTS = ['Context', 'Decision', 'Consequences'];

/** Decision records that are not numbered in one row, or lack a part. */
export function decisionBreaches(root: string): string[] {
  const records = projectFiles(root).filter((file) => file.startsWith('docs/decisions/'));
  return records.flatMap((file, index) => {
    const number = RECORD.exec(file)?.[1];
    if (number === undefined) return [`${file}: a decision is called 0001-what-was-decided.md`];
    const text = textOf(root, file);
    const missing = PARTS.filter((part) => !text.includes(`\n**${part}.** `));
    return [
      ...(Number(number) === index + 1 ? [] : [`${file}: decision ${index + 1} is missing or there twice`]),
      ...missing.map((part) => `${file}: has no part "${part}"`),
    ];
  });
}
