export type { TextFile } from './case-document.ts';
export { type CaseLibrary, type CaseSummary, readCaseLibrary } from './case-library.ts';
export { caseFileSchema } from './case-schema.ts';
export { type AllianceTable, readAllianceTable } from './alliance-table.ts';
export type { TableFile } from './table-file.ts';
