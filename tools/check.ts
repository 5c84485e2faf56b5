/** `npm run check [-- NAME ...]`: all checks or those named. Exit code 1 when one refuses, 2 when a name is not known. */
import { CHECKS, runChecks } from './checks/catalogue.ts';
import { lengthReport } from './checks/file-length.ts';
import { ROOT } from './checks/tree.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECKS.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${CHECKS.map((check) => check.name).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  const { failed } = await runChecks(CHECKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
  const long = wanted.length === 0 ? lengthReport(ROOT) : [];
  if (long.length > 0) console.log(`Growing long:\n${long.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
