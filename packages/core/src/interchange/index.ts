export { type AllianceTable, readAllianceTable } from './alliance-table.ts';
export type { TextFile } from './case-document.ts';
export { type MembersRead, readMembers, type TableSource } from './member-row-stream.ts';
export { ColumnNames, type MemberRow } from './alliance-rows.ts';
export { nameKey } from './name-key.ts';
export { type CasePaper, withOrganisations } from './case-papers.ts';
export { type CaseLibrary, type CaseSummary, readCaseLibrary } from './case-library.ts';
export { caseFileSchema, type CaseReview } from './case-schema.ts';
export type { ClaimSeries } from './imported-claims.ts';
export {
  type KnownRecords,
  NOTHING_KNOWN,
  type RecordThere,
  type RegisterThere,
  type RowPortion,
  type StatedFact,
} from './imported-rows.ts';
export { type CalendarEntry, calendarText, type CalendarTime } from './icalendar.ts';
export { knownOrganisations, knownRecordsOf, type NameChoices } from './known-records.ts';
export type { CellProblem, CellReading, Corrections } from './mapped-cells.ts';
export {
  type ColumnSuggestion,
  type MappingQuestion,
  type SuggestedMapping,
  suggestedMapping,
  type SuggestionOptions,
} from './mapping-suggestions.ts';
export {
  gexfText,
  graphmlText,
  type NetworkAttribute,
  type NetworkFile,
  type NetworkFileNode,
  type NetworkFileTie,
  type NetworkValue,
  xmlText,
} from './network-files.ts';
export { figureColumn, type ParquetColumn, parquetParts } from './parquet.ts';
export { csvText, CSV_BEGIN, openWorkbook, type WorkbookRows, type WrittenCell } from './table-writing.ts';
export {
  type KnownOrganisation,
  MATCH_REASONS,
  matchesFor,
  type MatchReason,
  type NameIndex,
  nameIndex,
  nameLikeness,
  type NameMatch,
  SURE_MATCH,
  sureMatch,
} from './name-matching.ts';
export {
  collectionOf,
  csvOf,
  eachTable,
  headingsOf,
  kindOf,
  type RegisterTable,
  tablesOf,
  workbookOf,
} from './register-tables.ts';
export { OWN_FIELDS, ownFieldsTable, readOwnFields } from './own-fields-table.ts';
export { writeRegisterWorkbook } from './register-workbook.ts';
export type { TableFile } from './table-file.ts';
export type { Cell, Grid, Rows } from './table-cells.ts';
export {
  cellReadings,
  importedTable,
  type ImportedTable,
  type ImportOptions,
  judgedTable,
  type JudgedTable,
} from './table-import.ts';
export type { LeftReason } from './table-left-rows.ts';
export {
  ALLIANCE_TARGETS,
  type MappedColumn,
  mappingAgain,
  readRememberedMapping,
  type RememberedMapping,
  rememberedMapping,
  TABLE_LAYOUTS,
  type TableLayout,
  type TableMapping,
} from './table-mapping.ts';
export {
  givenFromFiles,
  type GivenTable,
  givenTables,
  isRegisterTable,
  registerFromTables,
  type TablesRead,
} from './tables-register.ts';
export { type LeftRow, type ReadingChoices, type ReadTable, readTable, type TableColumn } from './table-reading.ts';
