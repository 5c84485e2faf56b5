/** Writes `cases/case-file.schema.json`, the form of a case file for editors, from the schema that the reader uses. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseFileSchema } from '@entente/core/interchange';
import { z } from 'zod';

export const CASE_SCHEMA_FILE = fileURLToPath(new URL('../cases/case-file.schema.json', import.meta.url));

export const caseSchemaText = (): string =>
  `${JSON.stringify(z.toJSONSchema(caseFileSchema, { reused: 'ref' }), null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CASE_SCHEMA_FILE, caseSchemaText());
