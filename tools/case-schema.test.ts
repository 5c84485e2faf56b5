import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CASE_SCHEMA_FILE, caseSchemaText } from './case-schema.ts';

it('the schema beside the case files is the one that reads them (node --import tsx tools/case-schema.ts writes it)', () => {
  expect(readFileSync(CASE_SCHEMA_FILE, 'utf8')).toBe(caseSchemaText());
});
