/** Writes packages/contract/openapi.json anew, from the contract's routes. */
import { writeFileSync } from 'node:fs';
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
const { openApiDocument, ROUTES } = await import('../packages/contract/src/openapi/index.ts');
const file = new URL('../packages/contract/openapi.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openApiDocument(ROUTES), null, 2)}\n`);
