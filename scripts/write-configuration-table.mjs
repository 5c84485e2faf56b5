/** Writes the table of settings in docs/operating/configuration.md anew, from the schema that reads them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
const { withConfigurationTable } = await import('../apps/server/src/platform/configuration-table.ts');
const page = new URL('../docs/operating/configuration.md', import.meta.url);
writeFileSync(page, withConfigurationTable(readFileSync(page, 'utf8')));
