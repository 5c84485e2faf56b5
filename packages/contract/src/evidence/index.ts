export {
  claim,
  type ClaimAnswer,
  claimChange,
  claimCreation,
  discrepancy,
  type DiscrepancyAnswer,
  evidence,
  QUOTE_WORDS,
  quotedWords,
} from './claims.ts';
export { type DiscrepancyPageAnswer, discrepancyRoutes, type WorkspaceDiscrepancy } from './discrepancies.ts';
export { type PlacedRecord, placedRecord } from './placed-record.ts';
export { source, type SourceAnswer, sourceChange, sourceCreation } from './sources.ts';
