/**
 * What commands need that read a table of alliances row by row and write CSV: an entry of its own, so that they start
 * without what only documents, workbooks and imports need.
 */
export { ColumnNames, type MemberRow } from './alliance-rows.ts';
export { type MembersRead, readMembers, type TableSource } from './member-row-stream.ts';
export { nameKey } from './name-key.ts';
export { csvText } from './table-writing.ts';
