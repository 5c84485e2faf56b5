/** `npm run asvs`: writes the sheet of the requirements of OWASP ASVS and prints how many stand by what. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { asvsBreaches, asvsSheet, SHEET } from './asvs/sheet.ts';
import { ROOT } from './checks/tree.ts';

const { text, counts } = asvsSheet(ROOT);
writeFileSync(path.join(ROOT, SHEET), text);
const breaches = asvsBreaches(ROOT);
for (const breach of breaches) console.error(breach);
console.log(counts);
process.exitCode = breaches.length === 0 ? 0 : 1;
